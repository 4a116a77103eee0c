"""A busy writer: issues are imported, published and corrected one after the other.

`python -m tests.benchmarks.writer FILE` writes from each line "go" on its standard input to the
next line, and then prints how many documents it brought.
"""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import Protocol

from bot.app.app import build_app
from bot.app.importing import Importing, Order
from bot.domain.entry import Entry
from bot.domain.gazetteer import Gazetteer
from bot.store.store import open_migrated_store
from tests.benchmarks.desk import noon
from tests.benchmarks.entries import Writing
from tests.benchmarks.library import LAST_DAY, NEWSROOM, PER_ISSUE
from tests.cli.command import ROOT

_FIRST = 900_000  # no library has so many issues
_DOCUMENTS = 20  # written beforehand, so that writing them takes no time from the import


class Writer(Protocol):
    """Writes while it is told to."""

    async def go(self) -> None:
        """Begins."""
        ...

    async def stop(self) -> int:
        """Ends, and gives how many documents were brought."""
        ...


class Documents:
    """Documents of ten sections; each is brought as a new issue, then with another text."""

    def __init__(self, gazetteer: Gazetteer, seed: int) -> None:
        self._writing = Writing(gazetteer, seed)
        issues = [self._writing.issue(LAST_DAY, PER_ISSUE) for _ in range(_DOCUMENTS)]
        self._bodies = [_body(entries) for entries in issues]
        self.brought = 0

    async def bring(self, importing: Importing) -> None:
        """Publishes the next, or corrects it."""
        place, number = self.brought % _DOCUMENTS, _FIRST + self.brought // 2
        day = LAST_DAY + timedelta(self.brought // 2 % 300)
        text = f"Tide Letter #{number} | {day:%B %-d, %Y}\n\n{self._bodies[place]}"
        order = Order(
            newsroom=NEWSROOM, author="bench", briefing="Tide Letter", number=number, date=day,
            publish=True, replace=True, reason="Another text",
        )  # fmt: skip
        await importing.bring(text.encode(), f"{number}.txt", order)
        self.brought += 1


def _body(entries: tuple[Entry, ...]) -> str:
    return "\n\n".join(f"{entry.heading or 'Overview'}\n\n{entry.text}" for entry in entries)


class Colleague:
    """Writes in the process and event loop of the reader."""

    def __init__(self, importing: Importing, documents: Documents) -> None:
        self._importing = importing
        self._documents = documents
        self._task: asyncio.Task[None] | None = None

    async def go(self) -> None:
        self._task = asyncio.create_task(self._write())

    async def stop(self) -> int:
        self._goes_on = False
        if self._task:
            await self._task
        return self._documents.brought

    async def _write(self) -> None:
        self._goes_on = True
        while self._goes_on:
            await self._documents.bring(self._importing)


class Stranger:
    """Writes in a process of its own."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    async def go(self) -> None:
        await self._say("go")

    async def stop(self) -> int:
        await self._say("stop")
        assert self._process.stdout
        return int(await self._process.stdout.readline())

    async def _say(self, word: str) -> None:
        assert self._process.stdin
        self._process.stdin.write(f"{word}\n".encode())
        await self._process.stdin.drain()


@asynccontextmanager
async def colleague(file: Path, gazetteer: Gazetteer) -> AsyncIterator[Writer]:
    """A writer in this event loop."""
    async with open_migrated_store(file) as store:
        importing = build_app(store, gazetteer, noon).importing
        yield Colleague(importing, Documents(gazetteer, 21))


@asynccontextmanager
async def stranger(file: Path, _gazetteer: Gazetteer) -> AsyncIterator[Writer]:
    """A writer in a process of its own, which waits when this is entered."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", __name__, str(file)),
        cwd=ROOT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        assert process.stdout
        await process.stdout.readline()
        yield Stranger(process)
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()


async def _obey(file: Path) -> None:
    gazetteer = Gazetteer.load(ROOT / "data" / "gazetteer")
    async with colleague(file, gazetteer) as writer:
        print("here", flush=True)  # noqa: T201  # the reader waits for this line
        while await asyncio.to_thread(sys.stdin.readline):
            await writer.go()
            await asyncio.to_thread(sys.stdin.readline)
            print(await writer.stop(), flush=True)  # noqa: T201


if __name__ == "__main__":
    asyncio.run(_obey(Path(sys.argv[1])))
