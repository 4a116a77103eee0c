"""A SQLite file, seen past Sitrep's own code."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any


def rows(file: Path, query: str, *values: Any) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute(query, values).fetchall()


def change(file: Path, script: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(script)


def schema(file: Path) -> dict[str, str]:
    """Every table and index with the statement that makes it, spaces evened out."""
    found = rows(file, "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'")
    return {name: " ".join(sql.split()) for name, sql in found}
