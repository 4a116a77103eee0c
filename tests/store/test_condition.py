"""The condition of a file, told without changing it."""

from pathlib import Path

import pytest

from bot.errors import Refused
from bot.store.condition import condition_of
from bot.store.migration import migrate, newest_version
from bot.store.store import open_store
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
