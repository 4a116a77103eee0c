"""Copies of the database file: backup and restore, safe while another process writes."""

import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from bot.errors import Refused, Unavailable

_COMPANIONS = ("-wal", "-shm")


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
        raise _broken(source, str(error)) from error
    finally:
        _remove(part)


def _copy(source: Path, target: Path) -> None:
    with closing(_reading(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)
        # One file, not three: the copy may be moved about.
        new.execute("PRAGMA journal_mode = DELETE")


def _reading(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)


def _remove(file: Path) -> None:
    # Where the folder is no folder, there is nothing to remove.
    with suppress(OSError):
        for suffix in ("", *_COMPANIONS):
            file.with_name(file.name + suffix).unlink(missing_ok=True)


def check_whole(file: Path) -> None:
    """Raises Refused unless SQLite finds the file whole."""
    require(file)
    _require_whole(file, file)


def _require_whole(file: Path, named: Path) -> None:
    """Checks the file; what is not whole is told of the one that the person `named`."""
    try:
        with closing(_reading(file)) as copy:
            (verdict,) = copy.execute("PRAGMA integrity_check(1)").fetchone()
            verdict = verdict.splitlines()[-1]  # a headline may stand above
    except sqlite3.DatabaseError as error:
        verdict = str(error)
    if verdict != "ok":
        raise _broken(named, verdict)


def _broken(file: Path, reason: str) -> Refused:
    return Refused(f"{file} is not a whole SQLite database ({reason}); use another copy.")


def require(file: Path) -> None:
    """Raises Refused unless the file is there."""
    if not file.is_file():
        raise Refused(f"There is no file {file}; check the path.")


def set_aside(file: Path, now: datetime) -> Path | None:
    """Renames the file and its companions; gives the new name, None if there was no file."""
    # A log left without its file would be applied to the next file of that name.
    there = [end for end in ("", *_COMPANIONS) if file.with_name(file.name + end).exists()]
    if not there:
        return None
    aside = file.with_name(f"{file.name}.replaced-{now:%Y%m%dT%H%M%SZ}")
    if aside.exists():
        raise Refused(f"{aside} exists already; wait a second and try again.")
    for end in there:
        file.with_name(file.name + end).rename(aside.with_name(aside.name + end))
    return aside
