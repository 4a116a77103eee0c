"""A fan-out that is measured: one issue to many channels, and what became of it."""

import asyncio
import json
import math
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bot.domain.gazetteer import Gazetteer
from bot.store.store import open_store
from tests.cli.command import ROOT
from tests.delivery.bureau import Bureau
from tests.delivery.stock import found, subscribe_many
from tests.wire.fault import Fault
from tests.wire.serving import wire
from tests.wire.wire import Wire

RTT, JITTER = 0.08, 0.02
IN_A_SECOND = 50
"""What Discord takes; https://discord.com/developers/docs/topics/rate-limits#global-rate-limit"""

_IN_A_SERVER = 100


@dataclass(frozen=True)
class Fanned:
    """`seconds`: from the arrival of the first request until the last message was stored.

    `ratio`: to the shortest time that Discord's limit allows.
    """

    seconds: float
    ratio: float
    limited: int
    lost: int
    doubled: int

    @property
    def whole(self) -> str:
        """How many are lost, and how many messages there are too many."""
        return f"{self.lost}, {self.doubled}"


def fanned(there: Wire, channels: Sequence[int]) -> Fanned:
    """What has come of a fan-out that is over."""
    asked = there.journal.matching(name="create")
    stored = [each.at for each in asked if each.outcome == "stored"]
    seconds = max(stored) - min(each.at for each in asked)
    return Fanned(
        seconds=seconds,
        ratio=seconds / (len(channels) / IN_A_SECOND),
        limited=there.count(status=429),
        lost=len(there.lost(channels)),
        doubled=sum(count - 1 for count in there.counts().values()),
    )


@asynccontextmanager
async def discord_of(
    channels: int, *, faulty: bool = False, rtt: float = RTT, **terms: Any
) -> AsyncIterator[Wire]:
    """A Discord on this machine; if it is faulty, one in twenty-five messages meets with a fault.

    Of 5xx and of resets, half come after the message was stored.
    """
    servers = math.ceil(channels / _IN_A_SERVER)
    async with wire(rtt=rtt, servers=servers, channels=_IN_A_SERVER, **terms) as there:
        if faulty:
            make_faulty(there)
        yield there


def make_faulty(there: Wire) -> None:
    """2 % of all messages meet with 5xx, 1 % with a reset, and 1 % are slow."""
    there.plan(Fault("error"), Fault("error", after=True), times=None, share=0.02)
    there.plan(Fault("reset"), Fault("reset", after=True), times=None, share=0.01)
    there.plan(Fault("slow", seconds=5), times=None, share=0.01)


@asynccontextmanager
async def bureau_at(
    there: Wire, channels: Sequence[int], gazetteer: Gazetteer
) -> AsyncIterator[Bureau]:
    """A database with a briefing to which all these channels are subscribed."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "sitrep.db"
        async with open_store(file, datetime.now(UTC)) as store:
            briefing = await found(store)
            await subscribe_many(store, briefing, channels)
            yield Bureau(there, file, store, briefing, gazetteer)


async def deliver(bureau: Bureau, *options: str) -> dict[str, Any]:
    """Lets a worker deliver all that is due; gives what it says of itself."""
    target = (bureau.there.url, str(bureau.file))
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.delivery.worker", *target, "--until-done", *options),
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    said, log = await process.communicate()
    assert process.returncode == 0, log.decode()
    return json.loads(said.splitlines()[-1])


def recorded_within(bureau: Bureau) -> float:
    """Seconds from when the courier first claimed something until it had recorded the last."""
    ((first, last),) = bureau.rows("SELECT min(sending_at), max(ended_at) FROM deliveries")
    return (datetime.fromisoformat(last) - datetime.fromisoformat(first)).total_seconds()
