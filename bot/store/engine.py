"""The engine: SQLite told to begin its transactions when we say so."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

WRITES = "sitrep_writes"
"""The execution option of connections that will write."""

_BUSY_MILLISECONDS = 10_000


def async_engine(file: Path) -> AsyncEngine:
    """The engine of the running bot, foreign keys on."""
    engine = create_async_engine(f"sqlite+aiosqlite:///{file}")
    _prepare(engine.sync_engine, foreign_keys=True)
    return engine


def migration_engine(file: Path) -> Engine:
    """The engine of migrations; with foreign keys on, rebuilding a table empties its children."""
    engine = create_engine(f"sqlite:///{file}", execution_options={WRITES: True})
    _prepare(engine, foreign_keys=False)
    return engine


def _prepare(engine: Engine, *, foreign_keys: bool) -> None:
    def connect(connection: Any, _record: object) -> None:
        # Otherwise the driver begins transactions by itself, and DDL does not roll back:
        # docs.sqlalchemy.org, "SQLite: serializable isolation, savepoints, transactional DDL".
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {_BUSY_MILLISECONDS}")
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute("PRAGMA synchronous = NORMAL")
        cursor.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")
        cursor.close()

    def begin(connection: Connection) -> None:
        # A writer takes its lock at once, so it waits instead of failing half-way;
        # a reader never waits behind a writer.
        writes = connection.get_execution_options().get(WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    event.listen(engine, "connect", connect)
    event.listen(engine, "begin", begin)
