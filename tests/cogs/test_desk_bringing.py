"""Import to desk: a message of the newsroom's server becomes a draft, or goes on with one."""

from typing import Any

import pytest
import simcord

from bot.app.app import App
from bot.client import SitrepBot
from bot.errors import Refused
from tests.cogs.desk_room import DOCUMENT, DeskRoom
from tests.cogs.message_menu import pick_in_menu
from tests.cogs.shown import labels, options, private, text_of, words_below
from tests.cogs.world import at_home

MENU = "Import to desk"
MORE = "Quill added that “fog is coming.”\n\nChile\n\nFog."


@pytest.fixture
async def room(env: simcord.Env, app: App) -> DeskRoom:
    made = DeskRoom(env, app)
    await made.opened()
    return made


async def brought(room: DeskRoom, content: str = "", **more: Any) -> simcord.InteractionResult:
    """A reader writes a message, and the editor picks the entry in its menu."""
    written = await room.reader.send(room.channel, content, **more)
    return await pick_in_menu(room.editor, room.channel, MENU, written)


async def test_a_message_becomes_a_draft(room: DeskRoom) -> None:
    shown = await brought(room, DOCUMENT)
    assert private(shown)
    assert text_of(shown).startswith("# Harbour Notes #9")
    assert "Imported from a message" in text_of(shown)
    assert len(room.posted) == 1


async def test_a_further_message_is_added_to_it(room: DeskRoom) -> None:
    await brought(room, DOCUMENT)
    asked = await brought(room, MORE)
    assert private(asked)
    assert text_of(asked).startswith("# Where does this message belong?")
    assert labels(asked) == ["Add to Harbour Notes #9", "A new draft"]
    added = await room.press(asked, "Add to Harbour Notes #9")
    assert not added.followups
    assert "Message added" in text_of(added)
    assert "read again as one document" in text_of(added)
    assert "4\\. 🇨🇱 Chile" in text_of(added)
    undone = await room.press(added, "Undo")
    assert "Chile" not in text_of(undone)


async def test_a_changed_draft_is_added_to_at_its_end(room: DeskRoom) -> None:
    shown = await brought(room, DOCUMENT)
    await room.fill(shown, "Number, date, title…", number="9", day="2022-01-28", title="Fog")
    asked = await brought(room, MORE)
    added = await room.press(asked, "Add to Harbour Notes #9")
    assert "**Fog**" in text_of(added)
    assert "Added at the end" in text_of(added)
    assert "4\\. 🇨🇱 Chile" in text_of(added)


async def test_a_further_message_can_be_a_draft_of_its_own(room: DeskRoom) -> None:
    await brought(room, DOCUMENT)
    asked = await brought(room, DOCUMENT.replace("#9", "#10"))
    refused = await room.press(asked, "Add to Harbour Notes #9")
    (sentence,) = [message.content or "" for message in refused.followups]
    assert "begins an issue of its own" in f"{sentence}{words_below(refused)}"
    other = await room.press(asked, "A new draft")
    assert text_of(other).startswith("# Harbour Notes #10")


async def test_a_file_goes_before_the_words_beside_it(room: DeskRoom) -> None:
    files = [("photo.png", b"\x89PNG"), ("notes.md", DOCUMENT.encode())]
    shown = await brought(room, "Here it is.", attachments=files)
    assert text_of(shown).startswith("# Harbour Notes #9")
    assert "Here it is" not in text_of(shown)
    more = await brought(room, attachments=[("more.txt", MORE.encode())])
    added = await room.press(more, "Add to Harbour Notes #9")
    assert "4\\. 🇨🇱 Chile" in text_of(added)


async def test_a_file_that_is_too_large_is_not_fetched(room: DeskRoom) -> None:
    refused = await brought(room, attachments=[("notes.txt", b"x" * 2_000_001)])
    assert "larger than 2 MB" in text_of(refused)
    room.assert_refused()


async def test_a_message_without_text_is_refused(room: DeskRoom) -> None:
    refused = await brought(room, attachments=[("photo.png", b"\x89PNG")])
    assert private(refused)
    assert "This message has no text and no file" in text_of(refused)
    room.assert_refused()


async def test_it_asks_in_which_briefing_it_belongs(room: DeskRoom, app: App) -> None:
    await app.briefing_making.found(room.guild.id, "Tides", public=False)
    asked = await brought(room, DOCUMENT.replace("Harbour Notes", "Lantern Letter"))
    assert text_of(asked).startswith("# In which briefing?")
    tides = options(asked, "A briefing…")["Tides"]
    shown = await room.pick(asked, "A briefing…", tides)
    assert not shown.followups
    assert text_of(shown).startswith("# Tides #9")


async def test_the_right_is_asked_for_again_at_the_click(room: DeskRoom, app: App) -> None:
    await brought(room, DOCUMENT)
    asked = await brought(room, MORE)
    await app.servers.choose(room.guild.id, editor_role=1)
    for label in ("Add to Harbour Notes #9", "A new draft"):
        assert "Only editors may do this" in text_of(await room.press(asked, label))


async def test_nobody_adds_to_a_draft_of_another_newsroom(
    room: DeskRoom, env: simcord.Env, app: App
) -> None:
    other = DeskRoom(env, app, "Far Shore")
    await other.opened()
    await brought(other, DOCUMENT)
    await brought(room, DOCUMENT)
    asked = await brought(room, MORE)
    (draft, *_) = [each.issue for each in await app.desk.listed(other.as_editor)]
    assert asked.response
    with pytest.raises(Refused, match="no such issue at this desk"):
        await app.desk_messages.add(room.as_editor, draft.id, b"Fog.", "message.txt")


async def test_the_question_is_answered_after_a_restart(room: DeskRoom, app: App) -> None:
    await brought(room, DOCUMENT)
    asked = await brought(room, MORE)
    await room.env.restart_bot(at_home(SitrepBot(app), room.env))
    added = await room.press(asked, "Add to Harbour Notes #9")
    assert "4\\. 🇨🇱 Chile" in text_of(added)
    third = await brought(room, "Peru\n\nDivers.")
    assert "Add to Harbour Notes #9" in labels(third)
