"""The costs of a fan-out: processor time for each message, and memory for all that wait."""

import asyncio
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain.gazetteer import Gazetteer
from tests.benchmarks.fanning import bureau_at, deliver, discord_of
from tests.benchmarks.memory import Memory, memory_of
from tests.benchmarks.ways import told
from tests.cli.command import ROOT
from tests.delivery.bureau import Bureau
from tests.delivery.stock import NEWSROOM, issue_of

UNLIMITED = 100_000
"""Requests in a second that both the stand-in and the courier let through, where it is raised."""

_SETTLED_SECONDS = 15.0


@dataclass(frozen=True)
class Cost:
    """Milliseconds of processor time for one message."""

    ours: float
    bare: float

    @property
    def ratio(self) -> float:
        return self.ours / self.bare


async def cost(channels: int, gazetteer: Gazetteer, limit: int | None = None) -> Cost:
    """Of the courier, and of bare sends of discord.py: at Discord's pace, or at a raised limit.

    A look at what the bot may do in all its channels, as at every start, is no part of it.
    """
    terms: dict[str, Any] = {} if limit is None else {"limit": limit}
    options = ["--blind"] if limit is None else ["--blind", "--limit", str(limit)]
    async with discord_of(channels, **terms) as there:
        chosen = there.channels()[:channels]
        bare = await told("burst" if limit else "paced", there.url, chosen)
    async with (
        discord_of(channels, **terms) as there,
        bureau_at(there, there.channels()[:channels], gazetteer) as bureau,
    ):
        await bureau.publish(issue_of(1))
        ours = await deliver(bureau, *options)
    return Cost(ours["cpu"] / channels * 1000, bare["cpu"] / channels * 1000)


async def memories(waiting: int, gazetteer: Gazetteer) -> tuple[Memory, Memory]:
    """Of a worker with nothing to do, and with so many messages waiting, of which some went out."""
    found: list[Memory] = []
    for publishes in (False, True):
        async with discord_of(1) as there:
            channels = range(NEWSROOM + 1000, NEWSROOM + 1000 + waiting)
            async with bureau_at(there, channels, gazetteer) as bureau:
                if publishes:
                    await bureau.publish(issue_of(1))
                found.append(await _memory(bureau, channels, publishes=publishes))
    return found[0], found[1]


async def _memory(bureau: Bureau, channels: Sequence[int], *, publishes: bool) -> Memory:
    """The courier alone: a server with so many channels is none that the bot could look through."""
    target = (bureau.there.url, str(bureau.file))
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.delivery.worker", *target, "--blind"),
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        assert process.stdout
        assert await process.stdout.readline() == b"ready\n"
        if publishes:
            await bureau.stored(1)
        await asyncio.sleep(_SETTLED_SECONDS)
        waits = bureau.states()["waiting"]
        assert (waits > len(channels) * 0.9) == publishes
        return memory_of(process.pid)
    finally:
        process.kill()
        await process.wait()
