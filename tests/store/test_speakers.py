"""Speakers of published quotes are found by any part of their names."""

import pytest

from bot.domain.briefing import Briefing
from bot.domain.entry import Entry
from bot.domain.issue import State
from bot.domain.listing import Speaker
from bot.domain.quote import Quote
from bot.store.store import Store
from tests.contents import contents, said
from tests.shelving import DAY, found_briefing, publish, put

_TEXT = "Nothing moves."
_NAMES = ("Björk Ólafsdóttir", "Bo Björkman", "Ёлкина Анна", "O’Neill-Sato", "30% Otto", "李文")


@pytest.fixture
async def tides(store: Store) -> Briefing:
    """Six people: the first is quoted most, each other one time less than the one before."""
    briefing = await found_briefing(store, 1, "Tides")
    quotes = [said(_TEXT, _TEXT, name) for n, name in enumerate(_NAMES) for _ in range(6 - n)]
    await publish(store, briefing, 1, spoken(*quotes))
    return briefing


def spoken(*quotes: Quote) -> Entry:
    return Entry(heading="Harbour", text=_TEXT, quotes=quotes)


async def matching(store: Store, briefing: Briefing, typed: str, limit: int = 25) -> list[str]:
    async with store.read() as transaction:
        found = await transaction.speakers.matching(briefing.id, typed, limit)
        return [speaker.name for speaker in found]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("bj", ["Björk Ólafsdóttir", "Bo Björkman"]),
        ("BJÖRK o", ["Björk Ólafsdóttir"]),
        ("olaf bjo", ["Björk Ólafsdóttir"]),
        ("Елк", ["Ёлкина Анна"]),
        ("ёлк", ["Ёлкина Анна"]),
        ("sato", ["O’Neill-Sato"]),
        ("o'neill", ["O’Neill-Sato"]),
        ("o", ["Björk Ólafsdóttir", "O’Neill-Sato", "30% Otto", "Bo Björkman"]),
        ("tt", ["Björk Ólafsdóttir", "30% Otto"]),
        ("李", ["李文"]),
        ("文", ["李文"]),
        ("jörkm", ["Bo Björkman"]),
        ("%", ["30% Otto"]),
        ("_", []),
        ("-bo", ["Bo Björkman"]),
        ('"bo', ["Bo Björkman"]),
        ("nobody", []),
        ("\ud800", []),
        ("", list(_NAMES)),
        ("   ", list(_NAMES)),
    ],
)
async def test_what_is_typed_begins_words_of_the_name_or_is_in_it(
    store: Store, tides: Briefing, typed: str, found: list[str]
) -> None:
    assert await matching(store, tides, typed) == found


async def test_the_most_quoted_come_first_and_only_so_many(store: Store, tides: Briefing) -> None:
    async with store.read() as transaction:
        first, second = await transaction.speakers.most_quoted(tides.id, 2)
    assert first == Speaker(name=_NAMES[0], role="Minister of Harbours", quotes=6)
    assert (second.name, second.quotes) == (_NAMES[1], 5)
    assert await matching(store, tides, "o", 1) == [_NAMES[0]]


async def test_all_names_in_their_own_spelling(store: Store, tides: Briefing) -> None:
    async with store.read() as transaction:
        assert await transaction.speakers.names(tides.id) == sorted(_NAMES)


async def test_beginnings_come_before_what_is_inside_a_name(store: Store, tides: Briefing) -> None:
    lund = [said(_TEXT, _TEXT, "Tove Lund")] * 3
    await publish(store, tides, 2, spoken(*lund, said(_TEXT, _TEXT, "Undine")))
    assert await matching(store, tides, "und") == ["Undine", "Tove Lund"]
    assert await matching(store, tides, "und", 1) == ["Undine"]


async def test_only_published_quotes_of_this_briefing_count(store: Store, tides: Briefing) -> None:
    storms = await found_briefing(store, 2, "Storms")
    await publish(store, storms, 1, spoken(said(_TEXT, _TEXT, "Bo Other")))
    hidden = spoken(said(_TEXT, _TEXT, "Bo Hidden"), said(_TEXT, _TEXT, _NAMES[5]))
    await put(store, tides, contents(8, DAY, hidden), State.DRAFT)
    await put(store, tides, contents(9, DAY, hidden), State.WITHDRAWN)
    assert await matching(store, tides, "bo") == ["Bo Björkman"]
    assert await matching(store, storms, "bo") == ["Bo Other"]
    async with store.read() as transaction:
        assert (await transaction.speakers.matching(tides.id, "李", 9))[0].quotes == 1


async def test_the_role_is_the_newest_that_was_said(store: Store, tides: Briefing) -> None:
    quotes = (
        said(_TEXT, _TEXT, "Ada Pilot", role="Captain", said_on=DAY.replace(year=2020)),
        said(_TEXT, _TEXT, "Ada Pilot", role="Admiral", said_on=DAY.replace(year=2021)),
        said(_TEXT, _TEXT, "Ada Pilot", role=None),
        said(_TEXT, _TEXT, "Bert Nobody", role=None),
    )
    await publish(store, tides, 2, spoken(*quotes))
    async with store.read() as transaction:
        (ada,) = await transaction.speakers.matching(tides.id, "ada", 9)
        (bert,) = await transaction.speakers.matching(tides.id, "bert", 9)
    assert (ada.role, ada.quotes) == ("Admiral", 3)
    assert (bert.role, bert.quotes) == (None, 1)


async def test_a_quote_without_a_speaker_has_none(store: Store, tides: Briefing) -> None:
    await publish(store, tides, 2, spoken(said(_TEXT, _TEXT, "", role=None)))
    async with store.read() as transaction:
        assert await transaction.speakers.names(tides.id) == sorted(_NAMES)
