"""Erasure: what is deleted is not left in the file, nor beside it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.copy import COMPANIONS
from bot.store.fault import is_passing

_PATIENCE = 10  # seconds that others may read


async def overwrite_deleted(connection: AsyncConnection) -> None:
    """Lets this connection overwrite what it deletes with zeros: sqlite.org/pragma.html."""
    await connection.exec_driver_sql("PRAGMA secure_delete = ON")


def fold_log(file: Path) -> bool:
    """Brings SQLite's log into the file and empties it; False while somebody still reads there."""
    try:
        with closing(sqlite3.connect(file, timeout=_PATIENCE)) as database:
            (busy, _, _) = database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.OperationalError as error:
        if not is_passing(error):
            raise
        return False
    return not busy


def older_copies(file: Path) -> list[Path]:
    """The copies that migrations and restorations have left beside the file, oldest name first."""
    beside = sorted(file.parent.iterdir()) if file.parent.is_dir() else []
    marks = tuple(f"{file.name}.{kind}-" for kind in ("before", "replaced"))
    return [
        copy
        for copy in beside
        if copy.name.startswith(marks) and not copy.name.endswith(COMPANIONS)
    ]
