"""Settings of servers: each choice by itself."""

import pytest

from bot.domain.server_choices import ServerChoices
from bot.errors import Refused
from bot.store.store import Store


async def test_a_server_that_has_chosen_nothing_has_no_choices(store: Store) -> None:
    async with store.read() as transaction:
        assert await transaction.server_settings.of(1) == ServerChoices()


async def test_each_choice_leaves_the_others(store: Store) -> None:
    async with store.write() as transaction:
        await transaction.servers.ensure(1)
        await transaction.servers.ensure(2)
        settings = transaction.server_settings
        await settings.choose(1, notice_channel=10, time_zone="Europe/Paris")
        await settings.choose(1, log_channel=11)
        await settings.choose(2, time_zone="Asia/Tokyo", two_people=True)
        found = [await settings.of(server) for server in (1, 2, 3)]
    assert found == [
        ServerChoices(notice_channel=10, log_channel=11, time_zone="Europe/Paris"),
        ServerChoices(time_zone="Asia/Tokyo", two_people=True),
        ServerChoices(),
    ]


async def test_a_choice_can_be_taken_back(store: Store) -> None:
    async with store.write() as transaction:
        await transaction.servers.ensure(1)
        await transaction.server_settings.choose(1, notice_channel=10, log_channel=11)
        await transaction.server_settings.choose(1, notice_channel=None)
        assert await transaction.server_settings.of(1) == ServerChoices(log_channel=11)


async def test_an_unknown_server_cannot_choose(store: Store) -> None:
    async def choose() -> None:
        async with store.write() as transaction:
            await transaction.server_settings.choose(1, notice_channel=10)

    with pytest.raises(Refused):
        await choose()
