"""Copies of the database file: backup and restore, safe while another process writes."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from bot.errors import Refused

_COMPANIONS = ("-wal", "-shm")


def copy_database(source: Path, target: Path) -> None:
    """Copies by SQLite's own backup, then opens the copy and checks it.

    Raises Refused if `target` exists or `source` is not there or not whole.
    """
    if target.exists():
        raise Refused(f"{target} exists already; name another file.")
    _require(source)
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    try:
        _copy(source, part)
        check_whole(part)
        part.replace(target)
    finally:
        for suffix in ("", *_COMPANIONS):
            part.with_name(part.name + suffix).unlink(missing_ok=True)


def _copy(source: Path, target: Path) -> None:
    with (
        closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as old,
        closing(sqlite3.connect(target)) as new,
    ):
        old.backup(new)
        # One file, not three: the copy may be moved about.
        new.execute("PRAGMA journal_mode = DELETE")


def check_whole(file: Path) -> None:
    """Raises Refused unless SQLite finds the file whole."""
    _require(file)
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as copy:
            (verdict,) = copy.execute("PRAGMA integrity_check").fetchone()
    except sqlite3.DatabaseError as error:
        verdict = str(error)
    if verdict != "ok":
        raise Refused(f"{file} is not a whole SQLite database ({verdict}); use another copy.")


def _require(file: Path) -> None:
    if not file.is_file():
        raise Refused(f"There is no file {file}; check the path.")


def set_aside(file: Path, now: datetime) -> Path | None:
    """Renames the file and its companions; gives the new name, None if there was no file."""
    if not file.exists():
        return None
    aside = file.with_name(f"{file.name}.replaced-{now:%Y%m%dT%H%M%SZ}")
    if aside.exists():
        raise Refused(f"{aside} exists already; wait a second and try again.")
    for suffix in ("", *_COMPANIONS):
        part = file.with_name(file.name + suffix)
        if part.exists():
            part.rename(aside.with_name(aside.name + suffix))
    return aside
