"""States of lists are kept for ninety days after they were last asked for."""

from datetime import timedelta

import pytest

from bot.store.list_states import KEPT
from bot.store.store import Store
from tests.moments import NOW


async def test_a_text_is_recalled_by_its_key(store: Store) -> None:
    async with store.write() as transaction:
        first = await transaction.list_states.keep("one", NOW)
        second = await transaction.list_states.keep("two", NOW)
    async with store.read() as transaction:
        assert await transaction.list_states.recall(first) == "one"
        assert await transaction.list_states.recall(second) == "two"
        assert await transaction.list_states.recall(second + 1) is None


async def test_the_same_text_has_the_same_key(store: Store) -> None:
    async with store.write() as transaction:
        key = await transaction.list_states.keep("one", NOW)
        await transaction.list_states.keep("two", NOW)
        assert await transaction.list_states.keep("one", NOW + timedelta(days=30)) == key


@pytest.mark.parametrize(("days", "recalled"), [(89, "one"), (90, "one"), (91, None)])
async def test_a_text_is_forgotten_after_ninety_days(
    store: Store, days: int, recalled: str | None
) -> None:
    async with store.write() as transaction:
        key = await transaction.list_states.keep("one", NOW)
        await transaction.list_states.keep("two", NOW + timedelta(days=days))
        assert await transaction.list_states.recall(key) == recalled


async def test_a_text_that_is_used_again_is_kept_longer(store: Store) -> None:
    async with store.write() as transaction:
        key = await transaction.list_states.keep("one", NOW)
        await transaction.list_states.keep("one", NOW + KEPT)
        await transaction.list_states.keep("two", NOW + KEPT * 2)
        assert await transaction.list_states.recall(key) == "one"


async def test_a_key_is_never_given_to_another_text(store: Store) -> None:
    async with store.write() as transaction:
        key = await transaction.list_states.keep("one", NOW)
        other = await transaction.list_states.keep("two", NOW + KEPT * 2)
        assert other > key
        assert await transaction.list_states.recall(key) is None


async def test_a_text_that_utf_8_cannot_hold_is_kept_nearly(store: Store) -> None:
    async with store.write() as transaction:
        key = await transaction.list_states.keep("a\ud800", NOW)
        assert await transaction.list_states.recall(key) == "a?"
