"""Migrating: an empty file, a current one, and files that are not ours."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine

from bot.errors import Refused, Unavailable
from bot.store.migration import migrate
from bot.store.schema import metadata
from bot.store.version import newest_version
from tests.moments import NOW
from tests.store.sqlite import change, rows, schema


def test_an_empty_file_gets_exactly_the_declared_tables(database: Path) -> None:
    assert migrate(database, NOW) is None
    engine = create_engine(f"sqlite:///{database}")
    with engine.connect() as connection:
        # The reading side is made by statements, which the next test compares.
        options = {
            "compare_type": True,
            "compare_server_default": True,
            "include_name": lambda name, kind, _: kind != "table" or name in metadata.tables,
        }
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_names_defaults_constraints_and_indexes_are_the_declared_ones(
    database: Path, tmp_path: Path
) -> None:
    migrate(database, NOW)
    engine = create_engine(f"sqlite:///{tmp_path / 'declared.db'}")
    metadata.create_all(engine)
    engine.dispose()
    migrated = schema(database)
    assert migrated.pop("alembic_version")
    assert migrated == schema(tmp_path / "declared.db")


def test_migrating_again_changes_nothing(database: Path) -> None:
    migrate(database, NOW)
    before = database.read_bytes()
    assert migrate(database, NOW) is None
    assert database.read_bytes() == before
    assert [file.name for file in database.parent.iterdir()] == ["sitrep.db"]


def test_a_file_of_no_bytes_is_an_empty_database(database: Path) -> None:
    database.parent.mkdir()
    database.touch()
    migrate(database, NOW)
    assert rows(database, "SELECT version_num FROM alembic_version") == [(newest_version(),)]


@pytest.mark.parametrize("name", ["why?mode=ro.db", "100%.db", "ключ é.db", "a b#c.db"])
def test_any_file_name_is_only_a_name(tmp_path: Path, name: str) -> None:
    migrate(tmp_path / name, NOW)
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_a_newer_database_is_refused_and_left_untouched(database: Path) -> None:
    migrate(database, NOW)
    change(database, "UPDATE alembic_version SET version_num = '9999'")
    before = database.read_bytes()
    with pytest.raises(Refused, match=r"made by a newer Sitrep \(version 9999\); upgrade Sitrep"):
        migrate(database, NOW)
    assert database.read_bytes() == before
    assert [file.name for file in database.parent.iterdir()] == ["sitrep.db"]


def test_a_database_of_another_program_is_refused_and_left_untouched(tmp_path: Path) -> None:
    file = tmp_path / "music.db"
    change(file, "CREATE TABLE songs (title TEXT); INSERT INTO songs VALUES ('Tide')")
    before = file.read_bytes()
    with pytest.raises(Refused, match="is a database of another program; name another file"):
        migrate(file, NOW)
    assert file.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["music.db"]


def test_a_file_that_is_no_database_is_told_and_left_untouched(tmp_path: Path) -> None:
    file = tmp_path / "letter.db"
    file.write_text("Dear Sir, this is a letter. " * 100)
    with pytest.raises(Unavailable, match=r"letter\.db cannot be opened .*not a database"):
        migrate(file, NOW)
    assert file.read_text() == "Dear Sir, this is a letter. " * 100


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match=r"cannot be opened .*check the path"):
        migrate(tmp_path, NOW)


@pytest.mark.parametrize("place", ["file/sitrep.db", "file/deeper/sitrep.db"])
def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Unavailable, match="its permissions and the free space"):
        migrate(tmp_path / place, NOW)
