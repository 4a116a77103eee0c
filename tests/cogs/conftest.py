"""A simulated Discord with the real bot, on a real database."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import simcord

from bot.app.app import App, build_app
from bot.client import SitrepBot
from bot.domain.gazetteer import Gazetteer
from bot.store.store import Store
from tests.cogs.documents import NEWER, OLDER
from tests.cogs.newsroom import Newsroom
from tests.cogs.snapshots import Snapshots
from tests.cogs.world import living
from tests.moments import NOW


@pytest.fixture
def app(store: Store, gazetteer: Gazetteer) -> App:
    return build_app(store, gazetteer, lambda: NOW, allowed=())


@pytest.fixture
async def env(app: App) -> AsyncIterator[simcord.Env]:
    """After each test, everything that the bot ever sent must have pinged nobody."""
    async with living(SitrepBot(app)) as world:
        yield world
        world._raise_errors_since(world._errors_acknowledged)


@pytest.fixture(scope="session")
def snapshots(tmp_path_factory: pytest.TempPathFactory) -> Snapshots:
    """Of databases with what the newsroom has published."""
    return Snapshots(tmp_path_factory.mktemp("snapshots"))


@pytest.fixture
async def newsroom(env: simcord.Env, app: App, database: Path, snapshots: Snapshots) -> Newsroom:
    """A server that owns Harbour Notes, private to it, with two issues."""
    desk = Newsroom(env, app)
    await env.settle()

    async def publishing() -> None:
        await desk.publish(OLDER, NEWER)
        await env.settle()

    await snapshots.after(publishing, database)
    return desk


@pytest.fixture
async def stranger(env: simcord.Env, app: App) -> Newsroom:
    """Another server with the bot, which owns nothing."""
    other = Newsroom(env, app, "Far Shore")
    await env.settle()
    return other
