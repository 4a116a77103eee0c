"""What the process keeps about itself: one row for each, the last one wins."""

from pathlib import Path

from bot.store.condition import glance
from bot.store.store import Store
from tests.moments import NOW, later
from tests.store.sqlite import rows


async def test_the_last_heartbeat_counts(store: Store, database: Path) -> None:
    assert glance(database).last_beat is None
    async with store.write() as transaction:
        await transaction.process.beat(NOW)
        await transaction.process.beat(later(seconds=10))
    assert glance(database).last_beat == later(seconds=10)
    assert rows(database, "SELECT count(*) FROM heartbeats") == [(1,)]


async def test_each_application_has_its_commands(store: Store) -> None:
    async with store.write() as transaction:
        process = transaction.process
        assert await process.synced_commands(1) is None
        await process.keep_synced_commands(1, "a")
        await process.keep_synced_commands(2, "b")
        await process.keep_synced_commands(1, "c")
        assert await process.synced_commands(1) == "c"
        assert await process.synced_commands(2) == "b"
