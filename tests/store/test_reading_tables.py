"""The tables of the reading side are named as they are."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import TableClause

from bot.domain.reference import Kind
from bot.store import reading_tables
from bot.store.reading_tables import marked

_TABLES = [each for each in vars(reading_tables).values() if isinstance(each, TableClause)]


@pytest.mark.parametrize("table", _TABLES, ids=lambda table: table.name)
def test_every_column_is_there(migrated: Path, table: TableClause) -> None:
    columns = ", ".join(f'"{column.name}"' for column in table.columns)
    # A name in quotation marks that is no column would be a text.
    with closing(sqlite3.connect(migrated)) as database:
        found = database.execute(f"SELECT {columns} FROM {table.name} AS t")  # noqa: S608
        assert [name for name, *_ in found.description] == [c.name for c in table.columns]
        known = database.execute("SELECT name FROM pragma_table_xinfo(?)", (table.name,))
        names = {name for (name,) in known} | {"rowid"}
        assert {column.name for column in table.columns} <= names


def test_a_mark_names_a_briefing_a_kind_and_a_country() -> None:
    assert marked(1) == 'marks : "ꙮb1"'
    assert marked(1, Kind.QUOTE) == 'marks : "ꙮb1q"'
    assert marked(12, Kind.EVENT, "FI") == 'marks : "ꙮb12eFI"'
