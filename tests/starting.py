"""Starting: `sitrep run` as a process, with a Discord on this machine."""

import asyncio
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from signal import SIGKILL, Signals

from discord.http import Route
from discord.state import ConnectionState

from bot.cli import main
from tests.cli.command import ROOT, Sitrep
from tests.delivery.running import CONTEXT

TOKEN = "MTAwMQ.not-a-real.token-of-the-tests"  # noqa: S105  # it opens nothing
RUN = "import sys; from tests.starting import run; run(sys.argv[1])"


def run(url: str) -> None:
    """`sitrep run`, to the end of its process."""
    Route.BASE = url
    # Otherwise discord.py waits for two seconds after the last server that it hears of.
    waits = property(lambda _: 0.1, lambda *_: None)
    ConnectionState.guild_ready_timeout = waits  # pyright: ignore[reportAttributeAccessIssue]  # it is one for each bot
    sys.argv = ["sitrep", "run"]
    main()


async def started(url: str, database: Path, level: str = "DEBUG") -> Process:
    """A new process, as an operator starts it."""
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", RUN, url),
        cwd=ROOT,
        env=variables(database, level),
        stderr=PIPE,
    )


def variables(database: Path, level: str) -> dict[str, str]:
    return Sitrep(database).variables(DISCORD_TOKEN=TOKEN, LOG_LEVEL=level)


class Forked:
    """A process as `started` gives one, but forked from one that has loaded everything."""

    def __init__(self, process: BaseProcess, stderr: asyncio.StreamReader) -> None:
        self.stderr = stderr
        self._process = process

    @property
    def returncode(self) -> int | None:
        return self._process.exitcode

    def send_signal(self, number: Signals) -> None:
        assert self._process.pid is not None
        os.kill(self._process.pid, number)

    def kill(self) -> None:
        self.send_signal(SIGKILL)

    async def wait(self) -> int:
        await asyncio.to_thread(self._process.join)
        assert self.returncode is not None
        return self.returncode


@asynccontextmanager
async def forked(url: str, database: Path) -> AsyncIterator[Forked]:
    """It starts many times faster than a new one."""
    ours, theirs = CONTEXT.Pipe(duplex=False)
    process = CONTEXT.Process(target=_work, args=(theirs, url, variables(database, "DEBUG")))
    process.start()
    theirs.close()
    stderr = asyncio.StreamReader()
    with os.fdopen(os.dup(ours.fileno()), "rb") as pipe:
        ours.close()
        reading, _ = await asyncio.get_running_loop().connect_read_pipe(
            lambda: asyncio.StreamReaderProtocol(stderr), pipe
        )
        try:
            yield Forked(process, stderr)
        finally:
            reading.close()
            process.kill()
            process.join()
            process.close()


def _work(stderr: Connection, url: str, settings: dict[str, str]) -> None:
    """In the forked process."""
    os.dup2(stderr.fileno(), sys.stderr.fileno())
    stderr.close()
    os.chdir(ROOT)
    os.environ.clear()
    os.environ.update(settings)
    run(url)
