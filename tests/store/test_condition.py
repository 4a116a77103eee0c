"""The condition of a file, told without changing it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.errors import Refused, Unavailable
from bot.store.condition import condition_of, glance
from bot.store.migration import migrate
from bot.store.store import open_store
from bot.store.version import newest_version
from tests.moments import NOW, later
from tests.store.scripts import next_version
from tests.store.sqlite import change


def test_a_new_database_is_current_and_was_never_used(database: Path) -> None:
    migrate(database, NOW)
    before = database.read_bytes()
    condition = condition_of(database)
    assert (condition.version, condition.last_beat) == (newest_version(), None)
    assert condition.current
    assert database.read_bytes() == before


async def test_the_heartbeat_of_a_running_bot_is_seen(database: Path) -> None:
    async with open_store(database, NOW) as store:
        async with store.write() as transaction:
            await transaction.process.beat(later(minutes=1))
        assert condition_of(database).last_beat == later(minutes=1)


def test_an_older_database_is_not_current(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    migrate(database, NOW)
    next_version(tmp_path, monkeypatch)
    assert not condition_of(database).current


def test_a_newer_database_is_refused(database: Path) -> None:
    migrate(database, NOW)
    change(database, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(Refused, match=r"made by a newer Sitrep \(version 9999\)"):
        condition_of(database)


@pytest.mark.parametrize(
    "script",
    [
        "CREATE TABLE songs (title TEXT)",
        "CREATE TABLE alembic_version (version_num TEXT)",
        "CREATE TABLE alembic_version (version_num TEXT); CREATE TABLE heartbeats (beat_at TEXT)",
    ],
)
def test_a_database_of_another_program_is_refused(tmp_path: Path, script: str) -> None:
    change(tmp_path / "music.db", script)
    with pytest.raises(Refused, match="no database of Sitrep"):
        condition_of(tmp_path / "music.db")


def test_a_file_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.db").write_text("Dear Sir, " * 1000)
    with pytest.raises(Refused, match="not a whole SQLite database"):
        condition_of(tmp_path / "letter.db")


def test_a_locked_file_is_not_called_another_programs(database: Path) -> None:
    migrate(database, NOW)
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(Unavailable, match=r"cannot be read now \(database is locked\)"):
            glance(database)


def test_a_file_that_cannot_be_opened_says_why(tmp_path: Path) -> None:
    """Its log cannot be made: the name for it is taken by a folder."""
    file = tmp_path / "sitrep.db"
    migrate(file, NOW)
    change(file, "PRAGMA journal_mode = WAL")
    file.with_name("sitrep.db-wal").mkdir()
    with pytest.raises(Unavailable, match=r"sitrep\.db cannot be read now \(unable to open"):
        glance(file)


def test_a_name_that_no_folder_holds_is_told(tmp_path: Path) -> None:
    with pytest.raises((Unavailable, Refused), match=r"cannot be read now|There is no file"):
        glance(tmp_path / ("x" * 300))
