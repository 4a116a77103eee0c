"""From one version to the next: a backup first, then all or nothing."""

import logging
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory

from bot.errors import Refused, SitrepError, Unavailable
from bot.store.copy import check_whole
from bot.store.migration import migrate
from bot.store.version import SCRIPTS, known_versions, newest_version
from tests.moments import NOW, later
from tests.store.scripts import next_version
from tests.store.sqlite import change, rows, schema

_FILLED = """
    INSERT INTO servers (id, name) VALUES (1, 'Harbour Watch');
    INSERT INTO briefings (id, server_id, name, public) VALUES (1, 1, 'Tides', 1);
    INSERT INTO issues (briefing_id, state, source, digest) VALUES (1, 'draft', 'x', 'y');
"""
_NOW_AT = newest_version()
_BACKUP = f"sitrep.db.before-{_NOW_AT}-20220201T120000Z"


@pytest.fixture
def filled(database: Path) -> Path:
    """A database of today's version with one issue in it."""
    migrate(database, NOW)
    change(database, _FILLED)
    return database


def version(file: Path) -> str:
    ((found,),) = rows(file, "SELECT version_num FROM alembic_version")
    return found


def test_a_backup_is_made_first(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = version(filled)
    new = next_version(tmp_path, monkeypatch)
    backup = filled.with_name(_BACKUP)
    assert migrate(filled, NOW) == backup
    assert (version(backup), version(filled)) == (old, new)
    check_whole(backup)
    assert "harbours" in schema(filled)
    assert "harbours" not in schema(backup)
    assert rows(backup, "SELECT * FROM issues") == rows(filled, "SELECT * FROM issues") != []


def test_sitrep_may_lie_in_a_folder_of_any_name(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = next_version(tmp_path / "100% safe", monkeypatch)
    migrate(database, NOW)
    assert version(database) == new


def test_a_new_file_needs_no_backup(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = next_version(tmp_path, monkeypatch)
    assert migrate(database, NOW) is None
    assert version(database) == new
    assert list(database.parent.iterdir()) == [database]


def test_without_a_backup_nothing_is_migrated(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    next_version(tmp_path, monkeypatch)
    filled.with_name(_BACKUP).touch()
    with pytest.raises(Refused, match="exists already"):
        migrate(filled, NOW)
    assert version(filled) == _NOW_AT
    assert "harbours" not in schema(filled)


@pytest.mark.parametrize(
    ("then", "kind"),
    [
        ('op.execute(text("INSERT INTO nowhere VALUES (1)"))', Unavailable),
        ('raise ValueError("a slip in a script")', ValueError),
        (
            'op.execute(text("INSERT INTO briefings (server_id, name, public)'
            " VALUES (77, 'Lost', 1)\"))",
            Unavailable,
        ),
    ],
    ids=["statement", "script", "orphan"],
)
def test_a_failing_migration_is_undone_whole(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, then: str, kind: type[Exception]
) -> None:
    before = schema(filled)
    next_version(tmp_path, monkeypatch, then)
    with pytest.raises(kind):
        migrate(filled, NOW)
    assert schema(filled) == before
    assert rows(filled, "SELECT name FROM briefings") == [("Tides",)]
    assert version(filled) == _NOW_AT
    check_whole(filled.with_name(_BACKUP))


def test_a_failing_first_migration_leaves_no_tables(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    next_version(tmp_path, monkeypatch, 'raise ValueError("a slip in a script")')
    with pytest.raises(ValueError, match="a slip"):
        migrate(database, NOW)
    assert schema(database) == {}


def test_broken_references_are_told(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    next_version(tmp_path, monkeypatch, 'op.execute(text("DELETE FROM servers"))')
    with pytest.raises(SitrepError, match="would break 1 references; nothing was changed"):
        migrate(filled, NOW)
    assert rows(filled, "SELECT name FROM servers") == [("Harbour Watch",)]


def test_rebuilding_a_table_keeps_its_children(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rebuild = (
        'with op.batch_alter_table("briefings", recreate="always") as table:\n'
        '        table.add_column(Column("tide", Integer))'
    )
    next_version(tmp_path, monkeypatch, rebuild)
    migrate(filled, NOW)
    assert rows(filled, "SELECT name, tide FROM briefings") == [("Tides", None)]
    assert rows(filled, "SELECT briefing_id FROM issues") == [(1,)]


def test_a_busy_file_is_migrated_when_it_is_free(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    next_version(tmp_path, monkeypatch)
    change(filled, "PRAGMA journal_mode = WAL")
    with closing(sqlite3.connect(filled)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM issues")
        migrate(filled, NOW)
        assert reader.execute("SELECT version_num FROM alembic_version").fetchone() == (_NOW_AT,)
    assert version(filled) == "9999"


def test_every_later_migration_has_a_backup_of_its_own(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    next_version(tmp_path, monkeypatch)
    migrate(filled, NOW)
    change(filled, f"DROP TABLE harbours; UPDATE alembic_version SET version_num = '{_NOW_AT}'")  # noqa: S608
    backup = migrate(filled, later(seconds=1))
    assert backup is not None
    assert {file.name for file in filled.parent.glob("*before*")} == {_BACKUP, backup.name}


def test_logging_of_others_stays_as_it_was(database: Path) -> None:
    mine = logging.getLogger("harbour")
    migrate(database, NOW)
    assert not mine.disabled


def test_versions_are_what_alembic_reads_in_the_scripts() -> None:
    scripts = ScriptDirectory(str(SCRIPTS))
    assert scripts.get_heads() == [newest_version()]
    assert {script.revision for script in scripts.walk_revisions()} == known_versions()
