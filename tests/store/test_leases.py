"""Leases: one holder at a time."""

from datetime import datetime, timedelta
from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.store.store import Store
from tests.moments import NOW, later

LASTING = timedelta(seconds=20)
_NUMBERS = count()


async def take(store: Store, holder: str, now: datetime = NOW, name: str = "bot") -> bool:
    async with store.write() as transaction:
        return await transaction.leases.take(name, holder, now, LASTING)


async def give_back(store: Store, holder: str, name: str = "bot") -> None:
    async with store.write() as transaction:
        await transaction.leases.give_back(name, holder)


async def test_only_one_holds_a_lease(store: Store) -> None:
    assert await take(store, "a")
    assert not await take(store, "b", later(seconds=19))
    assert await take(store, "a", later(seconds=19))


async def test_whoever_renews_it_keeps_it(store: Store) -> None:
    for seconds in (0, 19, 38):
        assert await take(store, "a", later(seconds=seconds))
    assert not await take(store, "b", later(seconds=57))
    assert await take(store, "b", later(seconds=58))


async def test_a_lease_that_was_not_renewed_is_free(store: Store) -> None:
    await take(store, "a")
    assert await take(store, "b", later(seconds=20))
    assert not await take(store, "a", later(seconds=21))


async def test_a_lease_that_is_given_back_is_free_at_once(store: Store) -> None:
    await take(store, "a")
    await give_back(store, "b")
    assert not await take(store, "b")
    await give_back(store, "a")
    assert await take(store, "b")


async def test_leases_have_names(store: Store) -> None:
    await take(store, "a")
    assert await take(store, "b", name="other")
    await give_back(store, "a", name="other")
    assert not await take(store, "a", name="other")


@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    steps=st.lists(
        st.tuples(st.sampled_from("abc"), st.integers(0, 15), st.booleans()), max_size=12
    ),
)
async def test_no_two_hold_it_at_once(store: Store, steps: list[tuple[str, int, bool]]) -> None:
    held: tuple[str, datetime] | None = None
    now, name = NOW, f"lease {next(_NUMBERS)}"
    for holder, seconds, gives_back in steps:
        now += timedelta(seconds=seconds)
        free = held is None or held[0] == holder or held[1] <= now
        assert await take(store, holder, now, name) == free
        if free:
            held = (holder, now + LASTING)
        if gives_back:
            await give_back(store, holder, name)
            held = None if held and held[0] == holder else held
