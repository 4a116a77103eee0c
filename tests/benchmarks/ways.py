"""The other ways to tell many channels: those of a bot that has discord.py and nothing else.

`python -m tests.benchmarks.ways WAY URL` reads the ids of channels as JSON from its standard input,
sends them all the same card, and prints what it took.
"""

import asyncio
import json
import resource
import sys
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import aiohttp
import discord

from bot.domain.alert import Alert, key_quotes
from bot.domain.briefing import Briefing
from bot.domain.delivery import CopyKind
from bot.domain.issue import Issue, State
from bot.presentation.alert_card import alert_card
from bot.presentation.card import Card
from bot.presentation.language import Language
from bot.wiring import load_gazetteer
from tests.cli.command import ROOT
from tests.delivery.stock import NEWSROOM, issue_of
from tests.wire.reached import logged_in

_IN_FLIGHT, _PACE = 96, 48.0  # as the courier
_SEMAPHORE = 50

Send = Callable[[int], Awaitable[None]]


async def loop_(send: Send, channels: Sequence[int]) -> None:
    """One after the other."""
    for channel in channels:
        await send(channel)


async def gather(send: Send, channels: Sequence[int]) -> None:
    """All at once."""
    await asyncio.gather(*map(send, channels))


async def semaphore(
    send: Send, channels: Sequence[int], most: int = _SEMAPHORE, pace: float = 0.0
) -> None:
    """So many at once; with a pace, so many are begun in a second."""
    free, loop = asyncio.Semaphore(most), asyncio.get_running_loop()
    began = loop.time()

    async def one(place: int, channel: int) -> None:
        if pace:
            await asyncio.sleep(max(began + place / pace - loop.time(), 0))
        async with free:
            await send(channel)

    await asyncio.gather(*(one(place, channel) for place, channel in enumerate(channels)))


async def burst(send: Send, channels: Sequence[int]) -> None:
    """As many at once as the courier has in flight."""
    await semaphore(send, channels, _IN_FLIGHT)


async def paced(send: Send, channels: Sequence[int]) -> None:
    """As the courier paces them."""
    await semaphore(send, channels, _IN_FLIGHT, _PACE)


WAYS = {"loop": loop_, "gather": gather, "semaphore": semaphore, "burst": burst, "paced": paced}


async def go(way: str, url: str, channels: Sequence[int]) -> dict[str, Any]:
    """A failure is no reason to leave out those who come after."""
    card, failed = _card(), 0
    async with logged_in(url) as client:

        async def send(channel: int) -> None:
            nonlocal failed
            try:
                await client.get_partial_messageable(channel).send(view=card)
            except (discord.HTTPException, aiohttp.ClientError, OSError):
                failed += 1

        before, began = _spent(), time.monotonic()
        await WAYS[way](send, channels)
        return {"cpu": _spent() - before, "seconds": time.monotonic() - began, "failed": failed}


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _card() -> Card:
    """What the courier's messages show."""
    contents = issue_of(1)
    entries = tuple(
        entry.model_copy(update={"id": place}) for place, entry in enumerate(contents.entries, 1)
    )
    briefing = Briefing(
        id=1, newsroom=NEWSROOM, newsroom_name="Harbour Desk", name="Harbour Notes", public=True
    )
    issue = Issue(
        id=1, briefing=briefing, state=State.PUBLISHED,
        number=contents.number, date=contents.date, title=contents.title,
    )  # fmt: skip
    alert = Alert(
        kind=CopyKind.ALERT, issue=issue,
        overview=entries[0], wanted=entries[1:], quotes=key_quotes(entries[1:], ()),
    )  # fmt: skip
    return alert_card(alert, Language("en-US", load_gazetteer()))


async def told(way: str, url: str, channels: Sequence[int]) -> dict[str, Any]:
    """Tells them all in a process of its own; gives what it took."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", __name__, way, url),
        cwd=ROOT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    said, _ = await process.communicate(json.dumps(channels).encode())
    assert process.returncode == 0
    return json.loads(said)


def main() -> None:
    """Speaks to whoever started it."""
    way, url = sys.argv[1:]
    print(json.dumps(asyncio.run(go(way, url, json.load(sys.stdin)))))  # noqa: T201


if __name__ == "__main__":
    main()
