"""What a button stands for is kept for 90 days, and kept again without a word to the database."""

import asyncio
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.app.keeping import ListStates
from bot.store.store import Store
from tests.moments import NOW

# Far below the ten seconds that a connection waits for a lock.
_SOON = 5


class Days:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.past = 0

    def __call__(self) -> datetime:
        return NOW + timedelta(days=self.past)


@pytest.fixture
def clock() -> Days:
    return Days()


@pytest.fixture
def kept(store: Store, clock: Days) -> ListStates:
    return ListStates(store, clock)


async def test_a_text_that_is_kept_waits_for_nobody_who_writes(
    kept: ListStates, database: Path, clock: Days
) -> None:
    key = await kept.keep("one")
    clock.past = 1
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        async with asyncio.timeout(_SOON):
            assert await kept.keep("one") == key
            assert await kept.recall(key) == "one"


async def test_a_text_that_is_kept_again_and_again_stays(kept: ListStates, clock: Days) -> None:
    key = await kept.keep("one")
    for clock.past in range(0, 400, 50):
        assert await kept.recall(key) == "one"
        assert await kept.keep("one") == key
    clock.past += 91
    assert await kept.recall(key) is None
    assert await kept.keep("one") > key
    assert await kept.recall(key) is None


async def test_a_key_beyond_all_is_nobodys(kept: ListStates) -> None:
    await kept.keep("one")
    for key in (0, -1, 2, 2**63, -(2**64)):
        assert await kept.recall(key) is None
