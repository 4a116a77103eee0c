"""Checking: what is missing or wrong, in plain sentences."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest
from discord.http import Route
from pydantic import SecretStr

from bot.checking import (
    check_database,
    check_index,
    check_installation,
    check_live,
    check_token,
    rebuild_reading,
)
from bot.settings import Settings
from bot.store.migration import migrate
from bot.store.store import Store
from tests.contents import speaking
from tests.loopback import Loopback, loopback
from tests.moments import NOW, later
from tests.shelving import found_briefing, publish
from tests.store.sqlite import change, rows

TOKEN = "MTAwMQ.not-a-real.token-of-the-tests"  # noqa: S105  # it opens nothing


@pytest.fixture
async def server(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Loopback]:
    async with loopback() as served:
        monkeypatch.setattr(Route, "BASE", served.url)
        yield served


def having(token: str | None) -> Settings:
    return Settings.model_construct(
        discord_token=SecretStr(token) if token else None, public_briefings=frozenset({1})
    )


async def test_a_missing_token_is_wrong_and_asks_nobody(server: Loopback) -> None:
    finding = await check_token(having(None))
    assert not finding.well
    assert finding.sentence.startswith("DISCORD_TOKEN is missing;")
    assert server.asked == []


async def test_a_token_that_discord_knows_is_well(server: Loopback) -> None:
    finding = await check_token(having(TOKEN))
    assert finding.well
    assert finding.sentence == "Discord knows the token: it belongs to sitrep."


async def test_a_token_that_discord_does_not_know_is_wrong(server: Loopback) -> None:
    server.knows_the_token = False
    finding = await check_token(having(TOKEN))
    assert not finding.well
    assert finding.sentence.startswith("Discord does not know this DISCORD_TOKEN;")


async def test_out_of_reach_is_not_the_tokens_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Route, "BASE", "http://127.0.0.1:1")
    finding = await check_token(having(TOKEN))
    assert not finding.well
    assert finding.sentence.startswith("Discord cannot be reached, so the token is unchecked")
    assert TOKEN not in finding.sentence


def test_the_database_is_none_or_whole_or_wrong(database: Path) -> None:
    missing = check_database(database)
    assert missing.well
    assert "There is no database yet" in missing.sentence
    assert not database.exists()
    migrate(database, NOW)
    assert check_database(database).sentence.endswith("is sound, and of this version.")
    change(database, "UPDATE alembic_version SET version_num = '9999'")
    newer = check_database(database)
    assert not newer.well
    assert "newer Sitrep" in newer.sentence
    database.write_bytes(b"no database at all" * 500)
    assert not check_database(database).well


@pytest.mark.parametrize(("seconds", "well"), [(0, True), (60, True), (61, False), (9000, False)])
async def test_a_bot_lives_that_said_so_in_the_last_minute(
    store: Store, database: Path, seconds: int, well: bool
) -> None:
    async with store.write() as transaction:
        await transaction.process.beat(NOW)
    finding = check_live(database, later(seconds=seconds))
    assert finding.well is well
    assert f" {seconds} s ago" in finding.sentence


def test_a_locked_database_is_a_finding(database: Path) -> None:
    migrate(database, NOW)
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        for finding in (check_database(database), check_live(database, NOW)):
            assert not finding.well
            assert "cannot be read now (database is locked)" in finding.sentence


@pytest.fixture
async def shelved(store: Store, database: Path) -> Path:
    """A database with a published quote."""
    briefing = await found_briefing(store, 7, "Quay Report")
    await publish(store, briefing, 12, speaking("Finland", ("Ilse Marwan", "We sail at dawn.")))
    return database


def test_an_index_in_step_is_well(shelved: Path) -> None:
    (finding,) = check_index(shelved)
    assert finding.well
    assert finding.sentence == "Lists and searches find exactly what is published."


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM passages_fts",
        "DELETE FROM passages_fts_data WHERE id > 1",
        "DELETE FROM speakers",
        "DROP TABLE passages_fts_content",
        "DROP TABLE coverage",
    ],
)
def test_an_index_out_of_step_is_found_and_mended(shelved: Path, damage: str) -> None:
    whole = rows(shelved, "SELECT type, name FROM sqlite_master ORDER BY 1, 2")
    change(shelved, damage)
    (wrong,) = check_index(shelved)
    assert not wrong.well
    assert wrong.sentence.endswith("`sitrep check --rebuild` mends it.")
    assert rebuild_reading(shelved).well
    assert [finding.well for finding in check_index(shelved)] == [True]
    assert rows(shelved, "SELECT type, name FROM sqlite_master ORDER BY 1, 2") == whole
    assert rows(shelved, "SELECT rowid FROM passages_fts('dawn')")


def test_how_far_an_index_is_out_of_step_is_said(shelved: Path) -> None:
    change(shelved, "UPDATE speakers SET quotes = 5")
    (one,) = check_index(shelved)
    assert "what is published (1 row);" in one.sentence
    change(shelved, "DELETE FROM passage_countries; DELETE FROM speakers")
    (several,) = check_index(shelved)
    assert " rows);" in several.sentence


async def test_a_rebuilding_finds_the_index_well_afterwards(
    server: Loopback, shelved: Path
) -> None:
    change(shelved, "DELETE FROM passages")
    found = await check_installation(having(TOKEN), shelved, rebuild=True)
    assert [finding.well for finding in found] == [True] * 4
    assert found[0].sentence.endswith("made anew from what is published.")


async def test_an_index_is_rebuilt_while_the_bot_works(store: Store, shelved: Path) -> None:
    async with store.read() as reading:
        before = await reading.speakers.names(1)
        change(shelved, "PRAGMA wal_checkpoint")
        assert rebuild_reading(shelved).well
        assert await reading.speakers.names(1) == before
    async with store.write() as transaction:
        await transaction.process.beat(NOW)
    async with store.read() as reading:
        assert await reading.speakers.names(1) == before == ["Ilse Marwan"]


def test_an_index_that_cannot_be_made_anew_stays_as_it_was(shelved: Path) -> None:
    change(shelved, "PRAGMA legacy_alter_table = ON; ALTER TABLE quotes RENAME TO others")
    before = rows(shelved, "SELECT type, name FROM sqlite_master ORDER BY 1, 2")
    finding = rebuild_reading(shelved)
    assert not finding.well
    assert "cannot be made anew (no such table: main.quotes)" in finding.sentence
    assert rows(shelved, "SELECT type, name FROM sqlite_master ORDER BY 1, 2") == before


@pytest.mark.parametrize(
    "turn",
    [
        "UPDATE alembic_version SET version_num = '0001'",
        "UPDATE alembic_version SET version_num = '9999'",
    ],
)
def test_a_file_of_another_version_is_never_rebuilt(shelved: Path, turn: str) -> None:
    change(shelved, "DELETE FROM speakers")
    change(shelved, turn)
    before = shelved.read_bytes()
    assert check_index(shelved) == []
    finding = rebuild_reading(shelved)
    assert not finding.well
    assert finding.sentence.startswith("Nothing was rebuilt: only a database of this version")
    assert shelved.read_bytes() == before


def test_without_a_database_there_is_no_index(database: Path) -> None:
    assert check_index(database) == []
    assert not rebuild_reading(database).well
    assert not database.exists()


async def test_a_bot_that_never_said_so_does_not_live(store: Store, database: Path) -> None:
    assert not check_live(database, NOW).well
    assert not check_live(database.with_name("none.db"), NOW).well


async def test_an_installation_is_its_database_its_token_and_what_strangers_read(
    server: Loopback, database: Path
) -> None:
    migrate(database, NOW)
    told = await check_installation(having(TOKEN), database)
    assert [finding.well for finding in told] == [True, True, True]
    assert database.name in told[0].sentence
    assert "Lists and searches" in told[1].sentence
    closed = having(TOKEN).model_copy(update={"public_briefings": frozenset[int]()})
    told = await check_installation(closed, database)
    assert told[-1].well
    assert told[-1].sentence.startswith("PUBLIC_BRIEFINGS is empty: in direct messages, and")
