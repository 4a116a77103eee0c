"""The demo: the same bot in a simulated Discord, in the browser, without a token."""

import asyncio
import os
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import simcord

from bot.app.app import build_app
from bot.client import SitrepBot
from bot.delivery.courier import wait_for
from bot.demo.furnishing import furnish
from bot.demo.leftovers import remove_leftovers
from bot.demo.newsroom import WINDOW
from bot.demo.stage import Stage
from bot.domain.gazetteer import Gazetteer
from bot.domain.terms import Terms
from bot.log import set_up_logging
from bot.store.store import open_store

_TERMS = Terms(window=WINDOW)


async def run_demo(root: Path, port: int) -> None:
    """Serves the start page on `port` and the simulated Discord on the next one.

    Raises Refused if the port is taken.
    """
    set_up_logging("WARNING")
    state = root / "data" / "state"
    state.mkdir(parents=True, exist_ok=True)
    remove_leftovers(state)
    with tempfile.TemporaryDirectory(prefix=f"demo-{os.getpid()}-", dir=state) as folder:
        async with open_store(Path(folder) / "sitrep.db", _now()) as store:
            gazetteer = Gazetteer.load(root / "data" / "gazetteer")
            app = build_app(store, gazetteer, _now, allowed=None, terms=_TERMS)
            bot = SitrepBot(app)
            # An Env, not `simcord.run`: the courier has to know it before it begins to wait.
            env = simcord.Env(bot, shard_count=1)
            _keep_time(bot, env)
            await env.start()
            try:
                if bot.user:
                    await bot.user.edit(username="Sitrep")
                scene = await furnish(env, app, _samples(root / "data" / "samples"))
                await bot.keep_desks()
                await Stage(scene, port).serve_until_stopped()
            finally:
                await env.shutdown()


def _keep_time(bot: SitrepBot, env: simcord.Env) -> None:
    """Lets the courier wait by the clock of the simulation, which would wait for it otherwise."""

    async def wait(event: asyncio.Event, seconds: float) -> None:
        await env.external_wait(wait_for(event, seconds), reason="new work, time, or stop")

    bot.courier.wait = wait


def _samples(folder: Path) -> dict[str, bytes]:
    files = (file for file in sorted(folder.iterdir()) if file.name != "README.md")
    return {file.name: file.read_bytes() for file in files}


def _now() -> datetime:
    return datetime.now(UTC)
