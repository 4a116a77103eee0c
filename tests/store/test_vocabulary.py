"""Spellings are those of words that a list has, whatever the other briefings say."""

import pytest

from bot.domain.briefing import Briefing
from bot.domain.entry import Entry
from bot.domain.filter import Filter, Listed
from bot.store.store import Store
from tests.contents import said, section
from tests.shelving import found_briefing, publish


@pytest.fixture
async def tides(store: Store) -> Briefing:
    tides = await found_briefing(store, 1, "Tides")
    text = "Ferries stand by the Café of Łodzia; Ферма sails. ꙮb1"
    quote = said("Ферма sails", text, "Zoë Ferguson", role="Harbourmaster")
    entry = Entry(heading="Féroe", text=text, quotes=(quote,))
    await publish(store, tides, 1, entry)
    return tides


async def nearest(
    store: Store, briefing: Briefing, token: str, listed: Listed = Listed.SEARCH
) -> tuple[str, ...]:
    async with store.read() as transaction:
        wanted = Filter(listed=listed, briefing=briefing.id)
        return await transaction.vocabulary.nearest(wanted, token)


@pytest.mark.parametrize(
    ("token", "found"),
    [
        ("feries", ("ferries",)),
        ("FÉRIES", ("ferries",)),
        ("ferroe", ("feroe",)),
        ("fergusen", ("ferguson",)),
        ("harbormaster", ("harbourmaster",)),
        ("фёрмы", ("ферма",)),
        ("ёфермы", ()),
        ("łodziaa", ("łodzia",)),
        ("caf", ()),
        ("", ()),
        ("ꙮb11", ("ꙮb1",)),
        ("xerries", ()),
        ("ferriesferries", ()),
    ],
)
async def test_the_nearest_spelling_is_offered(
    store: Store, tides: Briefing, token: str, found: tuple[str, ...]
) -> None:
    assert await nearest(store, tides, token) == found


async def test_quotes_know_the_words_that_were_said(store: Store, tides: Briefing) -> None:
    assert await nearest(store, tides, "saills", Listed.QUOTES) == ("sails",)
    assert await nearest(store, tides, "feries", Listed.QUOTES) == ()
    wanted = Filter(listed=Listed.QUOTES, briefing=tides.id)
    async with store.read() as transaction:
        known = transaction.vocabulary.known
        assert await known(wanted, ["SAILS", "ferries", "ꙮb1q"]) == {"SAILS"}
        anywhere = wanted.model_copy(update={"listed": Listed.SEARCH})
        assert await known(anywhere, ["ferries", "zoe", "none"]) == {"ferries", "zoe"}
        assert await known(anywhere, []) == set()


async def test_the_words_of_another_briefing_hide_none(store: Store, tides: Briefing) -> None:
    before = await nearest(store, tides, "ferrees")
    other = await found_briefing(store, 2, "Quiet", public=False)
    many = " ".join(f"fea{number:04}" for number in range(6000))
    await publish(store, other, 1, section(text=f"ferrees ferreess ferrres {many}"))
    assert before == ("ferries",)
    assert await nearest(store, tides, "ferrees") == before
    assert await nearest(store, other, "ferrees") == ("ferrees",)
