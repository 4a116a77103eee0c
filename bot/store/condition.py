"""The condition of a database file, found without changing it."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.errors import Refused
from bot.store.copy import check_whole, reading
from bot.store.fault import is_passing, require, unreadable
from bot.store.version import known_versions, newest_version


@dataclass(frozen=True)
class Condition:
    """The version of the tables, and when the bot that uses the file last said it lives."""

    version: str
    last_beat: datetime | None

    @property
    def current(self) -> bool:
        """Whether the tables are those of this program."""
        return self.version == newest_version()


def condition_of(file: Path) -> Condition:
    """Looks at all of a file that may be in use.

    Raises Refused if it is not there, not whole, not Sitrep's, or of a newer Sitrep, Unavailable
    if it cannot be looked at now.
    """
    check_whole(file)
    return glance(file)


def glance(file: Path) -> Condition:
    """Looks at two rows only, as often as a monitor likes; raises as `condition_of` does."""
    require(file)
    try:
        version, beat = _rows(file)
    except (sqlite3.DatabaseError, TypeError) as error:
        if isinstance(error, sqlite3.DatabaseError) and is_passing(error):
            raise unreadable(file, error) from error
        raise Refused(f"{file} is no database of Sitrep; name another file.") from None
    if version not in known_versions():
        raise Refused(
            f"{file} was made by a newer Sitrep (version {version}); upgrade Sitrep first."
        )
    return Condition(version, datetime.fromisoformat(beat) if beat else None)


def _rows(file: Path) -> tuple[str, str | None]:
    with closing(reading(file)) as database:
        (version,) = database.execute("SELECT version_num FROM alembic_version").fetchone()
        (beat,) = database.execute("SELECT max(beat_at) FROM heartbeats").fetchone()
    return version, beat
