"""The bot as a process of its own, on a database file and a Discord on this machine.

`python -m tests.delivery.worker URL FILE [--until-done]` prints "ready" once it is connected.
"""

import asyncio
import json
import resource
import secrets
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

from bot.app.app import build_app
from bot.client import SitrepBot
from bot.domain.tenure import Tenure
from bot.store.store import open_migrated_store
from bot.wiring import load_gazetteer


def _now() -> datetime:
    return datetime.now(UTC)


async def work(url: str, file: Path, *, until_done: bool) -> None:
    """Delivers what there is; with `until_done` it ends then, and prints what it took."""
    Route.BASE = url
    DiscordWebSocket.DEFAULT_GATEWAY = URL(f"{url}/gateway")
    async with open_migrated_store(file) as store:
        app = build_app(store, load_gazetteer(), _now)
        bot = SitrepBot(app, Tenure(holder=secrets.token_hex(8)))
        async with bot:
            await bot.login("any")
            connection = asyncio.create_task(bot.connect())
            await bot.wait_until_ready()
            print("ready", flush=True)  # noqa: T201
            if until_done:
                await _until_done(bot)
            else:
                await asyncio.Event().wait()
            await bot.close()
            await connection


async def _until_done(bot: SitrepBot) -> None:
    before, began = resource.getrusage(resource.RUSAGE_SELF), time.monotonic()
    while not bot.courier.counters.releases_finished:
        await asyncio.sleep(0.05)
    took, after = time.monotonic() - began, resource.getrusage(resource.RUSAGE_SELF)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    told = {"seconds": took, "cpu": spent, **bot.courier.counters.snapshot()}
    told["statuses"] = {str(status): count for status, count in bot.wire.statuses.items()}
    print(json.dumps(told), flush=True)  # noqa: T201


if __name__ == "__main__":
    asyncio.run(work(sys.argv[1], Path(sys.argv[2]), until_done="--until-done" in sys.argv))
