"""Restart: the panel, the list and every card of alerts go on after it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
import simcord

from bot.app.app import build_app
from bot.client import SitrepBot
from bot.domain.gazetteer import Gazetteer
from bot.domain.subscription import Standing, Wishes
from bot.store.store import open_store
from tests.cogs.alerts_desk import AlertsDesk
from tests.cogs.newsroom import Newsroom
from tests.cogs.shown import in_place, options, private, text_of, title_of
from tests.cogs.world import at_home
from tests.moments import NOW

Restart = Callable[[], Awaitable[None]]


@pytest.fixture
async def desk(newsroom: Newsroom) -> AlertsDesk:
    made = AlertsDesk(newsroom)
    await newsroom.env.settle()
    return made


@pytest.fixture
async def restart(
    desk: AlertsDesk, env: simcord.Env, database: Path, gazetteer: Gazetteer
) -> AsyncIterator[Restart]:
    """Ends the bot and starts another, with nothing in common but the file."""
    async with open_store(database, NOW) as store:

        async def again() -> None:
            desk.newsroom.app = build_app(store, gazetteer, lambda: NOW, allowed=())
            await env.restart_bot(at_home(SitrepBot(desk.newsroom.app), env))

        yield again


async def test_what_was_chosen_on_the_panel_is_still_there(
    desk: AlertsDesk, restart: Restart
) -> None:
    role = desk.guild.create_role("Readers", mentionable=True)
    shown = await desk.ask("subscribe")
    shown = await desk.pick(shown, "Channels", desk.channel)
    await restart()
    shown = await desk.pick(shown, "Countries", "JP")
    assert in_place(shown)
    await restart()
    shown = await desk.pick(shown, "Role", role)
    assert f"**Channels**: <#{desk.channel.id}>" in text_of(shown)
    await restart()
    shown = await desk.press(shown, "Done")
    assert "Subscribed." in text_of(shown)
    assert (await desk.the_one()).wishes == Wishes(countries=("JP",), ping=role.id)


async def test_the_buttons_of_a_subscription_still_answer(
    desk: AlertsDesk, restart: Restart
) -> None:
    card = await desk.subscribe()
    await restart()
    preview = await desk.press(card, "Preview")
    assert private(preview)
    assert "# Harbour Notes #8" in text_of(preview)
    paused = await desk.press(card, "Pause")
    assert in_place(paused)
    await restart()
    resumed = await desk.press(paused, "Resume")
    assert (await desk.the_one()).standing is Standing.WORKING
    await restart()
    panel = await desk.press(resumed, "Edit")
    assert text_of(panel).startswith("## Change these alerts")


async def test_the_list_is_still_turned_and_picked_from(desk: AlertsDesk, restart: Restart) -> None:
    rooms = [desk.room(f"room-{number}") for number in range(6)]
    for room in rooms:
        await desk.subscribe(channel=room)
    listed = await desk.ask("list")
    await restart()
    turned = await desk.press(listed, "Next")
    assert "## 6. Harbour Notes" in text_of(turned)
    (key,) = options(turned, "Pick one").values()
    await restart()
    card = await desk.pick(turned, "Pick one", key)
    assert title_of(card).endswith(f"in <#{rooms[5].id}>")


async def test_what_was_stopped_can_still_come_back(desk: AlertsDesk, restart: Restart) -> None:
    await desk.subscribe()
    ended = await desk.ask("stop")
    await restart()
    back = await desk.press(ended, "Undo")
    assert "is subscribed to **Harbour Notes** again" in text_of(back)
    assert (await desk.the_one()).standing is Standing.WORKING


async def test_a_test_can_still_be_deleted(desk: AlertsDesk, restart: Restart) -> None:
    await desk.press(await desk.subscribe(), "Send a test")
    (posted,) = desk.newsroom.posted
    await restart()
    await desk.keeper.click(posted, label="Delete this test")
    assert desk.newsroom.posted == []
