"""Backup and restore: whole copies only, and never under a running bot."""

from pathlib import Path

import pytest

from bot.app.upkeep import back_up, restore
from bot.errors import Refused
from bot.store.store import Store, open_store
from bot.store.version import newest_version
from tests.moments import NOW
from tests.shelving import found_briefing


async def names(file: Path) -> list[str]:
    """The briefings that are in a database."""
    async with open_store(file, NOW) as store, store.read() as transaction:
        return [briefing.name for briefing in await transaction.briefings.public()]


@pytest.fixture
async def copy(tmp_path: Path) -> Path:
    """A backup in which the briefing still has its old name."""
    file = tmp_path / "old.db"
    async with open_store(file, NOW) as store:
        await found_briefing(store, 1, "Old tides")
    back_up(file, tmp_path / "copy.db")
    return tmp_path / "copy.db"


async def test_a_backup_is_made_while_the_bot_runs(
    store: Store, database: Path, tmp_path: Path
) -> None:
    await found_briefing(store, 1, "Tides")
    async with store.write() as transaction:
        await transaction.briefings.add(1, "Not yet", public=True)
        condition = back_up(database, tmp_path / "copy.db")
    assert condition.version == newest_version()
    assert await names(tmp_path / "copy.db") == ["Tides"]


async def test_a_backup_takes_no_name_that_is_taken(
    store: Store, database: Path, copy: Path
) -> None:
    with pytest.raises(Refused, match="exists already"):
        back_up(database, copy)
    assert await names(copy) == ["Old tides"]


def test_without_a_database_there_is_no_backup(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="There is no file"):
        back_up(tmp_path / "sitrep.db", tmp_path / "copy.db")
    assert list(tmp_path.iterdir()) == []


async def test_a_restored_copy_takes_the_place_of_the_database(database: Path, copy: Path) -> None:
    async with open_store(database, NOW) as store:
        await found_briefing(store, 1, "Tides")
    aside = database.with_name("sitrep.db.replaced-20220201T120000Z")
    assert restore(database, copy, NOW) == aside
    assert await names(database) == ["Old tides"]
    assert await names(aside) == ["Tides"]
    assert await names(copy) == ["Old tides"]


async def test_where_nothing_was_nothing_is_kept_aside(database: Path, copy: Path) -> None:
    assert restore(database, copy, NOW) is None
    assert await names(database) == ["Old tides"]
    assert [file.name for file in database.parent.iterdir()] == ["sitrep.db"]


async def test_a_broken_database_can_be_replaced(database: Path, copy: Path) -> None:
    database.parent.mkdir()
    database.write_bytes(b"spoilt" * 1000)
    aside = restore(database, copy, NOW)
    assert aside is not None
    assert aside.read_bytes() == b"spoilt" * 1000
    assert await names(database) == ["Old tides"]


async def test_a_log_left_from_before_is_not_applied_to_the_copy(
    database: Path, copy: Path
) -> None:
    database.parent.mkdir()
    log = database.with_name("sitrep.db-wal")
    log.write_bytes(b"left")
    restore(database, copy, NOW)
    assert not log.exists()
    assert await names(database) == ["Old tides"]


async def test_whoever_uses_the_database_must_stop_first(database: Path, copy: Path) -> None:
    """Without any heartbeat: Discord may be out of reach since the start."""
    async with open_store(database, NOW) as store:
        await found_briefing(store, 1, "Tides")
        with pytest.raises(Refused, match=r"Something is using the database .*restore again"):
            restore(database, copy, NOW)
        await found_briefing(store, 1, "Fog")
    assert await names(database) == ["Fog", "Tides"]
    assert not database.with_name("sitrep.db.restored").exists()


async def test_a_bot_that_was_just_stopped_is_no_obstacle(database: Path, copy: Path) -> None:
    async with open_store(database, NOW) as store, store.write() as transaction:
        await transaction.process.beat(NOW)
    assert restore(database, copy, NOW) is not None
    assert await names(database) == ["Old tides"]


@pytest.mark.parametrize("content", [b"", b"Dear Sir, " * 1000], ids=["empty", "a letter"])
async def test_what_is_no_copy_of_ours_replaces_nothing(
    store: Store, database: Path, tmp_path: Path, content: bytes
) -> None:
    await found_briefing(store, 1, "Tides")
    (tmp_path / "letter.db").write_bytes(content)
    with pytest.raises(Refused, match=r"letter\.db is (not a whole|no) "):
        restore(database, tmp_path / "letter.db", NOW)
    assert await names(database) == ["Tides"]
