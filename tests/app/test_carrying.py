"""The file of an archive: whole or not there, nobody else's, and never in the way of another."""

import stat
from pathlib import Path

import pytest

from bot.app.carrying import carry_out
from bot.errors import Refused, Unavailable
from bot.store.store import Store
from tests.shelving import found_briefing
from tests.store.archives import read, silent, written
from tests.store.everything import fill_everything
from tests.store.sqlite import change


@pytest.fixture
def filled(database: Path) -> Path:
    fill_everything(database)
    return database


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir() if file.is_file())


def test_a_file_is_what_is_printed_and_only_its_owner_reads_it(
    filled: Path, tmp_path: Path
) -> None:
    counts: dict[str, int] = {}
    carry_out(filled, tmp_path / "all.jsonl", counts.__setitem__, replace=False)
    archive = (tmp_path / "all.jsonl").read_bytes()
    assert archive == written(filled)
    assert stat.S_IMODE((tmp_path / "all.jsonl").stat().st_mode) == 0o600
    assert counts == read(archive, tmp_path / "new" / "new.db")
    assert sum(counts.values()) == archive.count(b"\n") - 2
    assert names(tmp_path) == ["all.jsonl"]


def test_a_name_that_is_taken_is_left_alone_unless_it_is_an_older_archive(
    filled: Path, tmp_path: Path
) -> None:
    target = tmp_path / "all.jsonl"
    carry_out(filled, target, silent, replace=False)
    before = target.read_bytes()
    change(filled, "UPDATE servers SET name = 'Other'")
    with pytest.raises(Refused, match=r"exists already; name another file, or give --replace"):
        carry_out(filled, target, silent, replace=False)
    assert target.read_bytes() == before
    carry_out(filled, target, silent, replace=True)
    assert target.read_bytes() == written(filled) != before


@pytest.mark.parametrize("text", ["", "Dear Sir", '{"format":"songs"}\n'])
def test_what_is_no_archive_is_never_replaced(filled: Path, tmp_path: Path, text: str) -> None:
    (tmp_path / "letter").write_text(text)
    with pytest.raises(Refused, match="is no archive of Sitrep, so it is not replaced"):
        carry_out(filled, tmp_path / "letter", silent, replace=True)
    assert (tmp_path / "letter").read_text() == text
    before = filled.read_bytes()
    with pytest.raises(Refused, match="is no archive of Sitrep"):
        carry_out(filled, filled, silent, replace=True)
    assert filled.read_bytes() == before


def test_an_error_in_the_middle_leaves_what_was_there(filled: Path, tmp_path: Path) -> None:
    target = tmp_path / "all.jsonl"
    carry_out(filled, target, silent, replace=False)
    before = target.read_bytes()

    def fail(table: str, _count: int) -> None:
        if table == "entries":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        carry_out(filled, target, fail, replace=True)
    assert target.read_bytes() == before
    change(filled, "UPDATE copies SET channel_id = 0.5")
    with pytest.raises(Refused):
        carry_out(filled, target, silent, replace=True)
    assert target.read_bytes() == before
    assert names(tmp_path) == ["all.jsonl"]


def test_what_a_crash_has_left_is_in_nobodys_way(filled: Path, tmp_path: Path) -> None:
    (tmp_path / "all.jsonl.part").write_text("half of a")
    carry_out(filled, tmp_path / "all.jsonl", silent, replace=False)
    assert names(tmp_path) == ["all.jsonl"]


@pytest.mark.parametrize("place", ["none/all.jsonl", "file/all.jsonl"])
def test_a_place_that_cannot_be_written_is_told(filled: Path, tmp_path: Path, place: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Unavailable, match=r"cannot be written .*check the path, its permissions"):
        carry_out(filled, tmp_path / place, silent, replace=False)


def test_a_folder_is_no_archive(filled: Path, tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="cannot be written"):
        carry_out(filled, tmp_path, silent, replace=True)


def test_there_must_be_a_database_of_this_version(filled: Path, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="There is no file"):
        carry_out(tmp_path / "none.db", tmp_path / "all.jsonl", silent, replace=False)
    change(filled, "UPDATE alembic_version SET version_num = '0005'")
    with pytest.raises(Refused, match=r"is of an older version \(0005\); `sitrep migrate` brings"):
        carry_out(filled, tmp_path / "all.jsonl", silent, replace=False)
    assert names(tmp_path) == []


async def test_it_is_written_while_the_bot_works(
    store: Store, database: Path, tmp_path: Path
) -> None:
    await found_briefing(store, 1, "Tides")
    async with store.write() as transaction:
        await transaction.briefings.add(1, "Not yet", public=True)
        carry_out(database, tmp_path / "all.jsonl", silent, replace=False)
    assert b"Tides" in (tmp_path / "all.jsonl").read_bytes()
    assert b"Not yet" not in (tmp_path / "all.jsonl").read_bytes()
