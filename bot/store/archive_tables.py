"""The tables of an archive: everything that is kept, parents first, and what is left out."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Boolean, Column, Integer, Table, insert, select
from sqlalchemy.dialects import sqlite

from bot.store.number import askable
from bot.store.schema import metadata

LEFT_OUT = {
    "leases": "a process holds a lease, and it is over when that process ends",
    "heartbeats": "when a bot on that database lived last says nothing of another database",
    "command_syncs": "what Discord was told is asked anew, as another bot may go on",
    "installation": "its salt tells messages of one database from those of another",
}
"""Tables that stay where they are, each with its reason."""

SEQUENCES = "sqlite_sequence"
"""SQLite's own table of the ids that were given last, as no id is given twice."""

RENEWED = "deliveries"
"""Its ids stand in messages that an archive may not know of, so they begin further on."""


def archived() -> list[Table]:
    """The tables of an archive in its order, which is the same for a version of the database."""
    return [table for table in metadata.sorted_tables if table.name not in LEFT_OUT]


def numbered() -> set[str]:
    """The tables whose last id goes into an archive."""
    once = {t.name for t in archived() if t.dialect_options["sqlite"]["autoincrement"]}
    return once - {RENEWED}


def keys(table: Table) -> list[str]:
    """The columns by which its rows are in order."""
    return [column.name for column in table.primary_key]


def reading(table: Table) -> str:
    """The statement that reads its rows in order."""
    return _written(select(table).order_by(*table.primary_key))


def writing(table: Table) -> str:
    """The statement that writes a row, whose values it takes by the names of their columns."""
    return _written(insert(table), [column.name for column in table.columns])


def fits(column: Column[Any], value: int | str | None) -> bool:
    """Whether a value is one that the program could have written there."""
    if value is None:
        return bool(column.nullable)
    if isinstance(column.type, Boolean):
        return value in (0, 1)
    if isinstance(column.type, Integer):
        return isinstance(value, int) and askable(value) == value
    return isinstance(value, str) and _is_read(column, value)


def _is_read(column: Column[Any], text: str) -> bool:
    """Whether a column that reads texts in its own way can read this one."""
    read = getattr(column.type, "process_result_value", None)
    try:
        return read is None or read(text, _DIALECT) is not None
    except (ValueError, TypeError, RecursionError):
        return False


def _written(statement: Any, columns: Iterable[str] | None = None) -> str:
    return str(statement.compile(dialect=_DIALECT, column_keys=columns))


_DIALECT = sqlite.dialect(paramstyle="named")
