"""The engine: SQLite told to begin its transactions when we say so."""

from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.store.driver import Connection as DriverConnection
from bot.store.driver import use_driver

WRITES = "sitrep_writes"
"""The execution option of connections that will write."""

_BUSY_MILLISECONDS = 10_000
_RUNNING = ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL", "PRAGMA foreign_keys = ON")


def async_engine(file: Path) -> AsyncEngine:
    """The engine of the running bot, foreign keys on."""
    engine = create_async_engine(URL.create("sqlite+aiosqlite", database=str(file)))
    use_driver(engine.sync_engine)
    _prepare(engine.sync_engine, *_RUNNING)
    return engine


def migration_engine(file: Path) -> Engine:
    """The engine of migrations; with foreign keys on, rebuilding a table empties its children.

    It leaves the journal mode alone, which is written into the file: the file may be refused.
    """
    url = URL.create("sqlite", database=str(file))
    engine = create_engine(url, execution_options={WRITES: True})
    _prepare(engine, "PRAGMA foreign_keys = OFF")
    return engine


def _prepare(engine: Engine, *pragmas: str) -> None:
    def connect(connection: Any, _record: object) -> None:
        # Otherwise the driver begins transactions by itself, and DDL does not roll back:
        # docs.sqlalchemy.org, "SQLite: serializable isolation, savepoints, transactional DDL".
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in (f"PRAGMA busy_timeout = {_BUSY_MILLISECONDS}", *pragmas):
            cursor.execute(pragma)
        cursor.close()

    def begin(connection: Connection) -> None:
        # A writer takes its lock at once, so it waits instead of failing half-way;
        # a reader never waits behind a writer.
        raw = connection.connection.dbapi_connection
        if connection.get_execution_options().get(WRITES, False):
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        elif isinstance(raw, DriverConnection):
            raw.begin_with_next()
        else:
            connection.exec_driver_sql("BEGIN")

    event.listen(engine, "connect", connect)
    event.listen(engine, "begin", begin)
