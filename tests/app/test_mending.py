"""What is offered for a text that found nothing does find something, and is not far to seek."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.app.mending import near_texts
from bot.domain.briefing import Briefing
from bot.domain.filter import Filter, Listed
from bot.domain.query import parse_query
from bot.store.store import Store
from tests.contents import section, speaking
from tests.shelving import found_briefing, publish


@pytest.fixture
async def tides(store: Store) -> Briefing:
    tides = await found_briefing(store, 1, "Tides")
    said = speaking("North", ("Ilse Marwan", "Ferries carry harvest before winter closes."))
    await publish(store, tides, 1, said, section(text="Harbour lights burn. Harbours, too."))
    return tides


async def offered(
    store: Store, briefing: Briefing, words: str, listed: Listed = Listed.SEARCH
) -> tuple[str, ...]:
    async with store.read() as transaction:
        wanted = Filter(listed=listed, briefing=briefing.id, words=words)
        return await near_texts(transaction, wanted)


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("feries cary harvst befor", ("ferries carry harvest before",)),
        ("feries cary harvst befor wintr", ("ferries", "carry", "harvest")),
        ("harboure", ("harbour", "harbours")),
        ("lights -harboure harbourz", ("lights -harboure harbour", "lights -harboure harbours")),
        ("", ()),
    ],
)
async def test_a_few_words_are_mended_together(
    store: Store, tides: Briefing, typed: str, near: tuple[str, ...]
) -> None:
    assert await offered(store, tides, typed) == near


LETTERS = "ferries carry harvest feries winterr “ ” -lights - harbour ' qqqqq é".split()
TYPED = st.lists(st.sampled_from(LETTERS), max_size=9).map(" ".join) | st.text(max_size=120)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(typed=TYPED, listed=st.sampled_from([Listed.SEARCH, Listed.QUOTES]))
@example("“feries feries” -winter", Listed.QUOTES)
async def test_whatever_is_offered_finds_something(
    store: Store, tides: Briefing, typed: str, listed: Listed
) -> None:
    near = await offered(store, tides, typed, listed)
    assert len(set(near)) == len(near) <= 3
    for text in near:
        wanted = Filter(listed=Listed.QUOTES, briefing=tides.id, words=text)
        async with store.read() as transaction:
            if listed is Listed.QUOTES:
                assert (await transaction.passages.page(wanted, None, 1)).items
            else:
                query = parse_query(text).loosened()
                assert await transaction.search.newest(tides.id, query, 1)
