"""Closing: answers that were begun are finished, and none is begun any more."""

import asyncio

import pytest
from discord import app_commands
from discord.ext import commands
from structlog.testing import capture_logs

from bot.app.app import App, build_app
from bot.client import SitrepBot
from bot.domain.gazetteer import Gazetteer
from bot.store.store import Store
from cogs.host import Interaction
from tests.arriving import arriving
from tests.connecting import connected, until
from tests.moments import NOW


@pytest.fixture
def app(store: Store, gazetteer: Gazetteer) -> App:
    return build_app(store, gazetteer, lambda: NOW)


class Patience(commands.Cog):
    """A command that answers only when it may."""

    def __init__(self) -> None:
        self.begun: list[asyncio.Event] = []
        self.finished = 0

    @app_commands.command(description="Waits")
    async def wait(self, interaction: Interaction) -> None:
        may_go_on = asyncio.Event()
        self.begun.append(may_go_on)
        await may_go_on.wait()
        self.finished += not interaction.client.is_closed()


def at_work() -> int:
    """How many commands are being answered."""
    return sum(task.get_name() == "CommandTree-invoker" for task in asyncio.all_tasks())


async def test_answers_in_flight_finish_before_it_hangs_up(app: App) -> None:
    """Also one that had arrived, but was not begun."""
    bot, patience = SitrepBot(app), Patience()
    await bot.add_cog(patience)
    async with bot:
        bot.tree._from_interaction(arriving(bot, "wait"))
        await until(lambda: len(patience.begun) == 1)
        closing = asyncio.create_task(bot.close())
        await asyncio.sleep(0)
        bot.tree._from_interaction(arriving(bot, "wait"))
        await until(lambda: len(patience.begun) == 2)
        patience.begun[0].set()
        await until(lambda: at_work() == 1)
        assert not bot.is_closed()
        patience.begun[1].set()
        await closing
    assert patience.finished == 2


async def test_it_hears_nothing_more_while_answers_finish(app: App) -> None:
    bot, patience = SitrepBot(app), Patience()
    await bot.add_cog(patience)
    async with connected(bot):
        bot.tree._from_interaction(arriving(bot, "wait"))
        await until(lambda: patience.begun)
        closing = asyncio.create_task(bot.close())
        await until(bot.shards[0].is_closed)
        assert not closing.done()
        assert not bot.is_closed()
        patience.begun[0].set()
        await closing
    assert patience.finished == 1


async def test_an_answer_that_never_ends_is_hung_up_on(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.client._PATIENCE_SECONDS", 0.01)
    bot, patience = SitrepBot(app), Patience()
    await bot.add_cog(patience)
    async with bot:
        bot.tree._from_interaction(arriving(bot, "wait"))
        await until(lambda: patience.begun)
        with capture_logs() as lines:
            await bot.close()
        patience.begun[0].set()
        await until(lambda: not at_work())
    assert [(line["event"], line["count"]) for line in lines] == [("hanging up on answers", 1)]
    assert patience.finished == 0
