"""Transactions: whole or not at all, readers beside writers, writers one after another."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import create_async_engine

from bot.errors import Refused, Unavailable
from bot.store.store import Store, Transaction, open_migrated_store, open_store
from tests.contents import contents, section
from tests.moments import NOW
from tests.shelving import DAY, found_briefing, publish
from tests.store.sqlite import rows

# Far below the ten seconds that a connection waits for a lock.
_SOON = 5


async def names(transaction: Transaction) -> list[str]:
    return [briefing.name for briefing in await transaction.briefings.public()]


async def test_a_write_is_there_for_the_next_reader(store: Store) -> None:
    await found_briefing(store, 1, "Tides")
    async with store.read() as transaction:
        assert await names(transaction) == ["Tides"]


async def test_an_error_undoes_everything(store: Store) -> None:
    briefing = await found_briefing(store, 1, "Tides")

    async def fail() -> None:
        async with store.write() as transaction:
            await transaction.servers.keep_names({2: "Other"})
            await transaction.briefings.add(2, "Storms", public=True)
            key = await transaction.issues.add_draft(briefing.id, contents(7, DAY))
            await transaction.entries.replace(key, [section("FI")])
            raise Refused("No.")

    with pytest.raises(Refused, match="No"):
        await fail()
    async with store.read() as transaction:
        assert await names(transaction) == ["Tides"]
        assert await transaction.issues.all_of() == []


async def test_a_broken_rule_is_told_and_undone(store: Store) -> None:
    await found_briefing(store, 1, "Tides")

    async def twice() -> None:
        async with store.write() as transaction:
            await transaction.briefings.add(1, "Storms", public=True)
            await transaction.briefings.add(1, "storms", public=True)

    with pytest.raises(Refused, match="Something else was changed meanwhile") as told:
        await twice()
    assert "UNIQUE constraint failed" in str(told.value.__cause__)
    async with store.read() as transaction:
        assert await names(transaction) == ["Tides"]


async def test_more_transactions_than_connections_is_told(store: Store, database: Path) -> None:
    await found_briefing(store, 1, "Tides")
    url = f"sqlite+aiosqlite:///{database}"
    engine = create_async_engine(url, pool_size=1, max_overflow=0, pool_timeout=0.01)
    crowded = Store(engine)
    async with crowded.read() as first:
        with pytest.raises(Unavailable, match="cannot be used now; try again"):
            await found_briefing(crowded, 1, "Storms")
        assert await names(first) == ["Tides"]
    await engine.dispose()


async def test_a_table_that_is_missing_is_no_passing_fault(store: Store, database: Path) -> None:
    await found_briefing(store, 1, "Tides")
    with closing(sqlite3.connect(database)) as broken:
        broken.execute("DROP TABLE briefings")
    with pytest.raises(Unavailable, match="its operator learns from `sitrep check` what to do"):
        await found_briefing(store, 1, "Storms")


async def test_cancelling_a_write_undoes_it(store: Store) -> None:
    started = asyncio.Event()

    async def stuck() -> None:
        async with store.write() as transaction:
            await transaction.servers.keep_names({1: "Harbour Watch"})
            await transaction.briefings.add(1, "Tides", public=True)
            started.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(stuck())
    await started.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert (await found_briefing(store, 1, "Tides")).name == "Tides"


async def test_a_reader_does_not_wait_behind_a_writer(store: Store) -> None:
    await found_briefing(store, 1, "Tides")
    async with store.write() as writer:
        await writer.briefings.add(1, "Storms", public=True)
        async with asyncio.timeout(_SOON), store.read() as reader:
            assert await names(reader) == ["Tides"]


async def test_a_reader_has_one_view_while_others_write(store: Store) -> None:
    await found_briefing(store, 1, "Tides")
    async with store.read() as reader:
        assert await names(reader) == ["Tides"]
        async with asyncio.timeout(_SOON):
            await found_briefing(store, 1, "Storms")
        assert await names(reader) == ["Tides"]
    async with store.read() as reader:
        assert await names(reader) == ["Storms", "Tides"]


async def test_writers_lose_no_update(store: Store) -> None:
    """Each adds one to what it has read; begun as readers, some would overwrite others."""
    issue = await publish(store, await found_briefing(store, 1, "Tides"), 7)

    async def correct() -> None:
        async with store.write() as transaction:
            now = await transaction.issues.existing(issue.id)
            await asyncio.sleep(0)
            await transaction.issues.mark_corrected(issue.id, now.revision + 1, NOW)

    await asyncio.gather(*(correct() for _ in range(8)))
    async with store.read() as transaction:
        assert (await transaction.issues.existing(issue.id)).revision == 9


async def test_another_process_is_waited_for(store: Store, database: Path) -> None:
    await found_briefing(store, 1, "Tides")
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE briefings SET name = 'Ebbs'")
        writing = asyncio.create_task(found_briefing(store, 1, "Storms"))
        async with asyncio.timeout(_SOON), store.read() as reader:
            assert await names(reader) == ["Tides"]
        other.execute("COMMIT")
        async with asyncio.timeout(_SOON):
            await writing
    async with store.read() as reader:
        assert await names(reader) == ["Ebbs", "Storms"]


async def test_deleting_a_server_takes_its_rows_along(store: Store, database: Path) -> None:
    """The running engine has foreign keys on."""
    briefing = await found_briefing(store, 1, "Tides")
    await publish(store, briefing, 7, section("FI"))
    async with store.write() as transaction:
        connection = transaction.issues._connection
        await connection.exec_driver_sql("DELETE FROM servers")
    assert rows(database, "SELECT * FROM entry_countries") == []


async def test_the_journal_lets_readers_beside_the_writer(store: Store, database: Path) -> None:
    async with store.read():
        assert rows(database, "PRAGMA journal_mode") == [("wal",)]


async def test_closing_leaves_one_file(database: Path) -> None:
    async with open_store(database, NOW) as store:
        await found_briefing(store, 1, "Tides")
    assert [file.name for file in database.parent.iterdir()] == ["sitrep.db"]


async def test_what_was_written_is_there_after_reopening(database: Path) -> None:
    async with open_store(database, NOW) as store:
        await found_briefing(store, 1, "Tides")
    async with open_migrated_store(database) as store, store.read() as transaction:
        assert await names(transaction) == ["Tides"]


async def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="cannot be opened"):
        async with open_store(tmp_path, NOW):
            pass
