"""Copies of the database file: whole ones, safe while another process writes."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from bot.errors import Refused, Unavailable
from bot.store.fault import broken, is_passing, require, unreadable

COMPANIONS = ("-wal", "-shm")
"""What SQLite adds to the name of the files that lie beside an open database."""


def copy_database(source: Path, target: Path) -> None:
    """Copies by SQLite's own backup, then opens the copy and checks it.

    Raises Refused if `target` exists or `source` is not there or not whole, Unavailable if the
    place of either cannot be used.
    """
    if target.exists():
        raise Refused(f"{target} exists already; name another file.")
    require(source)
    part = target.with_name(target.name + ".part")
    try:
        part.unlink(missing_ok=True)
        _copy(source, part)
        _require_whole(part, source)
        part.replace(target)
    except (OSError, sqlite3.OperationalError) as error:
        raise Unavailable(
            f"{source} cannot be copied to {target} ({error});"
            " check the path, its permissions and the free space."
        ) from error
    except sqlite3.DatabaseError as error:
        raise broken(source, str(error)) from error
    finally:
        _remove(part)


def _copy(source: Path, target: Path) -> None:
    with closing(reading(source, patience=10)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)
        # One file, not three: the copy may be moved about.
        new.execute("PRAGMA journal_mode = DELETE")


def reading(file: Path, patience: float = 1) -> sqlite3.Connection:
    """A connection that changes nothing, and waits for locks so many seconds."""
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", timeout=patience, uri=True)


def _remove(file: Path) -> None:
    # Where the folder is no folder, there is nothing to remove.
    with suppress(OSError):
        for suffix in ("", *COMPANIONS):
            file.with_name(file.name + suffix).unlink(missing_ok=True)


def check_whole(file: Path) -> None:
    """Raises Refused unless SQLite finds the file whole, Unavailable if it cannot look now."""
    require(file)
    _require_whole(file, file)


def _require_whole(file: Path, named: Path) -> None:
    """Checks the file; what is not whole is told of the one that the person `named`."""
    try:
        with closing(reading(file)) as copy:
            (verdict,) = copy.execute("PRAGMA integrity_check(1)").fetchone()
            verdict = verdict.splitlines()[-1]  # a headline may stand above
    except sqlite3.DatabaseError as error:
        if is_passing(error):
            raise unreadable(named, error) from error
        verdict = str(error)
    if verdict != "ok":
        raise broken(named, verdict)
