"""The store: transactions on one database file."""

import sqlite3
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from pathlib import Path

import structlog
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as NoConnectionFree
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.errors import Refused, Unavailable
from bot.store.acts import Acts
from bot.store.approvals import Approvals
from bot.store.blocks import Blocks
from bot.store.briefings import Briefings
from bot.store.copies import Copies
from bot.store.desk_places import DeskPlaces
from bot.store.engine import WRITES, async_engine
from bot.store.entries import Entries
from bot.store.fan_out import FanOut
from bot.store.fault import is_passing
from bot.store.history import History
from bot.store.issues import Issues
from bot.store.leases import Leases
from bot.store.list_states import ListStates
from bot.store.migration import migrate
from bot.store.misquotes import Misquotes
from bot.store.outbox import Outbox
from bot.store.passages import Passages
from bot.store.people import People
from bot.store.places import Places
from bot.store.process import Process
from bot.store.reaches import Reaches
from bot.store.receipts import Receipts
from bot.store.releases import Releases
from bot.store.revisions import Revisions
from bot.store.search import Search
from bot.store.server_settings import ServerSettings
from bot.store.servers import Servers
from bot.store.speakers import Speakers
from bot.store.spellings import Spellings
from bot.store.subscriptions import Subscriptions
from bot.store.versions import Versions
from bot.store.vocabulary import Vocabulary

_log = structlog.stdlib.get_logger("sitrep.store")

_DOES_NOT_FIT = "Something else was changed meanwhile that this does not fit; look again."


class Transaction:
    """All named operations on one connection; whole or not at all."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.servers = Servers(connection)
        self.briefings = Briefings(connection)
        self.issues = Issues(connection)
        self.entries = Entries(connection)
        self.revisions = Revisions(connection)
        self.versions = Versions(connection)
        self.desk_places = DeskPlaces(connection)
        self.history = History(connection)
        self.spellings = Spellings(connection)
        self.passages = Passages(connection)
        self.search = Search(connection)
        self.vocabulary = Vocabulary(connection)
        self.speakers = Speakers(connection)
        self.misquotes = Misquotes(connection)
        self.list_states = ListStates(connection)
        self.process = Process(connection)
        self.server_settings = ServerSettings(connection)
        self.subscriptions = Subscriptions(connection)
        self.blocks = Blocks(connection)
        self.reaches = Reaches(connection)
        self.releases = Releases(connection)
        self.approvals = Approvals(connection)
        self.fan_out = FanOut(connection)
        self.outbox = Outbox(connection)
        self.copies = Copies(connection)
        self.receipts = Receipts(connection)
        self.leases = Leases(connection)
        self.acts = Acts(connection)
        self.people = People(connection)
        self.places = Places(connection)


class Store:
    """Opens transactions; made by `open_store`."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._readers = engine
        self._writers = engine.execution_options(**{WRITES: True})

    @asynccontextmanager
    async def read(self) -> AsyncGenerator[Transaction]:
        """One consistent view; never waits behind a writer."""
        async with self._begin(self._readers) as transaction:
            yield transaction

    @asynccontextmanager
    async def write(self) -> AsyncGenerator[Transaction]:
        """Commits at the end, or undoes everything on an error."""
        async with self._begin(self._writers) as transaction:
            yield transaction

    @asynccontextmanager
    async def _begin(self, engine: AsyncEngine) -> AsyncGenerator[Transaction]:
        try:
            async with engine.begin() as connection:
                yield Transaction(connection)
        except IntegrityError as error:
            _log.warning("a change does not fit what is stored", error=str(error.orig))
            raise Refused(_DOES_NOT_FIT) from error
        except (DBAPIError, NoConnectionFree) as error:
            # A stranger may read this sentence: what the driver says is for the log.
            raise Unavailable(_sentence(error)) from error


def _sentence(error: DBAPIError | NoConnectionFree) -> str:
    cause = error.orig if isinstance(error, DBAPIError) else None
    if not isinstance(cause, sqlite3.OperationalError) or is_passing(cause):
        return "The database cannot be used now; try again in a minute."
    return "The database lacks something; its operator learns from `sitrep check` what to do."


@asynccontextmanager
async def open_store(file: Path, now: datetime) -> AsyncGenerator[Store]:
    """The store of a file, brought up to date first; closed at the end.

    Raises Refused for a file of a newer Sitrep, Unavailable if it can't be opened.
    """
    migrate(file, now)
    async with open_migrated_store(file) as store:
        # What is too old is not recalled anyway: where another writes, it can go another time.
        with suppress(Unavailable):
            await _forget(store, now)
        yield store


async def _forget(store: Store, now: datetime) -> None:
    """Forgets the states of lists that are too old; writes only if there are any."""
    async with store.read() as transaction:
        outdated = await transaction.list_states.outdated(now)
    if outdated:
        async with store.write() as transaction:
            await transaction.list_states.forget(now)


@asynccontextmanager
async def open_migrated_store(file: Path) -> AsyncGenerator[Store]:
    """The store of a file that is known to be up to date, and is not touched by opening it."""
    engine = async_engine(file)
    try:
        yield Store(engine)
    finally:
        await engine.dispose()
