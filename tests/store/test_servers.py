"""Servers: how they want answers, whatever else is known of them."""

from bot.store.store import Store


async def test_answers_are_private_unless_a_server_says_so(store: Store) -> None:
    async with store.write() as transaction:
        servers = transaction.servers
        assert await servers.public_answers(None) is False
        assert await servers.public_answers(5) is False
        await servers.set_public_answers(5, True)
        assert await servers.public_answers(5) is True
        assert await servers.public_answers(6) is False
        await servers.name(5, "Harbour Watch")
        assert await servers.public_answers(5) is True
        await servers.set_public_answers(5, False)
        assert await servers.public_answers(5) is False
