"""A start: how long a client takes until it is ready, and how much memory it holds then."""

import asyncio
import re
import sys
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.benchmarks.memory import Memory, memory_of
from tests.benchmarks.populous import populous
from tests.cli.command import ROOT, Sitrep

DISCORD_PY_WAITS = 2.0
"""Seconds that discord.py waits after the last server before it says that it is ready."""

_TOKEN = "MTAwMQ.not-a-real.token-of-the-tests"  # noqa: S105  # it opens nothing
_READY = re.compile(r'^ready$|"event": "ready"')
_SITREP = """
import sys, discord
discord.http.Route.BASE = sys.argv.pop(1)
from bot.cli import main
main()
"""


@dataclass(frozen=True)
class Start:
    """Seconds from the start of the process, and what it held a second later."""

    seconds: float
    memory: Memory


@dataclass(frozen=True)
class Starts:
    """The middle of several starts of each client."""

    sitrep: Start
    bare: Start


async def start_both(database: Path, times: int) -> Starts:
    """Starts both in turn, after one start of each that is not counted.

    That one registers the commands and writes what Python compiles.
    """
    sitrep: list[Start] = []
    bare: list[Start] = []
    async with populous() as discord:
        for _ in range(times + 1):
            sitrep.append(await _start(("-c", _SITREP, discord.url, "run"), database))
            bare.append(await _start(("-m", "tests.benchmarks.client", discord.url), database))
    return Starts(_middle(sitrep[1:]), _middle(bare[1:]))


def _middle(starts: Sequence[Start]) -> Start:
    return Start(
        median(each.seconds for each in starts),
        Memory(
            median(each.memory.resident for each in starts),
            median(each.memory.own for each in starts),
        ),
    )


async def _start(arguments: Sequence[str], database: Path) -> Start:
    began = time.perf_counter()
    async with _running(arguments, database) as process:
        assert process.stderr
        async with asyncio.timeout(60):
            said = [""]
            while not _READY.search(said[-1]):
                said.append((await process.stderr.readline()).decode())
                assert said[-1], f"the client ended before it was ready:\n{''.join(said)}"
        seconds = time.perf_counter() - began
        await asyncio.sleep(1)
        return Start(seconds, memory_of(process.pid))


@asynccontextmanager
async def _running(
    arguments: Sequence[str], database: Path
) -> AsyncIterator[asyncio.subprocess.Process]:
    variables = Sitrep(database).variables(DISCORD_TOKEN=_TOKEN)
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, *arguments), cwd=ROOT, env=variables, stderr=asyncio.subprocess.PIPE
    )
    try:
        yield process
    finally:
        process.kill()
        await process.wait()
