"""The reading side: how its tables, its triggers and what is in them are made."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from sqlalchemy import Connection, MetaData, event

from bot.store.separators import separators

_FOLDER = Path(__file__).parent / "sql"
_TABLES, _FILLING, _TRIGGERS = "passages.sql", "passages_fill.sql", "passages_triggers.sql"
_MADE = re.compile(r"^CREATE (?:VIRTUAL )?(TABLE|VIEW|TRIGGER) (\w+)", re.MULTILINE)


def make_reading_side(execute: Callable[[str], object]) -> None:
    """Makes it and fills it, all at once, from the base tables."""
    for file in (_TABLES, _FILLING, _TRIGGERS):
        for statement in _statements(file):
            execute(statement)


def declare_reading_side(metadata: MetaData) -> None:
    """Lets it be made after all tables of the metadata."""

    def create(_metadata: MetaData, connection: Connection, **_more: object) -> None:
        make_reading_side(connection.exec_driver_sql)

    event.listen(metadata, "after_create", create)


def made_things() -> list[tuple[str, str]]:
    """The type and name of everything that is made, the last first: ("TABLE", "passages")."""
    files = (_TABLES, _TRIGGERS)
    found = [_MADE.search(each) for file in files for each in _statements(file)]
    return [(match[1], match[2]) for match in reversed(found) if match]


def making(name: str) -> str:
    """The statement that makes the table of that name."""
    found = (each for each in _statements(_TABLES) if f"TABLE {name} " in each)
    return next(found)


def _statements(file: str) -> Iterator[str]:
    """The statements of one of the files, comments and all."""
    text = (_FOLDER / file).read_text("utf-8").replace("<separators>", separators())
    statement = ""
    for line in text.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
