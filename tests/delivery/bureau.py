"""A bureau: a briefing with subscribed channels on a Discord of this machine, and its workers."""

import sqlite3
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import update

from bot.app.app import build_app
from bot.app.planning import Order
from bot.domain.briefing import Briefing
from bot.domain.gazetteer import Gazetteer
from bot.domain.issue import Contents
from bot.domain.release import Author
from bot.domain.terms import Terms
from bot.store.delivery_tables import leases
from bot.store.store import Store
from tests.delivery.running import Worker, running, until
from tests.delivery.stock import draft
from tests.delivery.worker import Manner
from tests.wire.record import Record
from tests.wire.wire import Wire

_EDITOR = Order(author=Author(name="Editor"))
_OPEN = "SELECT 1 FROM deliveries WHERE state IN ('waiting', 'sending')"
_NO_WINDOW = Terms(window=timedelta())


class Bureau:
    """What it releases is opened by a worker, on the database that they share."""

    def __init__(
        self, there: Wire, file: Path, store: Store, briefing: Briefing, gazetteer: Gazetteer
    ) -> None:
        self.there = there
        self.file = file
        self.store = store
        self.briefing = briefing
        self.app = build_app(store, gazetteer, self.now, terms=_NO_WINDOW)
        self._ahead = 0.0
        self._workers = 0

    def now(self) -> datetime:
        return datetime.now(UTC) + timedelta(seconds=self._ahead)

    def shift(self, seconds: float) -> None:
        """Time passes at once: for Discord, and for all workers that are started from now on."""
        self.there.shift(seconds)
        self._ahead += seconds

    def worker(self, **manner: Any) -> AbstractAsyncContextManager[Worker]:
        """Starts the bot."""
        self._workers += 1
        log = self.file.with_name(f"worker-{self._workers}.log")
        return running(self.there.url, self.file, log, Manner(ahead=self._ahead, **manner))

    @asynccontextmanager
    async def working(self, **manner: Any) -> AsyncIterator[Worker]:
        """The bot, connected."""
        async with self.worker(**manner) as worker:
            await worker.ready()
            yield worker

    async def publish(self, contents: Contents) -> int:
        """Gives the id of the issue."""
        issue = await draft(self.store, self.briefing, contents)
        await self.app.publishing.publish(issue, _EDITOR)
        return issue

    async def correct(self, issue: int, contents: Contents, reason: str) -> None:
        await self.app.publishing.correct(issue, contents, reason, _EDITOR)

    async def withdraw(self, issue: int, reason: str) -> None:
        await self.app.publishing.withdraw(issue, reason, _EDITOR)

    async def lease_expires(self) -> None:
        """As it does when whoever holds it does nothing for a while."""
        async with self.store.write() as store:
            over = update(leases).values(expires_at=self.now())
            await store.leases._connection.execute(over)

    # What the database says.

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """As anybody else would read the file."""
        with closing(sqlite3.connect(f"file:{self.file}?mode=ro", uri=True)) as connection:
            return connection.execute(query, values).fetchall()

    def states(self, act: str = "send") -> Counter[str]:
        """How many deliveries stand how."""
        counted = "SELECT state, count(*) FROM deliveries WHERE act = ? GROUP BY state"
        return Counter(dict(self.rows(counted, act)))

    def is_done(self) -> bool:
        """Whether all releases went out, and nothing is left to do.

        An edit of a message that was on its way comes after the end of its release.
        """
        released = {state for (state,) in self.rows("SELECT state FROM releases")}
        return released == {"done"} and not self.rows(_OPEN)

    async def done(self) -> None:
        await until(self.is_done)

    # What Discord says.

    async def stored(self, messages: int) -> None:
        """Waits until it has so many."""
        await until(lambda: sum(self.there.counts().values()) >= messages)

    def requests(self, name: str, channel: int | None = None) -> list[Record]:
        """The requests of one kind, of one channel or of all."""
        found = self.there.journal.matching(name=name)
        return [each for each in found if channel in (None, each.channel)]

    def shown(self, channel: int) -> list[str]:
        """The messages of a channel as people see them, oldest first."""
        return [str(message.payload()["components"]) for message in self.there.stored(channel)]


def nonces(requests: Sequence[Record]) -> dict[int | None, set[str | None]]:
    """By channel, with which nonces these messages were made."""
    found: dict[int | None, set[str | None]] = {}
    for each in requests:
        found.setdefault(each.channel, set()).add(each.nonce)
    return found
