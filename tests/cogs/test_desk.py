"""The desk: from a document to what channels get, without leaving Discord."""

import pytest
import simcord

from bot.app.app import App
from bot.domain.quote import QuoteKind
from tests.cogs.desk_room import DOCUMENT, DeskRoom
from tests.cogs.shown import in_place, labels, menu, options, private, text_of

DOUBTED = DOCUMENT.replace("“We sail at dawn,”", "We sail at dawn,”")


@pytest.fixture
async def room(env: simcord.Env, app: App) -> DeskRoom:
    made = DeskRoom(env, app)
    await made.opened()
    return made


async def test_a_text_becomes_a_draft_on_the_panel(room: DeskRoom) -> None:
    shown = await room.brought()
    assert private(shown)
    assert text_of(shown).splitlines() == [
        "# Harbour Notes #9",
        "January 28, 2022 · **Calm Seas**",
        "-# Draft · Ada, <t:1643716800:f>: Imported from pasted text",
        "Imported.",
        "1\\. Overview · 38 characters",
        "2\\. 🇯🇵 Japan · 92 characters · 1 quote · 1 event",
        "3\\. 🇵🇪 Peru · 49 characters · 1 event",
        "-# Checks: 3 pieces of advice.",
    ]
    assert room.posted == []


async def test_a_doubt_is_answered_on_the_first_screen(room: DeskRoom) -> None:
    shown = await room.brought(DOUBTED)
    assert "### Doubt 1 of 1: a quote in Japan" in text_of(shown)
    assert "- Opening quotation mark missing in the source" in text_of(shown)
    assert "1 thing to mend before it can go out" in text_of(shown)
    right = await room.press(shown, "Right")
    assert in_place(right)
    assert "Doubt" not in text_of(right)
    section = await room.pick(right, "Open a section", "1")
    assert "“We sail at dawn,” said Ada Quill" in text_of(section)
    undone = await room.press(await room.press(section, "Back"), "Undo")
    assert "Taken back: Japan: quote confirmed." in text_of(undone)
    assert "### Doubt 1 of 1" in text_of(undone)


async def test_what_blocks_leads_to_the_checks_and_from_there_to_its_place(room: DeskRoom) -> None:
    checks = await room.press(await room.brought(DOUBTED), "Publish")
    assert text_of(checks).startswith("## It cannot go out yet")
    assert "**Must be mended**: A doubt in Japan is not answered yet." in text_of(checks)
    there = await room.press(checks, "Go there", nth=0)
    assert text_of(there).startswith("## A quote in Japan")
    assert "Right" in labels(there)


async def test_an_issue_is_previewed_published_and_stopped(room: DeskRoom) -> None:
    preview = await room.press(await room.brought(), "Preview")
    assert "**Preview**, only for you" in text_of(preview)
    assert "# Harbour Notes #9" in text_of(preview)
    asked = await room.press(preview, "Publish")
    assert "It goes to 0 channels." in text_of(asked)
    out = await room.press(asked, "Now")
    assert in_place(out)
    assert "# Harbour Notes #9 goes out <t:1643716830:R>" in text_of(out)
    stopped = await room.press(out, "Stop")
    assert "Stopped: nobody was told." in text_of(stopped)
    assert "-# Draft" in text_of(stopped)
    again = await room.press(await room.press(stopped, "Publish"), "Now")
    await room.env.advance_time(40)
    late = await room.press(again, "Stop")
    assert private(late)


async def test_the_text_of_a_section_is_edited(room: DeskRoom) -> None:
    section = await room.pick(await room.brought(), "Open a section", "2")
    edited = await room.fill(section, "Edit text…", text="Divers counted boats in Lima.")
    assert in_place(edited)
    assert "Divers counted boats in Lima." in text_of(edited)
    assert "Peru: text changed." in text_of(edited)


async def test_a_text_that_breaks_a_quote_asks_what_becomes_of_it(room: DeskRoom) -> None:
    section = await room.pick(await room.brought(), "Open a section", "1")
    asked = await room.fill(section, "Edit text…", text="“We sail at noon,” said Ada Quill.")
    assert "# 1 quote is not in the new text" in text_of(asked)
    assert "Nothing is saved yet" in text_of(asked)
    refused = await room.fill(asked, "Other words…", words="Never.")
    assert "“Never.” is not in the text word for word" in text_of(refused)
    edited = await room.fill(asked, "Other words…", words="We sail at noon,")
    assert "“We sail at noon,” said Ada Quill." in text_of(edited)
    quotes = await room.press(await room.press(edited, "Back"), "Quotes (1)")
    assert options(quotes, "Quotes 1") == {"Ada Quill: We sail at noon,": "1.0"}


async def test_a_text_that_breaks_a_quote_is_typed_again_or_left_as_it_was(
    room: DeskRoom,
) -> None:
    section = await room.pick(await room.brought(), "Open a section", "1")
    asked = await room.fill(section, "Edit text…", text="All quiet.")
    typed = await room.fill(asked, "Edit the text again…", text="“We sail at dawn,” she said.")
    assert "“We sail at dawn,” she said." in text_of(typed)
    asked = await room.fill(typed, "Edit text…", text="All quiet.")
    back = await room.press(asked, "Leave the text as it was")
    assert "“We sail at dawn,” she said." in text_of(back)


async def test_a_broken_quote_is_left_out_or_kept_with_a_source(room: DeskRoom) -> None:
    section = await room.pick(await room.brought(), "Open a section", "1")
    asked = await room.fill(section, "Edit text…", text="All quiet.")
    kept = await room.fill(asked, "Keep it, with a source…", source="Harbour Radio")
    assert "All quiet." in text_of(kept)
    one = await room.pick(kept, "Open a quote", "1.0")
    assert "Not in the text; source: Harbour Radio" in text_of(one)
    gone = await room.press(one, "Not a quote")
    assert "Quotes" not in " ".join(labels(gone))


async def test_a_quote_is_changed_and_added(room: DeskRoom) -> None:
    quotes = await room.press(await room.brought(), "Quotes (1)")
    one = await room.pick(quotes, "Quotes 1", "1.0")
    changed = await room.fill(
        one,
        "Change…",
        words="We sail at dawn,",
        speaker="Ada Quill",
        role="pilot",
        country="Japan",
        day="2022-01-27",
    )
    assert "Japan: quote “We sail at dawn,” changed" in text_of(changed)
    section = await room.pick(changed, "Open a section", "2")
    missing = await room.fill(section, "Add quote…", words="We shall see.", speaker="Ben Oar")
    assert "# These words are not in the section's text" in text_of(missing)
    assert private(missing)
    added = await room.fill(missing, "Keep it, with a source…", source="Harbour Radio")
    assert "Peru: quote of Ben Oar added." in text_of(added)


async def test_what_cannot_be_taken_comes_back_with_what_was_typed(room: DeskRoom) -> None:
    shown = await room.brought()
    refused = await room.fill(
        shown, "Number, date, title…", number="nine", day="2022-01-28", title="Calm"
    )
    assert private(refused)
    assert "“nine” is no number" in text_of(refused)
    assert "- Number: nine" in text_of(refused)
    again = await room.fill(refused, "Edit again", number="10", day="28 January 2022", title="Calm")
    assert "# Harbour Notes #10" in text_of(again)


async def test_two_editors_of_one_part_are_told(room: DeskRoom) -> None:
    section = await room.pick(await room.brought(), "Open a section", "2")
    ours = await room.press(section, "Edit text…")
    theirs = await room.press(section, "Edit text…")
    await room.editor.submit_modal(theirs, {"text": "Fog."})
    refused = await room.editor.submit_modal(ours, {"text": "Rain."})
    assert private(refused)
    assert "Ada has changed this part meanwhile" in text_of(refused)
    assert "Changed: Peru." in text_of(refused)
    assert "- Text of this part: Rain." in text_of(refused)
    again = await room.fill(refused, "Edit again", text="Rain and fog.")
    assert "Rain and fog." in text_of(again)


async def test_sections_are_moved_joined_and_divided(room: DeskRoom) -> None:
    section = await room.pick(await room.brought(), "Open a section", "2")
    moved = await room.press(section, "Move up")
    assert "## 🇵🇪 Peru" in text_of(moved)
    joined = await room.press(moved, "Join to the one above")
    assert "Peru: joined to Overview" in text_of(joined)
    overview = await room.pick(joined, "Open a section", "0")
    lines = await room.press(overview, "Divide…")
    divided = await room.pick(
        lines, "At the line", *list(options(lines, "At the line").values())[:1]
    )
    assert divided


async def test_events_are_added_and_left_out(room: DeskRoom) -> None:
    section = await room.pick(await room.brought(), "Open a section", "2")
    added = await room.fill(
        section,
        "Add event…",
        sentence="Talks begin.",
        day="2022-02",
        country="Peru",
        expected="yes",
    )
    assert "Peru: event added." in text_of(added)
    one = await room.pick(added, "Open an event", "2.1")
    assert "**February 2022**, expected" in text_of(one)
    gone = await room.press(one, "Not an event")
    assert "Peru: event left out" in text_of(gone)


async def test_the_quotes_of_the_alert_are_chosen(room: DeskRoom) -> None:
    chosen = await room.press(await room.brought(), "Shown in the alert")
    assert [each["default"] for each in menu(chosen, "Quotes for")["options"]] == [True]
    none = await room.pick(chosen, "Quotes for")
    preview = await room.press(none, "Preview")
    assert "> “We sail at dawn" not in text_of(preview)


async def test_the_desk_is_opened_again_where_one_was(room: DeskRoom) -> None:
    await room.brought()
    assert "# Harbour Notes #9" in text_of(await room.desk("open"))
    listed = await room.desk("list")
    assert "- Harbour Notes #9: Calm Seas · draft · Ada" in text_of(listed)
    (value,) = options(listed, "Open…").values()
    assert "# Harbour Notes #9" in text_of(await room.pick(listed, "Open…", value))
    other = await room.clerk.slash(room.channel, "desk open")
    assert "You have no draft yet" in text_of(other)
    room.assert_refused()


async def test_a_draft_is_begun_and_a_section_added(room: DeskRoom) -> None:
    await room.brought()
    begun = await room.desk("new", title="Storm", date="January 30, 2022")
    assert "# Harbour Notes #10\nJanuary 30, 2022 · **Storm**" in text_of(begun)
    added = await room.desk("section", country="Peru", text="Divers.", source="Radio")
    assert "Ada, <t:1643716800:f>: Peru: section added" in text_of(added)


async def test_nobody_else_gets_in(room: DeskRoom) -> None:
    await room.allow(room.reader)
    for command in ("open", "list", "new", "preview", "publish"):
        refused = await room.reader.slash(room.channel, f"desk {command}")
        assert private(refused)
        assert "Only editors may do this" in text_of(refused)
    room.assert_refused()


async def test_a_quote_and_an_event_are_typed_alone(room: DeskRoom) -> None:
    await room.brought()
    said = await room.desk(
        "quote", speaker="Ben Oar", country="Peru", text="We shall see.", role="diver"
    )
    assert "Peru: quote of Ben Oar added" in text_of(said)
    section = await room.pick(said, "Open a section", "2")
    assert "Diver Ben Oar: “We shall see.”" in text_of(section)
    beside = await room.desk(
        "quote", speaker="Ben Oar", country="Peru", text="Not so.", source="Harbour Radio"
    )
    quotes = await room.press(beside, "Quotes (3)")
    one = await room.pick(quotes, "Quotes 1", "2.1")
    assert "Not in the text; source: Harbour Radio" in text_of(one)
    begun = await room.desk("quote", speaker="Eva Falk", country="Norway", text="Aye.")
    assert "4\\. 🇳🇴 Norway · 16 characters · 1 quote" in text_of(begun)
    happened = await room.desk("event", day="2022-02", country="Norway", text="Talks begin.")
    assert "Norway: event added" in text_of(happened)
    asked = await room.desk("event", day="2022-02", country="Norway")
    sent = await room.editor.submit_modal(
        asked, {"sentence": "Talks end.", "day": "soon", "country": "Norway"}
    )
    assert "“soon” is no date" in text_of(sent)


async def test_undo_says_what_it_takes_back_and_asks(room: DeskRoom) -> None:
    await room.brought()
    out = await room.press(await room.press(await room.desk("open"), "Publish"), "Now")
    assert "goes out" in text_of(out)
    asked = await room.desk("undo")
    assert "Take the publication back? Nobody was told of it yet." in text_of(asked)
    assert "Stopped: nobody was told." in text_of(await room.press(asked, "Take it back"))
    nothing = await room.desk("undo")
    assert "There is nothing to take back" in text_of(nothing)
    await room.desk("section", country="Norway", text="Fjords.")
    asked = await room.desk("undo")
    assert "Take this back: Norway: section added?" in text_of(asked)
    undone = await room.press(asked, "Take it back")
    assert "Norway" not in text_of(undone).replace("Undone: Norway", "").replace("back: Norway", "")


async def test_a_file_becomes_a_draft(room: DeskRoom) -> None:
    shown = await room.desk("import", file=("notes.md", DOCUMENT.encode()))
    assert "Imported from notes.md" in text_of(shown)


async def test_what_is_pasted_in_two_pieces_is_joined_once(room: DeskRoom) -> None:
    long = DOCUMENT + " ".join(f"Boat {number} was counted." for number in range(200))
    form = await room.desk("import")
    asked = await room.editor.submit_modal(form, {"text": long[:4_000]})
    assert "# Is that all of it?" in text_of(asked)
    rest = await room.press(asked, "Continue pasting…")
    shown = await room.editor.submit_modal(rest, {"text": long[3_900:]})
    assert "# Harbour Notes #9" in text_of(shown)
    section = await room.pick(shown, "Open a section", "2")
    assert f"{len(long[long.index('Divers') :]):,} characters" in text_of(section)


async def test_a_number_that_is_taken_is_left_out_of_a_draft(room: DeskRoom) -> None:
    await room.brought()
    shown = await room.brought(DOCUMENT.replace("Divers", "Pilots"))
    assert "# Harbour Notes without a number" in text_of(shown)
    assert "Harbour Notes \\#9 is there already" in text_of(shown)
    again = await room.brought()
    assert "has this text already" in text_of(again)


async def test_a_speaker_is_changed_in_all_quotes_and_remembered(room: DeskRoom) -> None:
    twice = DOCUMENT.replace("Nobody objected.", "“Aye,” said Ada Quill.")
    quotes = await room.press(await room.brought(twice), "Quotes (2)")
    one = await room.pick(quotes, "Quotes 1", "1.0")
    asked = await room.fill(one, "Change…", words="We sail at dawn,", speaker="Adela Quill")
    assert "# Ada Quill is Adela Quill here" in text_of(asked)
    changed = await room.press(asked, "Also 1 other quote")
    assert "Ada Quill is Adela Quill in all quotes" in text_of(changed)
    later = await room.brought(twice.replace("#9", "#10"))
    found = options(await room.press(later, "Quotes (2)"), "Quotes 1")
    assert all(label.startswith("Adela Quill: ") for label in found)


async def test_a_published_issue_is_corrected_and_withdrawn(room: DeskRoom, app: App) -> None:
    await room.press(await room.press(await room.brought(), "Publish"), "Now")
    (issue,) = [each.issue for each in await app.desk.listed(room.as_editor)]
    pending = await app.publishing.pending(issue.id)
    assert pending
    await room.out(issue.id)
    shown = await room.desk("open")
    assert "-# Published" in text_of(shown)
    assert "Send the correction…" not in labels(shown)
    changed = await room.fill(
        shown, "Number, date, title…", number="9", day="2022-01-28", title="Rough Seas"
    )
    assert "-# Published; a correction is being written" in text_of(changed)
    asked = await room.press(changed, "Send the correction…")
    sent = await room.fill(asked, "Give the reason and send…", reason="The seas were rough.")
    assert "# The correction of Harbour Notes #9 goes out <t:" in text_of(sent)
    await room.out(issue.id)
    now = await room.desk("open")
    assert "**Rough Seas**" in text_of(now)
    refused = await room.fill(now, "Withdraw…", reason="All wrong.", number="8")
    assert "To withdraw it, type its number: 9." in text_of(refused)
    gone = await room.fill(refused, "Edit again", reason="All wrong.", number="9")
    assert "# Harbour Notes #9 is withdrawn <t:" in text_of(gone)
    await room.out(issue.id)
    end = await room.desk("open")
    assert "It was withdrawn and stays as it is" in text_of(end)
    assert labels(end) == ["History"]


async def test_a_document_goes_to_the_only_briefing_or_to_the_one_it_names(
    room: DeskRoom, app: App
) -> None:
    other = DOCUMENT.replace("Harbour Notes", "Lantern Letter")
    assert "# Harbour Notes #9" in text_of(await room.brought(other))
    await app.briefing_making.found(room.guild.id, "Tides", public=False)
    asked = await room.brought(other.replace("#9", "#10"))
    assert "# In which briefing?" in text_of(asked)
    key = options(asked, "A briefing…")["Tides"]
    assert "# Tides #10" in text_of(await room.pick(asked, "A briefing…", key))
    assert "# Tides #9" in text_of(await room.brought(DOCUMENT.replace("Harbour Notes", "Tides")))
    named = await room.desk("import", text=other.replace("#9", "#11"), briefing="Tides")
    assert "# Tides #11" in text_of(named)


async def test_what_is_about_to_go_out_is_not_changed(room: DeskRoom) -> None:
    shown = await room.brought()
    await room.press(await room.press(shown, "Publish"), "Now")
    refused = await room.desk("section", country="Norway", text="Fjords.")
    assert "is about to go out; press Stop first" in text_of(refused)


async def test_a_form_of_a_section_that_has_moved_is_not_opened(room: DeskRoom) -> None:
    old = await room.pick(await room.brought(), "Open a section", "2")
    other = await room.pick(await room.desk("open", issue="9"), "Open a section", "2")
    await room.press(other, "Move up")
    now = await room.press(old, "Edit text…")
    assert "Somebody has changed it since; this is how it is now." in text_of(now)
    assert "2\\. 🇵🇪 Peru" in text_of(now)


async def test_what_is_typed_for_a_section_follows_it(room: DeskRoom) -> None:
    section = await room.pick(await room.brought(), "Open a section", "2")
    ours = await room.press(section, "Edit text…")
    other = await room.pick(await room.desk("open", issue="9"), "Open a section", "2")
    moved = await room.press(other, "Move up")
    await room.fill(moved, "Edit text…", text="Fog.")
    refused = await room.editor.submit_modal(ours, {"text": "Rain."})
    assert "has changed this part meanwhile" in text_of(refused)
    edited = await room.fill(refused, "Edit again", text="Fog and rain.")
    assert text_of(edited).startswith("## 🇵🇪 Peru")
    assert "Fog and rain." in text_of(edited)


async def test_words_that_are_corrected_stay_a_sentence_of_their_own(room: DeskRoom) -> None:
    quotes = await room.press(await room.brought(), "Quotes (1)")
    one = await room.pick(quotes, "Quotes 1", "1.0")
    typed = {"words": "We sail at noon,", "speaker": "Ada Quill", "country": "Japan"}
    await room.fill(one, "Change…", **typed)
    bench = await room.app.desk.open(room.as_editor, 1)
    assert bench.contents.entries[1].quotes[0].kind is QuoteKind.SPEECH


async def test_a_mark_that_is_written_into_the_text_stands_in_the_event_too(
    room: DeskRoom,
) -> None:
    shown = await room.press(await room.brought(DOUBTED), "Right")
    assert "Doubt" not in text_of(shown)
    bench = await room.app.desk.open(room.as_editor, 1)
    assert bench.contents.entries[1].events[0].sentence.startswith("“We sail at dawn,” said")


async def test_readers_see_where_a_section_was_told(room: DeskRoom) -> None:
    await room.brought()
    added = {"country": "Norway", "text": "Fjords.", "source": "Harbour Radio"}
    panel = await room.desk("section", **added)
    await room.press(await room.press(panel, "Publish"), "Now")
    await room.out(1)
    shown = text_of(await room.ask(country="Norway"))
    assert "Fjords.\n-# Source: Harbour Radio" in shown


async def test_a_country_that_is_none_begins_no_section(room: DeskRoom) -> None:
    await room.brought()
    refused = await room.desk("section", country="Germny", text="Boats.")
    assert "“Germny” is no country that Sitrep knows; do you mean Germany?" in text_of(refused)
    typed = {"heading": "Markets", "country": "", "text": "Boats.", "source": ""}
    assert "4\\. Markets" in text_of(await room.fill(refused, "Edit again", **typed))


async def test_what_is_missing_above_the_issue_is_typed_from_the_checks(room: DeskRoom) -> None:
    await room.brought()
    panel = await room.brought(DOCUMENT.replace("Divers", "Pilots"))
    checks = await room.press(panel, "Publish")
    assert "**Must be mended**: It has no number." in text_of(checks)
    typed = {"number": "10", "day": "2022-01-29", "title": "Calm Seas"}
    mended = await room.fill(checks, "Mend it…", **typed)
    assert "# Harbour Notes #10" in text_of(mended)
    named = await room.desk("section", country="Norway", text="Fjords near Chile.")
    left = await room.press(named, "Checks")
    assert "Named, and without a section: Chile." in text_of(left)
    added = {"heading": "Chile", "country": "Chile", "text": "Fjords.", "source": ""}
    assert "Chile: section added" in text_of(await room.fill(left, "Add section…", **added))
