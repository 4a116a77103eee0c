"""A fault of a database file: it is missing, broken, or cannot be used just now."""

import sqlite3
from pathlib import Path

from bot.errors import Refused, Unavailable


def require(file: Path) -> None:
    """Raises Refused unless the file is there, Unavailable if one may not even look."""
    if not is_there(file):
        raise Refused(f"There is no file {file}; check the path.")


def is_there(file: Path) -> bool:
    """Whether the file is there; raises Unavailable if one may not even look."""
    try:
        return file.is_file()
    except OSError as error:
        raise unreadable(file, error) from error


def is_passing(error: sqlite3.Error) -> bool:
    """Whether locks, permissions or the disk are at fault, and not what the file says.

    By the primary result code (sqlite.org/rescode.html): SQLITE_ERROR is a statement that does
    not fit the file, such as one on a table that is not there.
    """
    operational = isinstance(error, sqlite3.OperationalError)
    return operational and error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_ERROR


def is_lock(error: sqlite3.Error) -> bool:
    """Whether another connection is in the way."""
    return error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def unreadable(file: Path, error: Exception) -> Unavailable:
    """What is said of a file that cannot be used just now."""
    return Unavailable(
        f"{file} cannot be read now ({error}); check its permissions, or try again in a minute."
    )


def broken(file: Path, reason: str) -> Refused:
    """What is said of a file that SQLite cannot make sense of."""
    return Refused(f"{file} is not a whole SQLite database ({reason}); use another copy.")
