"""The benchmark of the fan-out: its time, its losses and its costs, beside their aims.

`python -m tests.benchmarks.fanout [--channels 1000] [--only times,faults,kills,later,commands,cpu,
memory,ways]` prints tables in Markdown, row by row; nothing else runs it.
"""

import argparse
import asyncio
import gc
import os
import sqlite3
import sys
from collections.abc import AsyncIterator, Callable, Sequence

from bot.domain.gazetteer import Gazetteer
from tests.benchmarks.costs import UNLIMITED, Cost, cost, memories
from tests.benchmarks.downfall import AWAY_SECONDS, KILLS, away, killed
from tests.benchmarks.fanning import (
    JITTER,
    RTT,
    Fanned,
    bureau_at,
    deliver,
    discord_of,
    fanned,
    recorded_within,
)
from tests.benchmarks.figures import Figure, at_most, head, line, none, row
from tests.benchmarks.promptness import promptness
from tests.benchmarks.timing import Timing
from tests.benchmarks.ways import told
from tests.cli.command import ROOT
from tests.delivery.stock import issue_of

MOST_TIME, MOST_TIME_WITH_FAULTS, MOST_WAIT, MOST_COST, MOST_MEGABYTES = 1.05, 1.15, 2.0, 1.5, 20.0
_MANY, _WAITING = 20_000, 100_000
_OTHERS = {
    "loop": "a loop over `channel.send`",
    "gather": "`asyncio.gather` of all",
    "semaphore": "`gather` under a semaphore of 50",
}

Figures = AsyncIterator[Figure]
Part = Callable[[int, Gazetteer], Figures]


async def times(channels: int, gazetteer: Gazetteer) -> Figures:
    """Without faults, and with and without jitter."""
    for jitter in (0.0, JITTER):
        about = f"with {jitter * 1000:.0f} ms of jitter" if jitter else "without jitter"
        found, wall = await _courier(channels, gazetteer, jitter=jitter)
        yield at_most(f"time / (N/50 s), {about}", found.ratio, MOST_TIME)
        yield Figure(f"from the first claim to the last record, {about}", f"{wall:.3f}")
        yield none(f"429s, {about}", found.limited)
        yield none(f"lost, doubled, {about}", found.lost, found.doubled)


async def faults(channels: int, gazetteer: Gazetteer) -> Figures:
    """2 % of 5xx, 1 % of resets, 1 % slow by 5 s."""
    found, _ = await _courier(channels, gazetteer, faulty=True)
    yield none("lost, doubled with faults", found.lost, found.doubled)
    yield at_most("time / (N/50 s) with faults", found.ratio, MOST_TIME_WITH_FAULTS)
    yield none("429s with faults", found.limited)


async def kills(channels: int, gazetteer: Gazetteer) -> Figures:
    """Each time a new process goes on at once."""
    async with discord_of(channels) as there:
        chosen = there.channels()[:channels]
        async with bureau_at(there, chosen, gazetteer) as bureau:
            found = await killed(bureau, chosen)
    yield none(f"lost, doubled, killed {KILLS} times", found.lost, found.doubled)
    shown = f"{found.seconds:.0f} s with all {KILLS} starts; {found.limited} of 429"
    yield Figure("time of that", shown)


async def later(channels: int, gazetteer: Gazetteer) -> Figures:
    """Killed half-way."""
    async with discord_of(channels) as there:
        chosen = there.channels()[:channels]
        async with bureau_at(there, chosen, gazetteer) as bureau:
            found, looked = await away(bureau, chosen)
    about = f"lost, doubled, started again {AWAY_SECONDS:.0f} s later ({looked} looked for)"
    yield none(about, found.lost, found.doubled)


async def commands(channels: int, gazetteer: Gazetteer) -> Figures:
    """/latest, all the while."""
    async with discord_of(channels) as there:
        chosen = there.channels()[:channels]
        async with bureau_at(there, chosen, gazetteer) as bureau:
            idle, busy = await promptness(bureau)
    way = RTT * 1000
    more = f"{busy.p99:.0f} ms to {idle.p99:.0f} ms, {way:.0f} ms of them under way"
    yield at_most("command p99, busy / idle", busy.p99 / idle.p99, MOST_WAIT, more)
    yield Figure("command p50, busy / idle", f"{busy.p50 / idle.p50:.3f} ({_shown(busy, idle)})")
    net = (busy.p99 - way) / (idle.p99 - way)
    yield Figure("command p99, busy / idle, without the way", f"{net:.3f}")


def _shown(busy: Timing, idle: Timing) -> str:
    return f"{busy.p50:.0f} ms to {idle.p50:.0f} ms"


async def cpu(channels: int, gazetteer: Gazetteer) -> Figures:
    """Beside bare sends of the same card by discord.py."""
    for about, limit in (("at Discord's pace", None), ("as fast as it goes", UNLIMITED)):
        found = await cost(channels, gazetteer, limit)
        measure = f"CPU of a delivery / of a bare send, {channels:,} {about}"
        yield at_most(measure, found.ratio, MOST_COST, _milliseconds(found))
    found = await cost(_MANY, gazetteer, UNLIMITED)
    shown = f"{found.ratio:.3f} ({_milliseconds(found)})"
    yield Figure(f"CPU of a delivery / of a bare send, {_MANY:,} as fast as it goes", shown)


def _milliseconds(found: Cost) -> str:
    return f"{found.ours:.2f} ms to {found.bare:.2f} ms"


async def memory(_: int, gazetteer: Gazetteer) -> Figures:
    """Resident, some seconds after the first message."""
    idle, busy = await memories(_WAITING, gazetteer)
    more = f"{busy.resident:.0f} MB to {idle.resident:.0f} MB"
    grown = busy.resident - idle.resident
    yield at_most(f"MB for {_WAITING:,} that wait", grown, MOST_MEGABYTES, more)


async def compare(channels: int, gazetteer: Gazetteer) -> None:
    """The ways side by side, each without and with faults."""
    _say("\nThe ways side by side\n")
    _say(head("way", "time / (N/50 s)", "429s", "lost, doubled", *_WITH_FAULTS))
    clean, faulty = [
        (await _courier(channels, gazetteer, faulty=wrong))[0] for wrong in (False, True)
    ]
    _say(line(_compared("the courier", clean, faulty)))
    for way, name in _OTHERS.items():
        clean, faulty = [await _other(way, channels, faulty=wrong) for wrong in (False, True)]
        _say(line(_compared(name, clean, faulty)))


_WITH_FAULTS = ("with faults: time", "429s", "lost, doubled")


def _compared(name: str, clean: Fanned, faulty: Fanned) -> Sequence[str]:
    cells = [name]
    for found in (clean, faulty):
        cells += [f"{found.ratio:.2f}", str(found.limited), found.whole]
    return cells


async def _courier(
    channels: int, gazetteer: Gazetteer, *, faulty: bool = False, jitter: float = 0.0
) -> tuple[Fanned, float]:
    """Gives too how long it took by the courier's own records, in the same unit."""
    async with discord_of(channels, faulty=faulty, jitter=jitter) as there:
        chosen = there.channels()[:channels]
        async with bureau_at(there, chosen, gazetteer) as bureau:
            await bureau.publish(issue_of(1))
            await deliver(bureau)
            found = fanned(there, chosen)
            return found, recorded_within(bureau) / (found.seconds / found.ratio)


async def _other(way: str, channels: int, *, faulty: bool) -> Fanned:
    async with discord_of(channels, faulty=faulty) as there:
        chosen = there.channels()[:channels]
        await told(way, there.url, chosen)
        return fanned(there, chosen)


PARTS: dict[str, Part] = {
    "times": times,
    "faults": faults,
    "kills": kills,
    "later": later,
    "commands": commands,
    "cpu": cpu,
    "memory": memory,
}


async def run(only: Sequence[str], channels: int) -> None:
    """The parts that were asked for."""
    gazetteer = Gazetteer.load(ROOT / "data" / "gazetteer")
    chosen = [part for name, part in PARTS.items() if name in only]
    if chosen:
        _say(head("measure", "figure", "aim", ""))
    for part in chosen:
        async for figure in part(channels, gazetteer):
            _say(line(row(figure)))
    if "ways" in only:
        await compare(channels, gazetteer)


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201  # a benchmark speaks to whoever runs it


def _say_load(channels: int) -> None:
    """Beside other work, the longest times are those of the other work."""
    machine = f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}"
    _say(f"\n{channels:,} channels, {RTT * 1000:.0f} ms there and back; {machine}\n")


def main() -> None:
    """Runs what was asked for."""
    every = (*PARTS, "ways")
    parser = argparse.ArgumentParser(description="The benchmark of the fan-out")
    parser.add_argument("--channels", type=int, default=1_000)
    parser.add_argument("--only", default=",".join(every), help="some of: " + " ".join(every))
    options = parser.parse_args()
    only = options.only.split(",")
    if unknown := set(only) - set(every):
        parser.error(f"there is no part {', '.join(sorted(unknown))}")
    _say(f"Python {sys.version.split(maxsplit=1)[0]}, SQLite {sqlite3.sqlite_version}")
    _say_load(options.channels)
    gc.disable()  # the stand-in would halt for it, and what it then takes at once is too much
    asyncio.run(run(only, options.channels))
    _say_load(options.channels)


if __name__ == "__main__":
    main()
