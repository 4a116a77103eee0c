"""Replacement: another file takes the place of the database, which is kept aside."""

import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager, nullcontext
from datetime import datetime
from pathlib import Path

from bot.errors import Refused, Unavailable
from bot.store.copy import COMPANIONS
from bot.store.fault import is_lock, is_passing, is_there, unreadable


def replace_database(file: Path, fresh: Path, now: datetime) -> Path | None:
    """Puts `fresh` in the place of `file`; gives the name under which the old one is kept.

    Raises Refused if anybody has the old one open, Unavailable if it cannot be moved. After
    either, the old one is where it was.
    """
    with _exclusively(file) if is_there(file) else nullcontext():
        try:
            return _exchange(file, fresh, now)
        except OSError as error:
            raise Unavailable(
                f"{file} cannot be replaced ({error}); check the permissions of its folder."
            ) from error


def _exchange(file: Path, fresh: Path, now: datetime) -> Path | None:
    aside = set_aside(file, now)
    try:
        fresh.rename(file)
    except OSError:
        if aside:
            _move(aside, file)
        raise
    return aside


@contextmanager
def _exclusively(file: Path) -> Generator[None]:
    """Keeps everybody else off a file, and leaves no log beside it; a broken one is nobody's."""
    try:
        address = f"{file.absolute().as_uri()}?mode=rw"
        database = sqlite3.connect(address, uri=True, timeout=1, isolation_level=None)
    except sqlite3.OperationalError as error:
        raise unreadable(file, error) from error
    with closing(database):
        try:
            # Only the last connection may leave the write-ahead log: sqlite.org/wal.html.
            database.execute("PRAGMA journal_mode = DELETE").fetchone()
            database.execute("BEGIN EXCLUSIVE")
        except sqlite3.DatabaseError as error:
            if is_lock(error):
                raise Refused(
                    f"Something is using the database {file}:"
                    " stop the bot and other commands, then restore again."
                ) from error
            if is_passing(error):
                raise unreadable(file, error) from error
        yield


def set_aside(file: Path, now: datetime) -> Path | None:
    """Renames the file and its companions; gives the new name, None if there was no file."""
    aside = file.with_name(f"{file.name}.replaced-{now:%Y%m%dT%H%M%SZ}")
    if not _there(file):
        return None
    if _there(aside):
        raise Refused(f"{aside} exists already; wait a second and try again.")
    _move(file, aside)
    return aside


def _there(file: Path) -> list[str]:
    """The file and its companions, by the ends of their names.

    A log left without its file would be applied to the next file of that name.
    """
    return [end for end in ("", *COMPANIONS) if file.with_name(file.name + end).exists()]


def _move(file: Path, target: Path) -> None:
    for end in _there(file):
        file.with_name(file.name + end).rename(target.with_name(target.name + end))
