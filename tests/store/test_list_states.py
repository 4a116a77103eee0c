"""States of lists are kept for ninety days after they were last asked for."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.store.list_states import FRESH, KEPT
from bot.store.store import Store, open_store
from tests.moments import NOW
from tests.store.sqlite import rows


async def test_a_text_is_recalled_by_its_key(store: Store) -> None:
    async with store.write() as transaction:
        first = await transaction.list_states.keep("one", NOW)
        second = await transaction.list_states.keep("two", NOW)
    async with store.read() as transaction:
        assert await transaction.list_states.recall(first, NOW) == "one"
        assert await transaction.list_states.recall(second, NOW) == "two"
        assert await transaction.list_states.recall(second + 1, NOW) is None


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
        later = NOW + timedelta(days=days)
        assert await transaction.list_states.recall(key, later) == recalled
        await transaction.list_states.keep("two", later)
        assert await transaction.list_states.recall(key, NOW) == recalled


async def test_a_text_that_is_used_again_is_kept_longer(store: Store) -> None:
    async with store.write() as transaction:
        key = await transaction.list_states.keep("one", NOW)
        await transaction.list_states.keep("one", NOW + KEPT)
        await transaction.list_states.keep("two", NOW + KEPT * 2)
        assert await transaction.list_states.recall(key, NOW + KEPT * 2) == "one"


async def test_a_key_is_never_given_to_another_text(store: Store) -> None:
    async with store.write() as transaction:
        key = await transaction.list_states.keep("one", NOW)
        other = await transaction.list_states.keep("two", NOW + KEPT * 2)
        assert other > key
        assert await transaction.list_states.recall(key, NOW) is None


async def test_a_text_that_utf_8_cannot_hold_is_kept_nearly(store: Store) -> None:
    async with store.write() as transaction:
        key = await transaction.list_states.keep("a\ud800", NOW)
        assert await transaction.list_states.recall(key, NOW) == "a?"


@pytest.mark.parametrize(("age", "there"), [(FRESH, True), (FRESH + timedelta(seconds=1), False)])
async def test_a_text_is_fresh_for_a_day(store: Store, age: timedelta, there: bool) -> None:
    async with store.write() as transaction:
        key = await transaction.list_states.keep("one", NOW)
        found = await transaction.list_states.fresh("one", NOW + age)
        assert found == (key if there else None)
        assert await transaction.list_states.fresh("two", NOW) is None


@pytest.mark.parametrize(("age", "texts"), [(KEPT, ["old", "new"]), (KEPT * 2, [])])
async def test_what_is_too_old_is_forgotten_at_the_start(
    store: Store, database: Path, age: timedelta, texts: list[str]
) -> None:
    async with store.write() as transaction:
        await transaction.list_states.keep("old", NOW)
        await transaction.list_states.keep("new", NOW + timedelta(seconds=1))
    async with open_store(database, NOW + age):
        pass
    kept = rows(database, "SELECT text FROM list_states ORDER BY id")
    assert [text for (text,) in kept] == texts
