"""The writer of an archive: every row that is kept, as of one moment, while the bot may run."""

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from bot.errors import Refused
from bot.store.archive_line import LONGEST, Ending, Heading, row_line
from bot.store.archive_tables import SEQUENCES, archived, numbered, reading
from bot.store.condition import glance
from bot.store.copy import reading as opened
from bot.store.fault import broken, is_passing, unreadable

Told = Callable[[str, int], None]
"""Hears of each table when it is done, and how many rows it has."""

_LAST_IDS = "SELECT name, seq FROM sqlite_sequence WHERE seq > 0 ORDER BY name"


def write_archive(file: Path, write: Callable[[bytes], object], told: Told) -> None:
    """Hands the lines of an archive to `write`, one at a time, so that any size will do.

    Raises Refused if the file is not a database of this version, Unavailable if it cannot be read
    now, and whatever `write` raises.
    """
    condition = glance(file)
    if not condition.current:
        raise Refused(
            f"{file} is of an older version ({condition.version}); `sitrep migrate` brings it to"
            " this one, then export again."
        )
    scribe = _Scribe(write)
    scribe.add(Heading(database=condition.version).written)
    with closing(opened(file, patience=10)) as database:
        rows = 0
        for name, count in _tables(file, database, scribe):
            told(name, count)
            rows += count
    write(Ending(rows=rows, sha256=scribe.checksum).written)


class _Scribe:
    """Writes lines, and sums them up."""

    def __init__(self, write: Callable[[bytes], object]) -> None:
        self._write = write
        self._sum = hashlib.sha256()

    def add(self, line: bytes) -> None:
        self._sum.update(line)
        self._write(line)

    @property
    def checksum(self) -> str:
        return self._sum.hexdigest()


def _tables(file: Path, database: sqlite3.Connection, scribe: _Scribe) -> Iterator[tuple[str, int]]:
    """Writes one table after the other, in one view of them all; gives how many rows each has."""
    database.text_factory = bytes.decode
    try:
        database.execute("BEGIN")
        for table in archived():
            names = [column.name for column in table.columns]
            rows = database.execute(reading(table))
            yield table.name, _write_rows(table.name, names, rows, scribe)
        last = (row for row in database.execute(_LAST_IDS) if row[0] in numbered())
        yield SEQUENCES, _write_rows(SEQUENCES, ["name", "seq"], last, scribe)
    except UnicodeDecodeError as error:
        raise broken(file, "a text in it is not UTF-8") from error
    except sqlite3.DatabaseError as error:
        if is_passing(error):
            raise unreadable(file, error) from error
        raise broken(file, str(error)) from error


def _write_rows(
    table: str, names: list[str], rows: Iterable[tuple[Any, ...]], scribe: _Scribe
) -> int:
    count = 0
    for values in rows:
        if not all(value is None or isinstance(value, int | str) for value in values):
            raise Refused(f"A row of {table} ({values[0]}) holds what Sitrep never writes there.")
        line = row_line(table, dict(zip(names, values, strict=True)))
        if len(line) > LONGEST:
            raise Refused(f"A row of {table} ({values[0]}) is too long for an archive.")
        scribe.add(line)
        count += 1
    return count
