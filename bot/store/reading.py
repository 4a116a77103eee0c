"""The reading side: how its tables, its triggers and what is in them are made."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, MetaData, event

from bot.store.separators import separators

_FOLDER = Path(__file__).parent / "sql"
TABLES, FILLING, TRIGGERS = "passages.sql", "passages_fill.sql", "passages_triggers.sql"


def statements(file: str) -> Iterator[str]:
    """The statements of one of the files, comments and all."""
    text = (_FOLDER / file).read_text("utf-8").replace("<separators>", separators())
    statement = ""
    for line in text.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def make_reading_side(connection: Connection) -> None:
    """Makes what is not there yet and fills it, all at once, from the base tables."""
    for file in (TABLES, FILLING, TRIGGERS):
        for statement in statements(file):
            connection.exec_driver_sql(statement)


def declare_reading_side(metadata: MetaData) -> None:
    """Lets the reading side be made after all tables of the metadata."""

    def create(_metadata: MetaData, connection: Connection, **_more: object) -> None:
        make_reading_side(connection)

    event.listen(metadata, "after_create", create)
