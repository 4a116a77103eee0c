"""The driver: SQLAlchemy's view of aiosqlite, with one crossing to its thread per statement."""

import sqlite3
from collections import deque
from collections.abc import Callable, Sequence
from typing import Any, cast

from sqlalchemy import Engine, event
from sqlalchemy.dialects.sqlite.aiosqlite import (
    AsyncAdapt_aiosqlite_connection,
    AsyncAdapt_aiosqlite_cursor,
)
from sqlalchemy.util.concurrency import await_

_Outcome = tuple[Any, int, Any]
_NOTHING: _Outcome = (None, -1, None)


class Cursor(AsyncAdapt_aiosqlite_cursor):
    """Executes, fetches and closes at once.

    SQLAlchemy's own asks the thread for a cursor, an execution, the rows and the end one after the
    other. Each crossing takes longer than one of our statements does.
    """

    __slots__ = ("_outcome",)

    def __init__(self, adapt_connection: Any) -> None:
        # Without the base's, which crosses for a cursor.
        self._adapt_connection = adapt_connection
        self._connection = adapt_connection._connection
        self._rows = deque()
        self._outcome = _NOTHING

    @property
    def description(self) -> Any:
        return self._outcome[0]

    @property
    def rowcount(self) -> int:
        return self._outcome[1]

    @property
    def lastrowid(self) -> Any:
        return self._outcome[2]

    def close(self) -> None:
        self._rows.clear()

    async def _async_soft_close(self) -> None:
        """Closed already."""

    def execute(self, operation: Any, parameters: Any = None) -> Any:
        self._cross(lambda cursor: cursor.execute(operation, parameters or ()))

    def executemany(self, operation: Any, seq_of_parameters: Sequence[Any]) -> Any:
        self._cross(lambda cursor: cursor.executemany(operation, seq_of_parameters))

    def _cross(self, act: Callable[[sqlite3.Cursor], object]) -> None:
        connection, adapter = self._connection, cast("Connection", self._adapt_connection)
        begins = adapter.take_begin()

        def run() -> tuple[_Outcome, list[Any]]:
            cursor: sqlite3.Cursor = connection._conn.cursor()
            try:
                if begins:
                    cursor.execute("BEGIN")
                act(cursor)
                rows: list[Any] = cursor.fetchall() if cursor.description else []
                return (cursor.description, cursor.rowcount, cursor.lastrowid), rows
            finally:
                cursor.close()

        try:
            self._outcome, rows = await_(connection._execute(run))
        except ValueError as error:  # a closed connection: SQLAlchemy knows what to make of it
            self._adapt_connection._handle_exception(error)  # pyright: ignore[reportPrivateUsage]  # the adapter's own
        self._rows = deque(rows)


class Connection(AsyncAdapt_aiosqlite_connection):
    """A connection whose cursors cross once."""

    __slots__ = ("_begins",)
    _cursor_cls = Cursor

    def begin_with_next(self) -> None:
        """Begins a reading transaction with its first statement: until then it reads nothing."""
        self._begins = True

    def take_begin(self) -> bool:
        """Whether the next statement begins a transaction; only once."""
        begins, self._begins = getattr(self, "_begins", False), False
        return begins

    def rollback(self) -> None:
        """Crosses only if there is something to undo: the pool asks for it at each return."""
        if self._ends():
            super().rollback()

    def commit(self) -> None:
        if self._ends():
            super().commit()

    def _ends(self) -> bool:
        """Whether there is a transaction to end."""
        self.take_begin()
        return bool(self._connection._connection and self._connection.in_transaction)


def use_driver(engine: Engine) -> None:
    """Lets an engine of aiosqlite make its connections here."""

    def connect(dialect: Any, _record: object, args: Any, options: Any) -> Connection:
        made = dialect.loaded_dbapi.connect(*args, **options)
        return Connection(dialect.loaded_dbapi, made.driver_connection)

    event.listen(engine, "do_connect", connect)
