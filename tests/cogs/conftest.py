"""A simulated Discord with the real bot, on a real database."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import discord
import pytest
import simcord

from bot.app.app import App, build_app
from bot.app.importing import Order
from bot.client import SitrepBot
from bot.domain.gazetteer import Gazetteer
from bot.store.store import Store
from tests.cogs.documents import NEWER, OLDER


def now() -> datetime:
    return datetime.now(UTC)


@pytest.fixture
def app(store: Store, gazetteer: Gazetteer) -> App:
    return build_app(store, gazetteer, now, allowed=())


@pytest.fixture
async def env(app: App) -> AsyncIterator[simcord.Env]:
    async with simcord.run(SitrepBot(app), shard_count=1) as world:
        with world.time_context():
            yield world


class Newsroom:
    """A server that owns Harbour Notes, with a member who reads."""

    def __init__(self, env: simcord.Env, app: App) -> None:
        self.env, self.app = env, app
        self.guild = env.create_guild("Harbour Desk")
        self.channel = self.guild.create_text_channel("briefings")
        self.reader = self.guild.add_member(env.create_user("reader"))
        self.second = self.guild.add_member(env.create_user("second"))

    async def publish(self, *texts: str, public: bool = False) -> None:
        order = Order(newsroom=self.guild.id, author="test", publish=True, public=public)
        for text in texts:
            await self.app.importing.bring(text.encode(), "issue.txt", order)


@pytest.fixture
async def newsroom(env: simcord.Env, app: App) -> Newsroom:
    desk = Newsroom(env, app)
    await desk.publish(OLDER, NEWER)
    return desk
