"""Breaking news: `/live`, from what is typed to the countdown."""

import pytest
import simcord

from bot.app.app import App
from tests.cogs.desk_room import DOCUMENT, DeskRoom
from tests.cogs.shown import in_place, labels, private, text_of

TEXT = "“The bell is silent,” said pilot Ben Oar on January 30, 2022."


@pytest.fixture
async def room(env: simcord.Env, app: App) -> DeskRoom:
    made = DeskRoom(env, app)
    await made.opened()
    await made.published()
    return made


async def live(room: DeskRoom, **options: str) -> simcord.InteractionResult:
    return await room.editor.slash(room.channel, "live", **{"country": "Peru", **options})


async def test_an_update_is_shown_and_sent_with_one_click(room: DeskRoom) -> None:
    shown = await live(room, text=TEXT)
    assert private(shown)
    assert text_of(shown).splitlines() == [
        "# Send this update of Harbour Notes #9?",
        "It goes to 0 channels. Found in it: 1 quote, 1 event.",
        "## Update · Harbour Notes #9",
        "<t:1643716800:f> · Harbour Desk",
        "### 🇵🇪 Peru",
        TEXT,
        "-# Harbour Desk · revision 2",
        "-# Peru names no source.",
    ]
    assert labels(shown) == ["Send", "Edit…", "To draft"]
    out = await room.press(shown, "Send")
    assert in_place(out)
    assert text_of(out).startswith("# The update of Harbour Notes #9 goes out <t:1643716830:R>")
    key = await room.app.desk.last(room.as_editor)
    assert key
    await room.out(key)
    assert TEXT in text_of(await room.ask(country="Peru"))


async def test_a_stopped_update_is_there_to_be_sent_again(room: DeskRoom) -> None:
    stopped = await room.press(await room.press(await live(room, text=TEXT), "Send"), "Stop")
    assert "Stopped: nobody was told." in text_of(stopped)
    again = await room.press(stopped, "Send")
    assert "goes out" in text_of(again)


async def test_a_text_left_out_is_asked_for(room: DeskRoom) -> None:
    form = await live(room, source="Harbour Radio")
    shown = await room.editor.submit_modal(
        form, {"country": "Peru, Japan", "text": TEXT, "source": "Harbour Radio"}
    )
    assert "### 🇵🇪🇯🇵 Peru and Japan" in text_of(shown)
    assert "names no source" not in text_of(shown)


async def test_an_update_is_edited_in_place_and_nothing_typed_is_lost(room: DeskRoom) -> None:
    shown = await live(room, text=TEXT)
    typed = {"country": "Atlantis", "text": "All is well.", "source": ""}
    refused = await room.fill(shown, "Edit…", **typed)
    assert private(refused)
    assert "# Nothing was sent" in text_of(refused)
    assert "- What happened: All is well." in text_of(refused)
    mended = await room.fill(refused, "Edit again", **typed | {"country": "Norway"})
    assert in_place(mended)
    assert "### 🇳🇴 Norway" in text_of(mended)


async def test_a_doubt_is_settled_before_it_is_sent(room: DeskRoom) -> None:
    shown = await live(room, text=TEXT.replace("“", ""))
    assert "### Doubt 1 of 1: a quote in Peru" in text_of(shown)
    assert labels(shown) == ["Right", "Not a quote", "Edit…", "To draft"]
    right = await room.press(shown, "Right")
    assert labels(right) == ["Send", "Edit…", "To draft"]
    assert TEXT in text_of(right)


async def test_what_is_no_quote_is_told_as_text(room: DeskRoom) -> None:
    shown = await live(room, text=TEXT.replace("“", ""))
    none = await room.press(shown, "Not a quote")
    assert "Found in it: 0 quotes, 1 event." in text_of(none)


async def test_it_is_put_into_a_draft_instead(room: DeskRoom) -> None:
    draft = await room.press(await live(room, text=TEXT), "To draft")
    assert text_of(draft).startswith("# Harbour Notes #10")
    assert "Put into this draft; nobody was told." in text_of(draft)
    assert "Peru · 61 characters · 1 quote · 1 event" in text_of(draft)


async def test_a_country_is_suggested(room: DeskRoom) -> None:
    offered = await room.editor.autocomplete(room.channel, "live", "country", "peru")
    assert [each["value"] for each in offered] == ["Peru"]


async def test_the_update_says_where_it_was_told(room: DeskRoom) -> None:
    shown = await live(room, text=TEXT, source="Harbour Radio")
    assert f"{TEXT}\n-# Source: Harbour Radio" in text_of(shown)


async def test_it_is_sent_for_another_briefing(room: DeskRoom, app: App) -> None:
    await app.briefing_making.found(room.guild.id, "Tides", public=False)
    await room.press(
        await room.press(
            await room.brought(DOCUMENT.replace("Harbour Notes #9", "Tides #3")), "Publish"
        ),
        "Now",
    )
    await room.out(2)
    shown = await live(room, text=TEXT, briefing="Tides")
    assert "# Send this update of Tides #3?" in text_of(shown)
    other = await room.pick(shown, "For another briefing…", "1")
    assert "# Send this update of Harbour Notes #9?" in text_of(other)
