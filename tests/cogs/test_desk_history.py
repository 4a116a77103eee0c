"""The history of an issue in Discord: its pages, what was changed, and restoring it."""

from pathlib import Path

import pytest
import simcord

from bot.app.app import App, build_app
from bot.app.planning import Order
from bot.client import SitrepBot
from bot.domain.entry import Entry
from bot.domain.gazetteer import Gazetteer
from bot.store.store import open_store
from tests.cogs.desk_room import DOCUMENT, DeskRoom
from tests.cogs.shown import in_place, labels, options, private, text_of
from tests.cogs.world import at_home
from tests.moments import NOW

MOMENT = "<t:1643716800:f>"
FOG = "Divers counted boats in Lima on January 21, 2022. Fog came."


@pytest.fixture
async def room(env: simcord.Env, app: App) -> DeskRoom:
    made = DeskRoom(env, app)
    await made.opened()
    await made.brought()
    return made


async def edited(room: DeskRoom, text: str = FOG) -> None:
    """The editor changes the text of Peru."""
    section = await room.pick(await room.desk("open", issue="9"), "Open a section", "2")
    await room.fill(section, "Edit text…", text=text)


async def published(room: DeskRoom, app: App) -> int:
    await room.press(await room.press(await room.desk("open", issue="9"), "Publish"), "Now")
    (issue,) = [each.issue for each in await room.app.desk.listed(room.as_editor)]
    await room.out(issue.id)
    return issue.id


async def test_the_history_tells_who_and_when_and_what(room: DeskRoom) -> None:
    await edited(room)
    shown = await room.desk("history")
    assert private(shown)
    assert text_of(shown).splitlines() == [
        "# History of Harbour Notes #9",
        "-# 2 saved states, the newest first",
        f"2\\. Ada · {MOMENT} · Peru: text changed",
        f"1\\. Ada · {MOMENT} · Imported from pasted text",
    ]
    assert options(shown, "What was changed") == {
        "2. Ada · Peru: text changed": "v2",
        "1. Ada · Imported from pasted text": "v1",
    }
    assert labels(shown)[-1] == "Back"


async def test_a_state_shows_the_changed_sentences_only(room: DeskRoom) -> None:
    await edited(room, "Divers counted boats in Lima. Fog came.")
    past = await room.pick(await room.desk("history"), "What was changed", "v2")
    assert in_place(past)
    assert text_of(past).splitlines() == [
        "# A saved state of Harbour Notes #9",
        f"Ada, {MOMENT}: Peru: text changed",
        f"-# What is different from Ada, {MOMENT}",
        "### Peru",
        "was:",
        "> Divers counted boats in Lima on January 21, 2022.",
        "now:",
        "> Divers counted boats in Lima. Fog came.",
        "Event “Divers counted boats in Lima on January 21, 2022.”, to look at was: nothing",
        "now:",
        "> in doubt; this sentence is not in the text any more",
        "It is like this now; there is nothing to restore.",
    ]
    assert labels(past) == ["Back"]


async def test_a_state_is_restored_and_that_taken_back(room: DeskRoom) -> None:
    await edited(room)
    history = await room.press(await room.desk("open", issue="9"), "History")
    assert in_place(history)
    past = await room.pick(history, "What was changed", "v1")
    assert "-# This is how it began." in text_of(past)
    assert "Section added: **Peru**" in text_of(past)
    assert "**Undo** takes it back" in text_of(past)
    restored = await room.press(past, "Restore this")
    assert in_place(restored)
    assert "Restored: as of 2022-02-01 12:00." in text_of(restored)
    assert "3\\. 🇵🇪 Peru · 49 characters · 1 event" in text_of(restored)
    undone = await room.press(restored, "Undo")
    assert "Taken back: Restored: as of 2022-02-01 12:00." in text_of(undone)
    assert "3\\. 🇵🇪 Peru · 59 characters · 1 event" in text_of(undone)


async def test_a_published_issue_is_restored_by_a_correction(room: DeskRoom, app: App) -> None:
    key = await published(room, app)
    await edited(room)
    await room.corrected(await room.desk("open", issue="9"), "There was fog.")
    await room.out(key)
    shown = await room.desk("history", issue="9")
    assert f"**Revision 2** · Ada · {MOMENT} · There was fog." in text_of(shown)
    past = await room.pick(shown, "What was changed", "r1")
    assert "# Revision 1 of Harbour Notes #9" in text_of(past)
    assert "Nothing that it says was changed." in text_of(past)
    assert "begins a correction; nothing goes out before you send it" in text_of(past)
    restored = await room.press(past, "Restore this")
    assert "-# Published; a correction is being written" in text_of(restored)
    assert ", revision 1" in text_of(restored)
    assert "Send the correction…" in labels(restored)
    assert await app.publishing.pending(key) is None
    await room.corrected(restored, "There was none.")
    refused = await room.press(
        await room.pick(await room.desk("history"), "What was changed", "r2"), "Restore this"
    )
    assert "is about to go out; press Stop first" in text_of(refused)
    await room.out(key)
    assert "49 characters" in text_of(await room.desk("open", issue="9"))


async def test_live_updates_that_would_be_lost_are_told(room: DeskRoom, app: App) -> None:
    key = await published(room, app)
    order = Order(author=room.as_editor.author, at_once=True)
    for text in ("Rain.", "More rain."):
        entry = Entry(heading="Chile", countries=("CL",), text=text)
        await app.publishing.update(key, (entry,), order)
    past = await room.pick(await room.desk("history"), "What was changed", "r1")
    assert "**2 live updates since then would be left out.**" in text_of(past)
    past = await room.pick(await room.desk("history"), "What was changed", "r2")
    assert "**1 live update since then would be left out.**" in text_of(past)
    assert "Section added: **Chile, live update**" in text_of(past)


async def test_a_withdrawn_issue_is_read_and_not_restored(room: DeskRoom, app: App) -> None:
    key = await published(room, app)
    await room.fill(
        await room.desk("open", issue="9"), "Withdraw…", reason="All wrong.", number="9"
    )
    await room.out(key)
    for chosen in ("#9", f"i{key}"):
        shown = await room.desk("history", issue=chosen)
        assert f"**Revision 2** · Ada · {MOMENT} · All wrong." in text_of(shown)
    past = await room.pick(shown, "What was changed", "v1")
    assert "Harbour Notes #9 was withdrawn and stays as it is." in text_of(past)
    assert labels(past) == ["Back"]


async def test_what_was_changed_meanwhile_is_not_restored_over(room: DeskRoom) -> None:
    await edited(room)
    past = await room.pick(await room.desk("history"), "What was changed", "v1")
    await room.desk("section", country="Norway", text="Fjords.")
    refused = await room.press(past, "Restore this")
    assert private(refused)
    assert "# Nothing was changed" in text_of(refused)
    assert "New: Norway." in text_of(refused)


async def test_a_long_history_and_a_long_change_are_paged(room: DeskRoom) -> None:
    section = await room.pick(await room.desk("open", issue="9"), "Open a section", "2")
    for number in range(12):
        text = " ".join(f"Boat {nth} came on day {number}." for nth in range(150))
        section = await room.fill(section, "Edit text…", text=text[:1_900])
    newest = await room.desk("history")
    assert "-# 13 saved states, the newest first, page 1 of 2" in text_of(newest)
    older = await room.press(newest, "Older")
    assert len(options(older, "What was changed")) == 3
    past = await room.pick(older, "What was changed", "v3")
    assert "-# Page 1 of 2" in text_of(past)
    last = await room.press(past, "Next")
    assert "-# Page 2 of 2" in text_of(last)
    assert "### Peru" in text_of(last)
    back = await room.press(await room.press(last, "Previous"), "Back")
    assert "page 2 of 2" in text_of(back)
    assert "page 1 of 2" in text_of(await room.press(back, "Newer"))
    assert "# Harbour Notes #9" in text_of(await room.press(back, "Back"))


async def test_all_of_it_answers_after_a_restart(
    room: DeskRoom, database: Path, gazetteer: Gazetteer
) -> None:
    await edited(room)
    shown = await room.desk("history")
    past = await room.pick(shown, "What was changed", "v1")
    async with open_store(database, NOW) as store:
        app = build_app(store, gazetteer, lambda: NOW)
        await room.env.restart_bot(at_home(SitrepBot(app), room.env))
        restored = await room.press(past, "Restore this")
        assert "Restored: as of 2022-02-01 12:00." in text_of(restored)
        assert "3 saved states" in text_of(await room.press(restored, "History"))
        again = await room.pick(await room.desk("history"), "What was changed", "v2")
        assert "> Fog came." in text_of(again)


async def test_every_issue_is_offered_and_any_other_refused(room: DeskRoom, app: App) -> None:
    key = await published(room, app)
    offered = await room.editor.autocomplete(room.channel, "desk history", "issue", "9")
    assert [(each["name"], each["value"]) for each in offered] == [
        ("Harbour Notes #9: Calm Seas (published)", f"i{key}")
    ]
    for typed in ("8", "i99", "Fog"):
        refused = await room.desk("history", issue=typed)
        assert "There is no such issue at this desk" in text_of(refused)
    other = await room.clerk.slash(room.channel, "desk history")
    assert "You have changed nothing yet" in text_of(other)
    room.assert_refused()


async def test_hostile_text_stays_inert(room: DeskRoom) -> None:
    nasty = "@everyone **bold** [x](https://evil.example) `code` # no"
    section = await room.pick(await room.brought(DOCUMENT.replace("#9", "#10")), "Open", "2")
    await room.fill(section, "Edit text…", text=f"{nasty}\n\n> quoted\n\n# Heading")
    past = await room.pick(await room.desk("history"), "What was changed", "v2")
    assert "@everyone" not in text_of(past)
    assert "**bold**" not in text_of(past)
    assert "\n# Heading" not in text_of(past)
