"""The filling of an empty database with the rows of an archive, whole or not at all."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Table

from bot.errors import Refused, Unavailable
from bot.store.archive_line import Row, Value
from bot.store.archive_reader import ArchiveReader, Numbered
from bot.store.archive_tables import (
    RENEWED,
    SEQUENCES,
    archived,
    fits,
    keys,
    numbered,
    writing,
)
from bot.store.archive_writer import Told
from bot.store.fault import broken, is_passing
from bot.store.number import askable
from bot.store.restored import FURTHER
from bot.store.schema import metadata

_PATIENCE = 10  # seconds that others may write

_DONE = (
    f"UPDATE sqlite_sequence SET seq = seq + {FURTHER} WHERE name = '{RENEWED}'",  # noqa: S608
    # The first start sees to what the archive cannot know of: `Outbox.settle_in`.
    "UPDATE installation SET salt = ''",
)


def fill(file: Path, archive: ArchiveReader, told: Told) -> None:
    """Writes all rows of an archive that was begun, in one transaction.

    What lists and searches find follows by itself. Raises Refused if anything is or was in the
    database, or if the archive is damaged, Unavailable if the file cannot be written now.
    """
    try:
        with closing(sqlite3.connect(file, timeout=_PATIENCE, isolation_level=None)) as database:
            database.execute("PRAGMA foreign_keys = ON")
            database.execute("BEGIN IMMEDIATE")
            # A release may tell of one that comes after it.
            database.execute("PRAGMA defer_foreign_keys = ON")
            _require_empty(database, file)
            filling = _Filling(database, archive, told)
            for each in archive.rows():
                filling.add(each)
            filling.end()
            for statement in _DONE:
                database.execute(statement)
            database.execute("COMMIT")
    except sqlite3.DatabaseError as error:
        if is_passing(error):
            raise Unavailable(
                f"{file} cannot be written now ({error}); stop the bot, then try again."
            ) from error
        raise broken(file, str(error)) from error


def _require_empty(database: sqlite3.Connection, file: Path) -> None:
    """An id is never given twice, so a table that is empty by now counts too."""
    given = {name for (name,) in database.execute("SELECT name FROM sqlite_sequence WHERE seq > 0")}
    for name in (table.name for table in metadata.sorted_tables):
        full = database.execute(f'SELECT 1 FROM "{name}"').fetchone()  # noqa: S608
        if name in given or (full and name != "installation"):
            raise Refused(
                f"The database {file} has been used before ({name}); an archive is brought into a"
                " new one: name another file in DATABASE_URL."
            )


class _Filling:
    """Writes rows in the order of an archive, and knows in which line each stood."""

    def __init__(self, database: sqlite3.Connection, archive: ArchiveReader, told: Told) -> None:
        self._database = database
        self._archive = archive
        self._told = told
        self._coming: list[Table | None] = [*archived(), None]
        self._begun: dict[str, int] = {}
        self._counts: dict[str, int] = {}
        self._last: tuple[Any, ...] = ()
        self._statement = ""

    def add(self, each: Numbered) -> None:
        """Writes a row; raises Refused with its line if it does not fit."""
        number, row = each
        if row.table == SEQUENCES:
            self._go_to(None, number)
            self._remember(number, row.row)
        else:
            self._write(number, row)
        self._counts[row.table] = self._counts.get(row.table, 0) + 1

    def end(self) -> None:
        """Checks what only the whole can tell: whether every row that is named is there."""
        self._go_to(None, 0)
        self._told(SEQUENCES, self._counts.get(SEQUENCES, 0))
        lost = self._database.execute("PRAGMA foreign_key_check").fetchone()
        if lost:
            table, row, parent, _ = lost
            query = f'SELECT count(*) FROM "{table}" WHERE rowid < ?'  # noqa: S608
            (before,) = self._database.execute(query, (row,)).fetchone()
            reason = f"a row of {table} names one of {parent} that is not there"
            raise self._archive.damaged(self._begun[table] + before, reason)

    def _write(self, number: int, row: Row) -> None:
        table = metadata.tables.get(row.table)
        if table is None:
            raise self._archive.damaged(number, "there is no such table")
        self._go_to(table, number)
        self._require_fitting(table, number, row.row)
        try:
            self._database.execute(self._statement, row.row)
        except sqlite3.IntegrityError as error:
            raise self._archive.damaged(number, str(error)) from error

    def _go_to(self, table: Table | None, number: int) -> None:
        """Begins a table; those before it are done."""
        if table not in self._coming:
            raise self._archive.damaged(number, "its table does not come here")
        while self._coming[0] is not table:
            done = self._coming.pop(0)
            if done is not None:
                self._told(done.name, self._counts.get(done.name, 0))
        if table is not None and table.name not in self._begun:
            self._begun[table.name], self._last = number, ()
            self._statement = writing(table)

    def _require_fitting(self, table: Table, number: int, row: dict[str, Value]) -> None:
        if {*row} != {*table.columns.keys()}:
            raise self._archive.damaged(number, f"{table.name} has other columns")
        wrong = [column.name for column in table.columns if not fits(column, row[column.name])]
        if wrong:
            raise self._archive.damaged(number, f"{wrong[0]} is not what stands there")
        key = tuple(row[name] for name in keys(table))
        if self._last and not self._last < key:
            raise self._archive.damaged(number, "it is not in order")
        self._last = key

    def _remember(self, number: int, row: dict[str, Value]) -> None:
        """Sees to it that ids which were given once are not given again."""
        name, last = row.get("name"), row.get("seq")
        known = {*row} == {"name", "seq"} and name in numbered()
        if not (known and isinstance(last, int) and last == askable(last)):
            raise self._archive.damaged(number, "it names no last id")
        self._database.execute("DELETE FROM sqlite_sequence WHERE name = ?", (name,))
        self._database.execute(
            "INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (name, last)
        )
