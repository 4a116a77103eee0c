"""The benchmark of reading: every command and completion on libraries of several sizes.

`python -m tests.benchmarks.reading [--entries 1000 10000 100000] [--rounds 300] [--quick]
[--parts reading busy start] [--folder FOLDER]` prints its tables; nothing else runs it.
"""

import argparse
import asyncio
import os
import sqlite3
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

from bot.domain.gazetteer import Gazetteer
from tests.benchmarks.aims import Aim, busy_aims, reading_aims, start_aims
from tests.benchmarks.desk import Desk, desk
from tests.benchmarks.library import library
from tests.benchmarks.memory import memory_of
from tests.benchmarks.request import Asking
from tests.benchmarks.start import DISCORD_PY_WAITS, Starts, start_both
from tests.benchmarks.table import table
from tests.benchmarks.timing import Ledger
from tests.benchmarks.writer import Writer, colleague, stranger
from tests.cli.command import ROOT

_WARM_UP = 5  # rounds that are not counted
_BLOCKS = 6  # of idle and of busy rounds, in turn
_PARTS = ("reading", "busy", "start")


async def read(desks: Mapping[int, Desk], gazetteer: Gazetteer, rounds: int) -> dict[int, Ledger]:
    """Asks everything of every library in turn, and the bare query before or after it."""
    asking = {entries: Asking(gazetteer, entries) for entries in desks}
    for number in range(-_WARM_UP, rounds):
        if number <= 0:
            ledgers = {entries: Ledger() for entries in desks}
        for entries, at in desks.items():
            for request in asking[entries].round():
                takes = [ledgers[entries].take, ledgers[entries].take_bare]
                for take in takes if number % 2 else reversed(takes):
                    await take(at, request)
    return ledgers


async def read_beside(
    writer: Writer, at: Desk, gazetteer: Gazetteer, entries: int, rounds: int
) -> tuple[Ledger, Ledger, int]:
    """The same requests in blocks, in turn without the writer and beside it."""
    ledgers = (Ledger(), Ledger())
    for request in Asking(gazetteer, entries).round():
        await request.ask(at)
    for block in range(_BLOCKS):
        for ledger in ledgers:
            busy = ledger is ledgers[1]
            asking = Asking(gazetteer, entries, seed=block)
            if busy:
                await writer.go()
            for _ in range(max(rounds // _BLOCKS, 1)):
                for request in asking.round():
                    await ledger.take(at, request)
            brought = await writer.stop() if busy else 0
    return *ledgers, brought


def print_reading(ledgers: Mapping[int, Ledger]) -> None:
    """One table for each library."""
    for entries, ledger in ledgers.items():
        _say(f"\n{entries:,} entries, milliseconds; bare is one query of aiosqlite\n")
        _say(table(_HEAD, (_row(ledger, command) for command in ledger.ours)))


_HEAD = ["", "p50", "p99", "max", "bare p50", "p99", "max", "ratio p50", "p99"]


def _row(ledger: Ledger, command: str) -> Sequence[object]:
    ours, bare = ledger.timing(command), ledger.bare_timing(command)
    ratios = (ours.p50 / bare.p50, ours.p99 / bare.p99)
    return [command, ours.p50, ours.p99, ours.most, bare.p50, bare.p99, bare.most, *ratios]


def print_busy(who: str, idle: Ledger, busy: Ledger, brought: int) -> None:
    """Both ledgers side by side."""
    _say(f"\nBeside {who}, which brought {brought} documents, milliseconds\n")
    head = ["", "idle p50", "p99", "max", "busy p50", "p99", "max", "ratio p50", "p99"]
    rows = []
    for command in idle.ours:
        calm, other = idle.timing(command), busy.timing(command)
        ratios = (other.p50 / calm.p50, other.p99 / calm.p99)
        times = (calm.p50, calm.p99, calm.most, other.p50, other.p99, other.most)
        rows.append([command, *times, *ratios])
    _say(table(head, rows))


def print_starts(starts: Starts) -> None:
    """Medians of both clients."""
    _say(f"\nFrom the start of the process to ready; discord.py waits {DISCORD_PY_WAITS} s of it\n")
    rows = [
        [name, each.seconds, each.memory.resident, each.memory.own]
        for name, each in (("sitrep run", starts.sitrep), ("bare discord.py", starts.bare))
    ]
    _say(table(["", "seconds", "resident MB", "own MB"], rows))


def print_aims(aims: Iterable[Aim]) -> None:
    """Each with its worst command."""
    _say("\nAims\n")
    rows = [[aim.what, aim.value, aim.most, aim.met, aim.worst] for aim in aims]
    _say(table(["", "measured", "at most", "", "worst"], rows))


async def run(options: argparse.Namespace, folder: Path) -> list[Aim]:
    """The parts that were asked for."""
    gazetteer = Gazetteer.load(ROOT / "data" / "gazetteer")
    files = {entries: library(folder, entries, gazetteer) for entries in options.entries}
    aims: list[Aim] = []
    if "reading" in options.parts:
        aims += await _reading(files, gazetteer, options.rounds)
    if "busy" in options.parts:
        for entries, file in files.items():
            aims += await _busy(file, entries, gazetteer, options.rounds // 2)
    if "start" in options.parts:
        starts = await start_both(_copy(files[max(files)]), options.starts)
        print_starts(starts)
        aims += start_aims(starts)
    return aims


async def _reading(files: Mapping[int, Path], gazetteer: Gazetteer, rounds: int) -> Iterable[Aim]:
    async with AsyncExitStack() as stack:
        desks = {
            entries: await stack.enter_async_context(desk(_copy(file), gazetteer))
            for entries, file in files.items()
        }
        ledgers = await read(desks, gazetteer, rounds)
    print_reading(ledgers)
    _say(f"\nThis process holds {memory_of().resident:.0f} MB.")
    return reading_aims(ledgers)


async def _busy(file: Path, entries: int, gazetteer: Gazetteer, rounds: int) -> Iterable[Aim]:
    aims: list[Aim] = []
    for who, writing in (
        ("a writer of another process", stranger),
        ("a writer of the same process", colleague),
    ):
        copied = _copy(file)
        async with desk(copied, gazetteer) as at, writing(copied, gazetteer) as writer:
            idle, busy, brought = await read_beside(writer, at, gazetteer, entries, rounds)
        print_busy(f"{who}, {entries:,} entries", idle, busy, brought)
        aims += busy_aims(f"{who}, {entries:,} entries", idle, busy)
    return aims


def _copy(file: Path) -> Path:
    """A file to write to; the library stays as it is."""
    copied = file.with_suffix(".copy.db")
    for ending in ("", "-wal", "-shm"):
        copied.with_name(copied.name + ending).unlink(missing_ok=True)
    return Path(copyfile(file, copied))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="The benchmark of reading")
    parser.add_argument("--entries", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--rounds", type=int, default=300, help="requests of each kind")
    parser.add_argument("--starts", type=int, default=5)
    parser.add_argument("--parts", nargs="+", choices=_PARTS, default=_PARTS)
    parser.add_argument(
        "--folder",
        type=Path,
        help="keeps the libraries for the next run; empty it when the tables change",
    )
    parser.add_argument("--quick", action="store_true", help="two small libraries, few requests")
    options = parser.parse_args()
    if options.quick:
        options.entries, options.rounds, options.starts = [1_000, 5_000], 40, 2
    return options


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201  # a benchmark speaks to whoever runs it


def _say_load() -> None:
    """Beside other work, the longest times are those of the other work."""
    _say(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")


def main() -> None:
    """Runs what was asked for, and says whether the aims are met."""
    options = _options()
    _say(f"Python {sys.version.split(maxsplit=1)[0]}, SQLite {sqlite3.sqlite_version}")
    _say_load()
    with TemporaryDirectory() as temporary:
        aims = asyncio.run(run(options, options.folder or Path(temporary)))
    print_aims(aims)
    _say_load()


if __name__ == "__main__":
    main()
