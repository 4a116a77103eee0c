"""Publishing at a set time: from the card that asks to the notice of what was missed."""

from datetime import timedelta
from typing import Any

import pytest
import simcord

from bot.app.app import App
from tests.cogs.desk_room import DeskRoom
from tests.cogs.shown import in_place, labels, private, text_of, words_of

PARIS_18 = 1_643_734_800  # 1 February 2022, 17:00 UTC; the test's clock shows 12:00


@pytest.fixture
async def room(env: simcord.Env, app: App) -> DeskRoom:
    made = DeskRoom(env, app)
    await made.opened()
    return made


async def due(room: DeskRoom, issue: int, late: timedelta = timedelta()) -> None:
    """Its moment comes, or is so long ago; the test's clock stands still."""
    async with room.app.publishing._store.write() as store:
        pending = await store.releases.pending(issue)
        assert pending
        moment: dict[str, Any] = {"due_at": pending.made_at - late}
        await store.releases.set_state(pending.id, pending.state, **moment)
    await room.env.advance_time(3)


async def key_of(room: DeskRoom) -> int:
    key = await room.app.desk.last(room.as_editor)
    assert key
    return key


async def scheduled(room: DeskRoom) -> simcord.InteractionResult:
    asked = await room.press(await room.brought(), "Publish")
    return await room.fill(asked, "Other time…", when="18:00", zone="Paris")


async def test_another_time_asks_for_the_time_zone_once(room: DeskRoom) -> None:
    asked = await room.press(await room.brought(), "Publish")
    assert labels(asked) == ["Now", "Other time…", "Back"]
    planned = await room.fill(asked, "Other time…", when="18:00", zone="Paris")
    assert in_place(planned)
    assert f"# Harbour Notes #9 goes out <t:{PARIS_18}:R>" in text_of(planned)
    assert f"<t:{PARIS_18}:F>, to 0 channels as things stand." in text_of(planned)
    assert labels(planned) == ["Another time…", "Cancel", "Back"]
    moved = await room.fill(planned, "Another time…", when="9am")
    assert "That time has passed today, so it is tomorrow." in text_of(moved)
    again = await room.press(await room.press(moved, "Cancel"), "Publish")
    assert labels(again) == ["Now", "At 09:00", "Other time…", "Back"]
    usual = await room.press(again, "At 09:00")
    assert "so it is tomorrow" in text_of(usual)


async def test_what_is_no_time_comes_back_with_the_way_to_type_it_again(room: DeskRoom) -> None:
    asked = await room.press(await room.brought(), "Publish")
    refused = await room.fill(asked, "Other time…", when="soon", zone="Paris")
    assert private(refused)
    assert "“soon” is no moment; type it like 18:00" in text_of(refused)
    planned = await room.fill(refused, "Edit again", when="18:00", zone="Paris")
    assert "goes out" in text_of(planned)


async def test_the_panel_of_a_scheduled_issue_says_when_and_can_be_edited(room: DeskRoom) -> None:
    panel = await room.press(await scheduled(room), "Back")
    assert f"-# Scheduled; goes out <t:{PARIS_18}:F>" in text_of(panel)
    assert {"Another time…", "Cancel", "Preview"} <= {*labels(panel)}
    assert "Publish" not in labels(panel)
    added = {"heading": "Norway", "country": "", "text": "Fjords.", "source": ""}
    assert "Norway" in text_of(await room.fill(panel, "Add section…", **added))
    shown = await room.desk("publish")
    assert labels(shown) == ["Another time…", "Cancel", "Back"]
    await due(room, await key_of(room))
    assert "Fjords." in text_of(await room.ask(country="Norway"))


async def test_the_list_shows_when_it_goes_out_and_what_was_missed(room: DeskRoom) -> None:
    await scheduled(room)
    assert f"goes out <t:{PARIS_18}>" in text_of(await room.desk("list"))
    await due(room, await key_of(room), late=timedelta(hours=2))
    assert "**missed**, a draft again" in text_of(await room.desk("list"))


async def test_the_command_takes_a_time(room: DeskRoom) -> None:
    await room.brought()
    form = await room.desk("publish", when="18:00")
    planned = await room.editor.submit_modal(form, {"when": "18:00", "zone": "Paris"})
    assert f"<t:{PARIS_18}:F>" in text_of(planned)
    moved = await room.desk("publish", when="tomorrow 9am")
    assert "# Harbour Notes #9 goes out <t:" in text_of(moved)


async def test_the_log_tells_what_was_missed_and_opens_it(room: DeskRoom) -> None:
    log = room.guild.create_text_channel("log")
    await room.env.settle()
    await room.app.servers.choose(room.guild.id, log_channel=log.id)
    await scheduled(room)
    await due(room, await key_of(room), late=timedelta(hours=2))
    (notice,) = log.history()
    assert "# Harbour Notes #9 did not go out" in words_of(notice)
    assert "The bot was not running then" in words_of(notice)
    assert f"Scheduled by <@{room.editor.id}>" in words_of(notice)
    opened = await room.editor.click(notice, label="Open")
    assert private(opened)
    assert "-# Draft" in text_of(opened)
    assert log.history() == [notice]
    refused = await room.reader.click(notice, label="Open")
    assert "Only editors may do this" in text_of(refused)


async def test_who_scheduled_it_is_told_in_a_message_of_their_own(room: DeskRoom) -> None:
    await scheduled(room)
    await due(room, await key_of(room), late=timedelta(hours=2))
    opened = [each.json for each in room.env.http_requests if each.path == "/users/@me/channels"]
    assert opened == [{"recipient_id": room.editor.id}]
    sent = [each.json for each in room.env.http_requests if each.path.endswith("/messages")]
    assert "did not go out" in str(sent)


async def test_what_is_stopped_within_its_window_is_stopped_from_the_panel_too(
    room: DeskRoom,
) -> None:
    await room.press(await room.press(await room.brought(), "Publish"), "Now")
    panel = await room.desk("open")
    assert "-# Scheduled; goes out <t:1643716830:R>" in text_of(panel)
    stopped = await room.press(panel, "Stop")
    assert "Stopped: nobody was told." in text_of(stopped)
