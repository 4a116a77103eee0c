"""Acts: an interaction that arrives twice acts once."""

from pathlib import Path

import pytest

from bot.errors import Refused
from bot.store.store import Store
from tests.moments import NOW, later
from tests.store.sqlite import rows


async def act(store: Store, interaction: int | None, **distance: float) -> None:
    async with store.write() as transaction:
        await transaction.acts.once(interaction, later(**distance))


async def test_an_interaction_acts_once(store: Store) -> None:
    await act(store, 7)
    with pytest.raises(Refused, match="This is done already; look at the answer before"):
        await act(store, 7, minutes=1)
    await act(store, 8)


async def test_whoever_does_not_come_from_discord_may_act_again(store: Store) -> None:
    await act(store, None)
    await act(store, None)


async def test_an_interaction_of_what_failed_may_act_again(store: Store) -> None:
    async def fail() -> None:
        async with store.write() as transaction:
            await transaction.acts.once(7, NOW)
            raise Refused("No.")

    with pytest.raises(Refused):
        await fail()
    await act(store, 7)


async def test_what_was_long_ago_is_forgotten(store: Store, database: Path) -> None:
    await act(store, 7)
    await act(store, 8, days=1)
    await act(store, 9, days=2, seconds=1)
    assert rows(database, "SELECT id FROM acts ORDER BY id") == [(8,), (9,)]


async def test_the_largest_id_of_discord_has_room(store: Store) -> None:
    await act(store, 2**63 - 1)
    with pytest.raises(Refused):
        await act(store, 2**63 - 1)
