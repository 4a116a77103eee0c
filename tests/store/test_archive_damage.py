"""An archive that is damaged, cut off or foreign is refused with its line, and leaves nothing."""

import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.app.carrying import carry_in
from bot.errors import Refused, Unavailable
from bot.store import archive_filling, archive_line, archive_reader
from bot.store.migration import migrate
from tests.moments import NOW
from tests.store.archives import changed, ended, lines_of, place_of, read, silent, written
from tests.store.everything import fill_everything
from tests.store.sqlite import change, rows


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    file = tmp_path_factory.mktemp("filled") / "old.db"
    fill_everything(file)
    return written(file)


def refused(archive: bytes, target: Path) -> str:
    """The sentence; nothing is in the database afterwards."""
    with pytest.raises(Refused) as found:
        read(archive, target)
    if target.exists():
        assert rows(target, "SELECT 1 FROM servers UNION ALL SELECT 1 FROM acts") == []
        assert rows(target, "SELECT 1 FROM sqlite_sequence WHERE seq > 0") == []
    assert "\n" not in str(found.value)
    return str(found.value)


def line_of(sentence: str) -> int:
    assert sentence.startswith("Line "), sentence
    assert sentence.endswith(", so nothing was brought in; use another copy.")
    return int(sentence.split()[1])


def test_wherever_it_is_cut_off_it_is_refused(archive: bytes, database: Path) -> None:
    lines = archive.splitlines(keepends=True)
    for kept in (1, 2, len(lines) // 2, len(lines) - 1):
        assert line_of(refused(b"".join(lines[:kept]), database)) == kept + 1
        within = b"".join(lines[:kept]) + lines[kept][:9]
        sentence = refused(within, database)
        assert line_of(sentence) == kept + 1
        assert "cut off" in sentence


@pytest.mark.parametrize("at", [1, -2])
def test_one_letter_that_changed_is_noticed(archive: bytes, database: Path, at: int) -> None:
    lines = archive.splitlines(keepends=True)
    lines[at] = lines[at].replace(b"2", b"3", 1)
    sentence = refused(b"".join(lines), database)
    assert line_of(sentence) == len(lines)
    assert "checksum" in sentence


def test_a_line_more_or_less_is_noticed(archive: bytes, database: Path) -> None:
    lines = archive.splitlines(keepends=True)
    fewer = refused(b"".join((*lines[:-2], lines[-1])), database)
    count = len(lines) - 2
    assert f"it tells of {count} rows, and {count - 1} are there" in fewer
    assert line_of(fewer) == len(lines) - 1
    assert line_of(refused(archive + b"\n", database)) == len(lines) + 1


@pytest.mark.parametrize(
    "line",
    [
        b"\n",
        b"[]\n",
        b"null\n",
        b'{"table":"acts"}\n',
        b'{"table":"acts","row":{"id":1.0,"done_at":"2022-02-01"}}\n',
        b'{"table":"acts","row":{"id":true,"done_at":"2022-02-01"}}\n',
        b'{"table":"acts","row":{"id":NaN,"done_at":"2022-02-01"}}\n',
        b'{"table":"acts","row":[1]}\n',
        b'{"table":"acts","row":{"id":1,"done_at":"\\ud800"}}\n',
        b'{"table":"acts","row":{"id":1,"done_at":"\xff"}}\n',
        b'{"table":"acts","row":{"id":1,"done_at":"2022-02-01"},"more":1}\n',
        b"[" * 100_000 + b"\n",
    ],
)
def test_a_line_that_is_no_row_is_named(archive: bytes, database: Path, line: bytes) -> None:
    sentence = refused(ended(lines_of(archive)[0], line), database)
    assert line_of(sentence) == 2
    assert "it is no row and no ending" in sentence


@pytest.mark.parametrize(
    ("table", "values", "reason"),
    [
        ("acts", {"id": 2**63}, "id is not what stands there"),
        ("acts", {"id": 10**400}, "id is not what stands there"),
        ("acts", {"id": "7"}, "id is not what stands there"),
        ("acts", {"id": None}, "id is not what stands there"),
        ("acts", {"done_at": "yesterday"}, "done_at is not what stands there"),
        ("acts", {"done_at": 7}, "done_at is not what stands there"),
        ("acts", {"more": 7}, "acts has other columns"),
        ("servers", {"public_answers": 2}, "public_answers is not what stands there"),
        ("servers", {"name": None}, "name is not what stands there"),
        ("issues", {"state": "lost"}, "CHECK constraint failed"),
        ("issues", {"date": "2022-02-30"}, "date is not what stands there"),
        ("issues", {"notes": "5"}, "notes is not what stands there"),
        ("issues", {"notes": "[" * 100_000}, "notes is not what stands there"),
        ("issues", {"briefing_id": 99}, "a row of issues names one of briefings that is not there"),
        ("quotes", {"entry_id": 99}, "a row of quotes names one of entries that is not there"),
        ("subscription_countries", {"subscription_id": 99}, "names one of subscriptions"),
        ("events", {"when": "soon"}, "when is not what stands there"),
        ("sqlite_sequence", {"name": "leases"}, "it names no last id"),
        ("sqlite_sequence", {"name": "deliveries"}, "it names no last id"),
        ("sqlite_sequence", {"seq": 2**63}, "it names no last id"),
        ("sqlite_sequence", {"seq": "7"}, "it names no last id"),
        ("sqlite_sequence", {"more": 7}, "it names no last id"),
    ],
)
def test_a_row_that_does_not_fit_is_named(
    archive: bytes, database: Path, table: str, values: dict[str, object], reason: str
) -> None:
    lines = lines_of(archive)
    at = place_of(lines, table)
    lines[at] = changed(lines[at], **values)
    sentence = refused(ended(*lines), database)
    assert line_of(sentence) == at + 1
    assert reason in sentence


@pytest.mark.parametrize("table", ["leases", "installation", "passages", "sqlite_master", "a; b"])
def test_only_tables_of_an_archive_are_written(archive: bytes, database: Path, table: str) -> None:
    row = json.dumps({"table": table, "row": {"id": 1}}).encode() + b"\n"
    assert line_of(refused(ended(lines_of(archive)[0], row), database)) == 2


def test_rows_stand_in_order(archive: bytes, database: Path) -> None:
    lines = lines_of(archive)
    at = place_of(lines, "issues")
    swapped = [*lines[:at], lines[at + 1], lines[at], *lines[at + 2 :]]
    sentence = refused(ended(*swapped), database)
    assert line_of(sentence) == at + 2
    assert "it is not in order" in sentence
    later = [*lines[:at], *lines[at + 1 :], lines[at]]
    sentence = refused(ended(*later), database)
    assert line_of(sentence) == len(lines)
    assert "its table does not come here" in sentence
    again = [*lines[: at + 1], lines[at], *lines[at + 1 :]]
    assert "it is not in order" in refused(ended(*again), database)


def test_a_unique_name_that_comes_twice_is_named(archive: bytes, database: Path) -> None:
    lines = lines_of(archive)
    at = place_of(lines, "briefings") + 1
    lines[at] = changed(lines[at], name="TIDES")
    sentence = refused(ended(*lines), database)
    assert line_of(sentence) == at + 1
    assert "UNIQUE" in sentence


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        (b"", "is missing"),
        (b"SQLite format 3\0\n", "is no archive of Sitrep: line 1 does not say so."),
        (b'{"songs": 1}\n', "is no archive of Sitrep"),
        (b"{\n", "is no archive of Sitrep"),
        (
            b'{"format":"sitrep archive","edition":1,"database":"9999"}\n',
            "says that a newer Sitrep made it (version 9999); upgrade Sitrep first.",
        ),
        (
            b'{"format":"sitrep archive","edition":2,"database":"0006"}\n',
            "says that a newer Sitrep made it",
        ),
        (
            b'{"format":"sitrep archive","edition":1,"database":"0005"}\n',
            "says that an older Sitrep made it (version 0005); bring it in with that one",
        ),
    ],
)
def test_what_is_no_archive_of_this_version_makes_no_database(
    database: Path, heading: bytes, told: str
) -> None:
    assert told in refused(heading, database)
    assert not database.exists()


def test_a_line_without_an_end_is_not_read_to_the_end(
    archive: bytes, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert archive_line.LONGEST == archive_reader.LONGEST
    monkeypatch.setattr(archive_reader, "LONGEST", 2_000)
    stream = io.BytesIO(lines_of(archive)[0] + b"x" * 9_000)
    with pytest.raises(Refused, match=r"Line 2 of it is damaged .it is too long"):
        carry_in(database, stream, "it", NOW, silent)
    assert stream.tell() < 2_100


@pytest.mark.parametrize("table", ["servers", "leases", "heartbeats", "acts"])
def test_a_database_that_holds_anything_is_left_as_it_is(
    archive: bytes, database: Path, table: str
) -> None:
    migrate(database, NOW)
    values = {"servers": "1, 'Quay', 0", "leases": "'a', 'b', 'c'"}.get(table, "7, '2022'")
    change(database, f"INSERT INTO {table} VALUES ({values})")  # noqa: S608
    before = database.read_bytes()
    with pytest.raises(
        Refused, match=rf"has been used before \({table}\); an archive is brought into a"
    ):
        read(archive, database)
    assert database.read_bytes() == before


def test_a_database_that_has_held_something_has_given_ids(archive: bytes, database: Path) -> None:
    migrate(database, NOW)
    change(database, "INSERT INTO list_states (text, kept_at) VALUES ('a', 'b')")
    change(database, "DELETE FROM list_states")
    with pytest.raises(Refused, match=r"has been used before \(list_states\)"):
        read(archive, database)


def test_a_database_that_another_writes_is_told(
    archive: bytes, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    migrate(database, NOW)
    monkeypatch.setattr(archive_filling, "_PATIENCE", 0)
    reader = archive_reader.ArchiveReader(io.BytesIO(archive), "it")
    reader.begin()
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Unavailable, match=r"cannot be written now .*stop the bot, then try"):
            archive_filling.fill(database, reader, silent)
    assert read(archive, database)["servers"] == 2
