"""Servers: how they want answers, whatever else is known of them."""

from pathlib import Path

from bot.store.store import Store
from tests.store.sqlite import change, rows


async def test_answers_are_private_unless_a_server_says_so(store: Store) -> None:
    async with store.write() as transaction:
        servers = transaction.servers
        assert await servers.public_answers(None) is False
        assert await servers.public_answers(5) is False
        await servers.set_public_answers(5, True)
        assert await servers.public_answers(5) is True
        assert await servers.public_answers(6) is False
        await servers.keep_names({5: "Harbour Watch"})
        assert await servers.public_answers(5) is True
        await servers.set_public_answers(5, False)
        assert await servers.public_answers(5) is False


async def test_only_names_that_changed_are_written(store: Store, database: Path) -> None:
    names = {number: f"Server {number}" for number in range(1, 2001)}
    async with store.write() as transaction:
        await transaction.servers.keep_names(names)
    change(
        database,
        "CREATE TABLE seen (id);"
        " CREATE TRIGGER written AFTER UPDATE ON servers BEGIN"
        " INSERT INTO seen VALUES (new.id); END",
    )
    async with store.write() as transaction:
        await transaction.servers.keep_names(names | {7: "Fog Desk", 2001: "Server 2001"})
    assert rows(database, "SELECT id FROM seen") == [(7,)]
    assert rows(database, "SELECT name FROM servers WHERE id IN (6, 7, 2001)") == [
        ("Server 6",),
        ("Fog Desk",),
        ("Server 2001",),
    ]
