"""Copies: whole while others write, never over another file, never half."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from bot.errors import Refused, Unavailable
from bot.store.copy import check_whole, copy_database
from tests.store.sqlite import change, rows


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A database in the journal mode of the running bot, large enough for many pages."""
    file = tmp_path / "sitrep.db"
    change(file, "PRAGMA journal_mode = WAL; CREATE TABLE tides (height INTEGER, note TEXT)")
    with closing(sqlite3.connect(file)) as connection, connection:
        notes = [(0, "calm " * 100)] * 500
        connection.executemany("INSERT INTO tides VALUES (?, ?)", notes)
    return file


def names(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


def damage(file: Path) -> None:
    """Spoils pages in the middle of a file."""
    change(file, "PRAGMA wal_checkpoint(TRUNCATE)")
    with file.open("r+b") as opened:
        opened.seek(4096)
        opened.write(b"\xff" * 4096 * 8)


@contextmanager
def busy_writer(file: Path) -> Iterator[None]:
    """Moves all tides by one, again and again, in one transaction each."""
    stop, moved = threading.Event(), threading.Event()

    def move() -> None:
        with closing(sqlite3.connect(file, timeout=30)) as connection:
            while not stop.is_set():
                with connection:
                    connection.execute("UPDATE tides SET height = height + 1")
                moved.set()

    thread = threading.Thread(target=move)
    thread.start()
    try:
        assert moved.wait(30)
        yield
    finally:
        stop.set()
        thread.join()


def test_a_copy_is_one_whole_file(file: Path, tmp_path: Path) -> None:
    target = tmp_path / "copies" / "copy.db"
    target.parent.mkdir()
    copy_database(file, target)
    assert names(target.parent) == {"copy.db"}
    assert rows(target, "SELECT * FROM tides") == rows(file, "SELECT * FROM tides")
    assert rows(target, "PRAGMA journal_mode") == [("delete",)]


def test_a_copy_made_while_another_writes_is_of_one_moment(file: Path, tmp_path: Path) -> None:
    with busy_writer(file):
        for number in range(5):
            copy_database(file, tmp_path / f"{number}.db")
    for number in range(5):
        ((heights,),) = rows(tmp_path / f"{number}.db", "SELECT count(DISTINCT height) FROM tides")
        assert heights == 1


def test_what_is_not_yet_committed_is_not_copied(file: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(file)) as writer:
        writer.execute("UPDATE tides SET height = 9")
        copy_database(file, tmp_path / "copy.db")
    assert rows(tmp_path / "copy.db", "SELECT DISTINCT height FROM tides") == [(0,)]


def test_what_lies_in_the_log_only_is_copied(file: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(file)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT 1 FROM tides").fetchone()
        change(file, "UPDATE tides SET height = 9")
        copy_database(file, tmp_path / "copy.db")
    assert rows(tmp_path / "copy.db", "SELECT DISTINCT height FROM tides") == [(9,)]


def test_another_file_is_never_overwritten(file: Path, tmp_path: Path) -> None:
    target = tmp_path / "letter.txt"
    target.write_text("Dear Sir")
    with pytest.raises(Refused, match=r"letter\.txt exists already; name another file"):
        copy_database(file, target)
    assert target.read_text() == "Dear Sir"


def test_what_an_interrupted_copy_left_is_no_obstacle(file: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.db.part").write_bytes(b"half")
    copy_database(file, tmp_path / "copy.db")
    assert not [name for name in names(tmp_path) if name.endswith(".part")]
    check_whole(tmp_path / "copy.db")


@pytest.mark.parametrize("content", [b"Dear Sir, " * 1000, b"SQLite format 3\x00" + b"\xff" * 9000])
def test_what_is_no_database_is_refused_by_its_name(tmp_path: Path, content: bytes) -> None:
    source = tmp_path / "letter.db"
    source.write_bytes(content)
    with pytest.raises(Refused, match=r"letter\.db is not a whole SQLite database"):
        copy_database(source, tmp_path / "copy.db")
    assert names(tmp_path) == {"letter.db"}


def test_a_damaged_database_is_refused_and_no_half_file_left(file: Path, tmp_path: Path) -> None:
    damage(file)
    with pytest.raises(Refused, match=r"sitrep\.db is not a whole SQLite database .*another copy"):
        copy_database(file, tmp_path / "copy.db")
    assert "copy.db" not in names(tmp_path)
    assert not any("part" in name for name in names(tmp_path))


def test_a_missing_database_is_told_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"There is no file .*nowhere\.db"):
        copy_database(tmp_path / "nowhere.db", tmp_path / "copy.db")
    assert names(tmp_path) == set()


@pytest.mark.parametrize("place", ["nowhere/copy.db", "sitrep.db/copy.db"])
def test_a_place_that_cannot_be_written_is_told(file: Path, tmp_path: Path, place: str) -> None:
    with pytest.raises(Unavailable, match=r"cannot be copied to .*check the path"):
        copy_database(file, tmp_path / place)
    assert names(tmp_path) == {"sitrep.db"}


def test_a_whole_file_passes_the_check(file: Path) -> None:
    before = file.read_bytes()
    check_whole(file)
    assert file.read_bytes() == before


def test_a_damaged_file_fails_the_check(file: Path) -> None:
    damage(file)
    with pytest.raises(Refused, match="not a whole SQLite database"):
        check_whole(file)


def test_a_folder_fails_the_check(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="There is no file"):
        check_whole(tmp_path)


def test_a_locked_file_is_not_called_broken(file: Path) -> None:
    change(file, "PRAGMA journal_mode = DELETE")
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(Unavailable, match=r"sitrep\.db cannot be read now \(database is lock"):
            check_whole(file)
