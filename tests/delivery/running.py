"""A running worker: a process of its own, forked from one that has loaded everything already."""

import asyncio
import multiprocessing
import os
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from bot.client import EXTENSIONS
from tests.delivery.worker import Manner, work

_SOON = 60
"""Seconds; only for what would otherwise be waited for without end."""

CONTEXT = multiprocessing.get_context("forkserver")
CONTEXT.set_forkserver_preload([__name__, "bot.cli", *EXTENSIONS])


async def until(true: Callable[[], object], seconds: float = _SOON) -> None:
    """Waits for what other processes bring about."""
    async with asyncio.timeout(seconds):
        while not true():  # noqa: ASYNC110  # no other process sets an event here
            await asyncio.sleep(0.01)


class Worker:
    """A process that was started, and may be killed."""

    def __init__(self, process: BaseProcess, said: Connection, log: Path) -> None:
        self.process = process
        self._said = said
        self._log = log

    async def ready(self) -> None:
        """It is connected."""
        await until(self._said.poll)
        said = ""
        with suppress(EOFError):  # it has ended
            said = self._said.recv()
        assert said == "ready", self.log

    async def kill(self) -> None:
        """SIGKILL: it ends in the middle of whatever it does."""
        self.process.kill()
        await self.ended()

    async def stop(self) -> int:
        """SIGTERM: it may finish; gives its exit status."""
        self.signal(signal.SIGTERM)
        return await self.ended()

    async def ended(self) -> int:
        """Its exit status, as soon as there is one."""
        await until(lambda: not self.process.is_alive())
        status = self.process.exitcode
        assert status is not None
        return status

    def signal(self, number: int) -> None:
        assert self.process.pid is not None
        os.kill(self.process.pid, number)

    @property
    def log(self) -> str:
        """All that it has logged so far."""
        return self._log.read_text() if self._log.exists() else ""


@asynccontextmanager
async def running(url: str, file: Path, log: Path, manner: Manner) -> AsyncIterator[Worker]:
    """Starts one; it is killed at the end, if it has not ended by then."""
    ours, theirs = CONTEXT.Pipe(duplex=False)
    process = CONTEXT.Process(target=_work, args=(theirs, url, file, log, manner), daemon=True)
    process.start()
    theirs.close()
    try:
        yield Worker(process, ours, log)
    finally:
        process.kill()
        process.join()
        process.close()
        ours.close()


def _work(said: Connection, url: str, file: Path, log: Path, manner: Manner) -> None:
    """In the new process."""
    written = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(written, stream.fileno())
    asyncio.run(_tied(work(url, file, manner=manner, say=said.send)))


async def _tied(working: Awaitable[None]) -> None:
    """Ends with whoever started it."""
    parent = multiprocessing.parent_process()
    assert parent is not None
    asyncio.get_running_loop().add_reader(parent.sentinel, os._exit, 1)
    await working
