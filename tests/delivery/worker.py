"""The bot as a process of its own, on a database file and a Discord on this machine.

`python -m tests.delivery.worker URL FILE [--until-done]` prints "ready" once it is connected, and
works until it is told to stop; its other options are the fields of `Manner`.
"""

import asyncio
import json
import resource
import secrets
import signal
import time
from argparse import ArgumentParser
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

from bot import client
from bot.app.app import build_app
from bot.client import SitrepBot
from bot.delivery import pace
from bot.domain import outcome
from bot.domain.tenure import Tenure
from bot.log import set_up_logging
from bot.running import run_until_stopped
from bot.store.store import open_migrated_store
from bot.wiring import load_gazetteer

_WATCHING = "cogs.watching"
_AT_ONCE_SECONDS = 0.1  # the stand-in tells of all servers in one go


@dataclass(frozen=True, kw_only=True)
class Manner:
    """How a worker differs from `sitrep run`.

    `holder`: under which name it holds the lease, so that another of this name takes over at once.
    `ahead`: seconds by which its clock is ahead. `limit`: how many requests leave in a second, to
    measure without the usual pace. `confirming`: for how many seconds a refusal is waited with.
    `blind`: it does not look by itself what it may do in its channels.
    """

    holder: str = ""
    ahead: float = 0.0
    limit: int = 0
    confirming: float = outcome.CONFIRMING_SECONDS
    blind: bool = False

    def now(self) -> datetime:
        """What its clock says."""
        return datetime.now(UTC) + timedelta(seconds=self.ahead)

    def adopt(self) -> None:
        """Changes what is fixed in the bot, for this process."""
        outcome.CONFIRMING_SECONDS = self.confirming
        if self.blind:
            client.EXTENSIONS = tuple(each for each in client.EXTENSIONS if each != _WATCHING)
        if self.limit:
            pace.MOST, pace.WINDOW_SECONDS = self.limit, 1.0
            pace._APART_SECONDS = 0.0


_USUAL = Manner()


async def work(
    url: str,
    file: Path,
    *,
    until_done: bool = False,
    manner: Manner = _USUAL,
    say: Callable[[str], None] = print,
) -> None:
    """Delivers what there is; with `until_done` it ends then, and says what it took."""
    Route.BASE = url
    DiscordWebSocket.DEFAULT_GATEWAY = URL(f"{url}/gateway")
    set_up_logging("INFO")
    manner.adopt()
    async with open_migrated_store(file) as store:
        app = build_app(store, load_gazetteer(), manner.now)
        bot = SitrepBot(app, Tenure(holder=manner.holder or secrets.token_hex(8)))
        bot._connection.guild_ready_timeout = _AT_ONCE_SECONDS
        ready = asyncio.Event()

        async def on_ready() -> None:
            ready.set()
            say("ready")

        bot.add_listener(on_ready)
        measuring = asyncio.create_task(_until_done(bot, ready, say)) if until_done else None
        await run_until_stopped(bot, "any")
        if measuring is not None:
            measuring.cancel()


async def _until_done(bot: SitrepBot, ready: asyncio.Event, say: Callable[[str], None]) -> None:
    await ready.wait()
    before, began = resource.getrusage(resource.RUSAGE_SELF), time.monotonic()
    while not bot.courier.counters.releases_finished:  # noqa: ASYNC110  # it sets no event
        await asyncio.sleep(0.05)
    took, after = time.monotonic() - began, resource.getrusage(resource.RUSAGE_SELF)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    told = {"seconds": took, "cpu": spent, **bot.courier.counters.snapshot()}
    told["statuses"] = {str(status): count for status, count in bot.wire.statuses.items()}
    say(json.dumps(told))
    signal.raise_signal(signal.SIGTERM)


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201  # whoever started it reads this


def main() -> None:
    """Each field of `Manner` is an option."""
    parser = ArgumentParser(description="The bot, on a Discord on this machine.")
    parser.add_argument("url")
    parser.add_argument("file", type=Path)
    parser.add_argument("--until-done", action="store_true")
    for each in fields(Manner):
        kind: dict[str, Any] = {"type": type(each.default), "default": each.default}
        if each.default is False:
            kind = {"action": "store_true"}
        parser.add_argument(f"--{each.name}", **kind)
    given = vars(parser.parse_args())
    url, file, until_done = (given.pop(name) for name in ("url", "file", "until_done"))
    asyncio.run(work(url, file, until_done=until_done, manner=Manner(**given), say=_say))


if __name__ == "__main__":
    main()
