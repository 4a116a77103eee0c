"""Replacement: never under anybody's hands, and the old file is never lost."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.errors import Refused, Unavailable
from bot.store.replacement import replace_database, set_aside
from tests.moments import NOW
from tests.store.sqlite import change, rows

_ASIDE = "sitrep.db.replaced-20220201T120000Z"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A database in the journal mode of the running bot."""
    made = tmp_path / "sitrep.db"
    change(made, "PRAGMA journal_mode = WAL; CREATE TABLE old (height INTEGER)")
    return made


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    made = tmp_path / "fresh.db"
    change(made, "CREATE TABLE new (height INTEGER)")
    return made


@pytest.fixture
def other(file: Path) -> Iterator[sqlite3.Connection]:
    """Another process that has read the file once and keeps it open."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("SELECT * FROM old").fetchall()
        yield connection


def names(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


def tables(file: Path) -> list[str]:
    return [name for (name,) in rows(file, "SELECT name FROM sqlite_master")]


def test_the_old_file_is_kept_and_the_other_takes_its_name(file: Path, fresh: Path) -> None:
    aside = replace_database(file, fresh, NOW)
    assert aside == file.with_name(_ASIDE)
    assert names(file.parent) == {"sitrep.db", _ASIDE}
    assert aside is not None
    assert (tables(file), tables(aside)) == (["new"], ["old"])


@pytest.mark.parametrize("mode", ["WAL", "DELETE"])
def test_a_file_in_use_stays_where_it_is(
    file: Path, fresh: Path, other: sqlite3.Connection, mode: str
) -> None:
    other.execute(f"PRAGMA journal_mode = {mode}")
    other.execute("BEGIN")
    other.execute("SELECT * FROM old").fetchall()
    with pytest.raises(Refused, match=r"Something is using the database .*stop the bot and other"):
        replace_database(file, fresh, NOW)
    other.execute("COMMIT")
    other.execute("INSERT INTO old VALUES (7)")
    assert rows(file, "SELECT * FROM old") == [(7,)]
    assert tables(fresh) == ["new"]
    assert not any("replaced" in name for name in names(file.parent))


def test_an_idle_connection_is_a_use_too(
    file: Path, fresh: Path, other: sqlite3.Connection
) -> None:
    with pytest.raises(Refused, match="Something is using the database"):
        replace_database(file, fresh, NOW)
    other.close()
    assert replace_database(file, fresh, NOW) == file.with_name(_ASIDE)


def test_what_lies_in_the_log_of_a_killed_bot_is_kept(
    file: Path, fresh: Path, tmp_path: Path
) -> None:
    crashed = tmp_path / "crashed" / "sitrep.db"
    crashed.parent.mkdir()
    with closing(sqlite3.connect(file)) as writer, writer:
        writer.execute("INSERT INTO old VALUES (9)")
        writer.commit()
        for end in ("", "-wal"):
            crashed.with_name(f"sitrep.db{end}").write_bytes(Path(f"{file}{end}").read_bytes())
    aside = replace_database(crashed, fresh, NOW)
    assert names(crashed.parent) == {"sitrep.db", _ASIDE}
    assert aside is not None
    assert rows(aside, "SELECT * FROM old") == [(9,)]


def test_a_broken_file_makes_room(fresh: Path, tmp_path: Path) -> None:
    spoilt = tmp_path / "sitrep.db"
    spoilt.write_bytes(b"spoilt" * 1000)
    assert replace_database(spoilt, fresh, NOW) == tmp_path / _ASIDE
    assert (tmp_path / _ASIDE).read_bytes() == b"spoilt" * 1000
    assert tables(spoilt) == ["new"]


def test_the_old_file_comes_back_if_the_other_cannot_be_moved(file: Path, tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match=r"cannot be replaced .*check the permissions"):
        replace_database(file, tmp_path / "nowhere.db", NOW)
    assert names(tmp_path) == {"sitrep.db"}
    assert tables(file) == ["old"]


def test_a_file_is_set_aside_with_its_companions(tmp_path: Path) -> None:
    file = tmp_path / "sitrep.db"
    for end in ("", "-wal", "-shm"):
        (tmp_path / f"sitrep.db{end}").write_text(end)
    assert set_aside(file, NOW) == tmp_path / _ASIDE
    assert names(tmp_path) == {_ASIDE, f"{_ASIDE}-wal", f"{_ASIDE}-shm"}
    assert (tmp_path / f"{_ASIDE}-wal").read_text() == "-wal"


def test_a_log_left_alone_is_set_aside_too(tmp_path: Path) -> None:
    """Beside another file of that name, SQLite would apply it."""
    (tmp_path / "sitrep.db-wal").touch()
    assert set_aside(tmp_path / "sitrep.db", NOW) == tmp_path / _ASIDE
    assert names(tmp_path) == {f"{_ASIDE}-wal"}


def test_nothing_is_set_aside_where_nothing_is(tmp_path: Path) -> None:
    assert set_aside(tmp_path / "sitrep.db", NOW) is None


def test_what_was_set_aside_before_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "sitrep.db").touch()
    (tmp_path / _ASIDE).write_text("older")
    with pytest.raises(Refused, match="wait a second"):
        set_aside(tmp_path / "sitrep.db", NOW)
    assert (tmp_path / _ASIDE).read_text() == "older"
    assert (tmp_path / "sitrep.db").exists()


def test_a_log_that_was_set_aside_alone_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "sitrep.db-wal").touch()
    (tmp_path / f"{_ASIDE}-wal").write_text("older")
    with pytest.raises(Refused, match="wait a second"):
        set_aside(tmp_path / "sitrep.db", NOW)
    assert (tmp_path / f"{_ASIDE}-wal").read_text() == "older"
