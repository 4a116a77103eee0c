"""Checking: what is missing or wrong, in plain sentences."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest
from discord.http import Route
from pydantic import SecretStr

from bot.checking import check_database, check_installation, check_live, check_token
from bot.settings import Settings
from bot.store.migration import migrate
from bot.store.store import Store
from tests.loopback import Loopback, loopback
from tests.moments import NOW, later
from tests.store.sqlite import change

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
    assert check_database(database).sentence.endswith("is whole and of this version.")
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


async def test_a_bot_that_never_said_so_does_not_live(store: Store, database: Path) -> None:
    assert not check_live(database, NOW).well
    assert not check_live(database.with_name("none.db"), NOW).well


async def test_an_installation_is_its_database_its_token_and_what_strangers_read(
    server: Loopback, database: Path
) -> None:
    migrate(database, NOW)
    assert [finding.well for finding in await check_installation(having(TOKEN), database)] == [
        True,
        True,
    ]
    closed = having(TOKEN).model_copy(update={"public_briefings": frozenset[int]()})
    told = await check_installation(closed, database)
    assert told[-1].well
    assert told[-1].sentence.startswith("PUBLIC_BRIEFINGS is empty")
