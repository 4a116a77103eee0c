"""Upkeep of the database file: backup and restore."""

from datetime import datetime, timedelta
from pathlib import Path

from bot.store.condition import Condition, condition_of
from bot.store.copy import copy_database
from bot.store.replacement import replace_database
from bot.store.restored import mark_restored

LIVELY = timedelta(seconds=60)
"""A bot whose heartbeat is older than this is not running, or stuck."""


def back_up(file: Path, copy: Path) -> Condition:
    """Copies the database, safe while the bot runs; gives the condition of the copy.

    Raises Refused if there is no database, or `copy` is there already.
    """
    condition_of(file)
    copy_database(file, copy)
    return condition_of(copy)


def restore(file: Path, copy: Path, now: datetime) -> Path | None:
    """Puts a copy in the place of the database; gives where the old one was set aside.

    Raises Refused if the copy is no whole database of Sitrep, or anybody uses the old one.
    """
    condition_of(copy)
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f"{file.name}.restored")
    fresh.unlink(missing_ok=True)
    copy_database(copy, fresh)
    try:
        mark_restored(fresh, now)
        return replace_database(file, fresh, now)
    finally:
        fresh.unlink(missing_ok=True)


def is_live(condition: Condition, now: datetime) -> bool:
    """Whether the bot that uses the file has said lately that it lives."""
    return condition.last_beat is not None and now - condition.last_beat <= LIVELY
