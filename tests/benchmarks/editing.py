"""The benchmark of the desk: what an editor waits for, without Discord's own share of it.

`python -m tests.benchmarks.desk [--entries 10000] [--rounds 200] [--quick] [--folder FOLDER]`
prints its table; nothing else runs it.
"""

import argparse
import asyncio
import os
import sqlite3
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import NamedTuple

from bot.domain.gazetteer import Gazetteer
from tests.benchmarks.aims import Aim
from tests.benchmarks.desk import desk
from tests.benchmarks.editor import DRAFTS, HISTORY, Editing
from tests.benchmarks.library import library
from tests.benchmarks.table import table
from tests.benchmarks.timing import Timing
from tests.cli.command import ROOT

MOST_MS = 300.0
"""What an editor may wait for, in 99 of 100 times."""

_WARM_UP = 5  # rounds that are not counted

Deed = Callable[[], Awaitable[object]]


class Took(NamedTuple):
    """What the clock says, and what the processor did: on a busy machine the clock says more."""

    clock: Timing
    processor: Timing


async def measure(deed: Deed, rounds: int) -> Took:
    """Of one deed that is done again and again."""
    clock, processor = list[float](), list[float]()
    for number in range(-_WARM_UP, rounds):
        began, worked = time.perf_counter(), time.process_time()
        await deed()
        if number >= 0:
            clock.append(time.perf_counter() - began)
            processor.append(time.process_time() - worked)
    return Took(Timing.of(clock), Timing.of(processor))


async def run(file: Path, gazetteer: Gazetteer, rounds: int) -> dict[str, Took]:
    """Everything in turn, on one archive; first of all the documents come that make the drafts."""
    found = dict[str, Took]()
    async with desk(file, gazetteer) as at:
        editing = Editing(at, gazetteer)
        found["from upload to panel"] = await measure(editing.bring, max(rounds, DRAFTS))
        await editing.furnish()
        for name, deed in _deeds(editing).items():
            found[name] = await measure(deed, rounds)
    return found


def _deeds(editing: Editing) -> dict[str, Deed]:
    return {
        "the panel is opened": editing.open,
        "quotes are listed": editing.list_quotes,
        "a text is changed": editing.change_text,
        "a section is moved": editing.move_section,
        "shown quotes are chosen": editing.choose_shown,
        "preview": editing.preview,
        f"/desk list, {DRAFTS} drafts": editing.list,
        "typing an issue": editing.suggest,
        f"/desk history, {HISTORY} states": editing.look_back,
    }


def aims(found: dict[str, Took]) -> list[Aim]:
    """That nobody waits long for anything."""
    worst = max(found, key=lambda name: found[name].clock.p99)
    return [Aim("the desk, p99 in ms", worst, found[worst].clock.p99, MOST_MS)]


def options() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description="The benchmark of the desk")
    parser.add_argument("--entries", type=int, default=10_000, help="of the archive")
    parser.add_argument("--rounds", type=int, default=200, help="of each kind")
    parser.add_argument("--folder", type=Path, help="keeps the archive for the next run")
    parser.add_argument("--quick", action="store_true", help="a small archive, few rounds")
    found = parser.parse_args()
    if found.quick:
        found.entries, found.rounds = 1_000, 20
    return found


def main() -> None:
    """Runs it, and says whether the aim is met."""
    asked = options()
    gazetteer = Gazetteer.load(ROOT / "data" / "gazetteer")
    with TemporaryDirectory() as temporary:
        archive = library(asked.folder or Path(temporary), asked.entries, gazetteer)
        file = Path(copyfile(archive, Path(temporary) / "desk.db"))
        found = asyncio.run(run(file, gazetteer, asked.rounds))
    load, python = os.getloadavg()[0], sys.version.split(maxsplit=1)[0]
    _say(f"Python {python}, SQLite {sqlite3.sqlite_version}")
    _say(f"{os.cpu_count()} processors, load {load:.1f}")
    _say(f"\nAn archive of {asked.entries:,} entries, milliseconds of {asked.rounds} rounds\n")
    rows = [
        [name, *(time for part in took for time in (part.p50, part.p99, part.most))]
        for name, took in found.items()
    ]
    _say(table(["", "p50", "p99", "max", "processor p50", "p99", "max"], rows))
    _say("\nAims\n")
    rows = [[aim.what, aim.value, aim.most, aim.met, aim.worst] for aim in aims(found)]
    _say(table(["", "measured", "at most", "", "worst"], rows))


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201  # a benchmark speaks to whoever runs it
