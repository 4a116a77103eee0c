"""Snapshots: what a database holds after something was done, to have it at once the next time."""

import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from hashlib import sha256
from pathlib import Path


class Snapshots:
    """They lie in one folder, each under what its database held before."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def after(self, doing: Callable[[], Awaitable[None]], database: Path) -> None:
        """Does it, or puts into the database what came of it when the database held the same."""
        snapshot = self._folder / _digest(database)
        if snapshot.exists():
            _copy(snapshot, database)
        else:
            await doing()
            _copy(database, snapshot)


def _digest(database: Path) -> str:
    with closing(sqlite3.connect(database)) as opened:
        return sha256(opened.serialize()).hexdigest()


def _copy(source: Path, target: Path) -> None:
    """As SQLite does it, so that whoever has the target open sees one change."""
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)
