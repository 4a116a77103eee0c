"""The version of a database file, and those that this program knows."""

import re
from pathlib import Path

from sqlalchemy import Connection

SCRIPTS = Path(__file__).parent / "migrations"


def newest_version() -> str:
    """The version that this program's tables have."""
    return max(known_versions())


def known_versions() -> set[str]:
    """The versions that this program can bring up to date: v0001_first.py makes 0001.

    Without Alembic, which takes a tenth of a second to load and is hardly ever needed.
    """
    names = (re.match(r"v(\d{4})_", script.name) for script in SCRIPTS.glob("versions/v*.py"))
    return {name[1] for name in names if name}


def version_of(connection: Connection) -> str | None:
    """What Alembic noted in the file; None in a file that it has not made."""
    noted = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'alembic_version'"
    if connection.exec_driver_sql(noted).first() is None:
        return None
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
