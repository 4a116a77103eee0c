"""Pages of quotes and events are exactly what their filters let through, whatever the cursor."""

import asyncio
from datetime import date, timedelta
from pathlib import Path
from shutil import copyfile
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.domain.answer import Tally
from bot.domain.briefing import Briefing
from bot.domain.cursor import Cursor, Way
from bot.domain.entry import Entry
from bot.domain.filter import Filter, Listed
from bot.domain.issue import State
from bot.domain.item import Happened, Said, Section
from bot.domain.reference import Kind, Reference
from bot.store.passages import Stretch
from bot.store.store import Store, open_migrated_store
from tests.contents import contents, dated, happening, said, section, speaking
from tests.shelving import DAY, found_briefing, publish, put
from tests.store.library import (
    COUNTRIES,
    NAMES,
    WORDS,
    Card,
    months_of,
    page_of,
    stock,
    through,
)


class Library(NamedTuple):
    """A database file, and a card for each quote and event in it."""

    file: Path
    cards: list[Card]

    def __repr__(self) -> str:
        return f"a library of {len(self.cards)} cards"


DAYS = st.dates(date(2021, 9, 1), date(2022, 5, 1))


@pytest.fixture(scope="module")
def library(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Random quotes and events of two briefings, with a card of each."""
    file = Path(copyfile(migrated, tmp_path_factory.mktemp("library") / "sitrep.db"))

    async def fill() -> list[Card]:
        async with open_migrated_store(file) as store:
            return await stock(store, seed=7, issues=30)

    return Library(file, asyncio.run(fill()))


def seldom(values: st.SearchStrategy) -> st.SearchStrategy:
    return st.none() | st.none() | values


FILTERS = st.builds(
    Filter,
    listed=st.sampled_from([Listed.QUOTES, Listed.TIMELINE]),
    briefing=st.sampled_from([1, 1, 1, 2, 3]),
    country=seldom(st.sampled_from(COUNTRIES)),
    speaker=seldom(st.sampled_from([*NAMES, "Ada", "Pilot", "St", "Nobody"])),
    words=seldom(st.lists(st.sampled_from(WORDS), min_size=1, max_size=2).map(" ".join)),
    since=seldom(DAYS),
    until=seldom(DAYS),
    issue=seldom(st.integers(1, 60)),
    entries=st.just(()) | st.just(()) | st.lists(st.integers(1, 120), max_size=40).map(tuple),
)
CURSORS = st.none() | st.builds(
    Cursor,
    way=st.sampled_from(Way),
    day=DAYS.map(str) | DAYS.map(lambda day: str(day)[:7]) | st.sampled_from(["2021", "2022"]),
    id=st.integers(0, 200),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(wanted=FILTERS, cursor=CURSORS, limit=st.integers(1, 12))
def test_a_page_is_what_the_filter_lets_through(
    library: Library, wanted: Filter, cursor: Cursor | None, limit: int
) -> None:
    file, cards = library

    async def page() -> Stretch:
        async with open_migrated_store(file) as store, store.read() as transaction:
            return await transaction.passages.page(wanted, cursor, limit)

    passing = through(cards, wanted)
    shown = page_of(passing, cursor, limit)
    found = asyncio.run(page())
    assert [item.reference for item in found.items] == [card.reference for card in shown]
    if shown:
        assert found.older == (passing[-1] != shown[-1])
        assert found.newer == (passing[0] != shown[0])


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    wanted=FILTERS,
    around=DAYS.map(lambda day: str(day)[:7]) | st.sampled_from(["2021", "2022"]),
    most=st.integers(3, 12),
)
@example(Filter(listed=Listed.TIMELINE, briefing=1), "2021-12", 4)
def test_months_are_those_with_something_in_them(
    library: Library, wanted: Filter, around: str, most: int
) -> None:
    file, cards = library

    async def months() -> tuple[str, ...]:
        async with open_migrated_store(file) as store, store.read() as transaction:
            return await transaction.passages.months(wanted, around, most)

    there, found = months_of(through(cards, wanted)), asyncio.run(months())
    assert list(found) == [month for month in there if month in found]
    assert len(found) == min(most, len(there))
    if there:
        assert (found[0], found[-1]) == (there[0], there[-1])
        # Those next to the place are among them.
        behind = [month for month in there if month <= around]
        assert set(behind[: most // 2 - 1]) <= set(found)


@pytest.mark.parametrize("listed", [Listed.QUOTES, Listed.TIMELINE])
@pytest.mark.parametrize("words", [None, "ferry"])
async def test_walking_there_and_back_shows_everything_twice(
    library: Library, listed: Listed, words: str | None
) -> None:
    file, cards = library
    wanted = Filter(listed=listed, briefing=1, words=words)
    passing = [card.reference for card in through(cards, wanted)]
    async with open_migrated_store(file) as store, store.read() as transaction:
        there = [(await transaction.passages.page(wanted, None, 7))]
        while there[-1].older:
            last = there[-1].items[-1]
            cursor = Cursor(way=Way.OLDER, day=str(last.day), id=last.id)
            there.append(await transaction.passages.page(wanted, cursor, 7))
        back = [there[-1]]
        while back[-1].newer:
            first = back[-1].items[0]
            cursor = Cursor(way=Way.NEWER, day=str(first.day), id=first.id)
            back.append(await transaction.passages.page(wanted, cursor, 7))
    assert [item.reference for page in there for item in page.items] == passing
    assert [item.reference for page in reversed(back) for item in page.items] == passing


@pytest.fixture
async def tides(store: Store) -> Briefing:
    return await found_briefing(store, 1, "Tides")


async def listed(store: Store, briefing: Briefing, **wanted: object) -> list[str]:
    """The texts of the newest ten of a list."""
    async with store.read() as transaction:
        asked = Filter.model_validate({"listed": Listed.QUOTES, "briefing": briefing.id} | wanted)
        return [item.text for item in (await transaction.passages.page(asked, None, 10)).items]


async def test_items_come_whole_beside_their_issue_and_entry(store: Store, tides: Briefing) -> None:
    text = "The ferry “must sail”, she said."
    quote, event = said("must sail", text), dated("2022-01", "A ferry sailed.", "SE", "FI")
    entry = Entry(heading="Port", countries=("SE", "EE"), text=text, quotes=(quote,))
    issue = await publish(store, tides, 7, entry.model_copy(update={"events": (event,)}))
    async with store.read() as transaction:
        quotes = await transaction.passages.page(
            Filter(listed=Listed.QUOTES, briefing=tides.id), None, 5
        )
        events = await transaction.passages.page(
            Filter(listed=Listed.TIMELINE, briefing=tides.id), None, 5
        )
    bare = entry.model_copy(update={"id": 1, "quotes": ()})
    assert quotes.items == (Said(id=1, quote=quote, issue=issue, entry=bare),)
    assert events.items == (Happened(id=1, event=event, issue=issue, entry=bare),)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Zoë Ёлкина", ["one"]),
        ("zoe елкина", ["one"]),
        ("Ёлкина", ["one"]),
        ("Zoë", ["one", "two"]),
        ("harbours", []),
        ("Zoë -two", ["two"]),
        ("ZOE TWO", ["two"]),
        ("Zo", ["one", "two"]),
        ("zo ёл", ["one"]),
        ("lkina", []),
        ("!?", []),
        ("", []),
        ("\ud800", []),
    ],
)
async def test_a_speaker_is_a_whole_name_or_beginnings_of_its_words(
    store: Store, tides: Briefing, typed: str, found: list[str]
) -> None:
    quotes = speaking("Port", ("Zoë Ёлкина", "one"), ("Zoë Two", "two"))
    await publish(store, tides, 1, quotes)
    assert await listed(store, tides, speaker=typed) == found


@pytest.mark.parametrize("length", [99, 100])
async def test_a_long_name_is_found_by_what_fits_into_an_option(
    store: Store, tides: Briefing, length: int
) -> None:
    name = "Speaker of the Assembly of the Twelve Northern Harbours and Their Lighthouses " * 3
    await publish(store, tides, 1, speaking("Port", (name.strip(), "calm"), ("Other", "sea")))
    assert await listed(store, tides, speaker=name[:length]) == ["calm"]


@pytest.mark.parametrize(
    ("words", "found"),
    [("abc -finland", ["abc here"]), ("abc -marwan", ["abc here"]), ("abc -here", [])],
)
async def test_words_are_looked_for_and_left_out_in_what_was_said_only(
    store: Store, tides: Briefing, words: str, found: list[str]
) -> None:
    await publish(store, tides, 1, speaking("Finland", ("Ilse Marwan", "abc here")))
    for more in ({}, {"speaker": "Marwan"}, {"speaker": "Ilse Marwan"}, {"issue": 1}):
        assert await listed(store, tides, words=words, **more) == found


@pytest.mark.parametrize("name", ["g" * 150, "-x y", "!?", 'The "Big" -One', "ꙮb1q", "'; DROP"])
async def test_a_name_may_be_anything(store: Store, tides: Briefing, name: str) -> None:
    await publish(store, tides, 1, speaking("Port", (name, "calm water"), ("Other", "calm sea")))
    assert await listed(store, tides, speaker=name) == ["calm water"]
    assert await listed(store, tides, speaker=name, words="calm") == ["calm water"]
    assert await listed(store, tides, speaker=name, words="sea") == []


@pytest.mark.parametrize(
    ("since", "found"),
    [
        (DAY, ["long", "short"]),
        (DAY + timedelta(days=1), ["long"]),
        (DAY + timedelta(days=300), ["long"]),
        (DAY + timedelta(days=367), []),
    ],
)
async def test_what_lasts_is_listed_while_it_lasts_for_a_year(
    store: Store, tides: Briefing, since: date, found: list[str]
) -> None:
    short, long = dated(str(DAY), "short"), dated(f"{DAY}/{DAY.replace(year=2030)}", "long")
    await publish(store, tides, 1, happening("Port", short, long))
    assert await listed(store, tides, listed=Listed.TIMELINE, since=since) == found


@pytest.mark.parametrize("when", ["0001", "0001-01-01", "9999", "9999-12-31", "0001/9999"])
async def test_the_ends_of_the_calendar_are_listed(
    store: Store, tides: Briefing, when: str
) -> None:
    await publish(store, tides, 1, happening("Port", dated(when, "calm")))
    for edges in ({}, {"since": date.min}, {"until": date.max}, {"words": "calm"}):
        assert await listed(store, tides, listed=Listed.TIMELINE, **edges) == ["calm"]


@pytest.mark.parametrize("state", [State.PUBLISHED, State.DRAFT, State.WITHDRAWN])
async def test_an_item_is_found_in_any_state(store: Store, tides: Briefing, state: State) -> None:
    entry = section("FI", "EE", text="calm").model_copy(
        update={"quotes": (said("calm", "calm"),), "events": (dated("2022", "calm", "SE"),)}
    )
    issue = await put(store, tides, contents(1, DAY, entry), state)
    bare = entry.model_copy(update={"id": 1, "quotes": (), "events": ()})
    async with store.read() as transaction:
        find = transaction.passages.item
        assert await find(Reference(kind=Kind.SECTION, id=1)) == Section(issue=issue, entry=bare)
        assert await find(Reference(kind=Kind.QUOTE, id=1)) == Said(
            id=1, quote=entry.quotes[0], issue=issue, entry=bare
        )
        assert await find(Reference(kind=Kind.EVENT, id=1)) == Happened(
            id=1, event=entry.events[0], issue=issue, entry=bare
        )
        assert await find(Reference(kind=Kind.EVENT, id=2)) is None
        assert await find(Reference(kind=Kind.ISSUE, id=1)) is None


async def test_tallies_count_what_each_entry_has(store: Store, tides: Briefing) -> None:
    quotes = speaking("Port", ("Ada", "one"), ("Bert", "two"))
    events = happening("Quay", dated("2022", "calm"))
    both = quotes.model_copy(update={"events": events.events})
    issue = await publish(store, tides, 1, quotes, section(), events, both)
    await publish(store, tides, 2, both)
    async with store.read() as transaction:
        first, _, third, fourth = await transaction.entries.of(issue.id)
        assert (await transaction.entries.read(issue.id))[1] == (
            Tally(entry=first.id, quotes=2),
            Tally(entry=third.id, events=1),
            Tally(entry=fourth.id, quotes=2, events=1),
        )
        assert await transaction.entries.read(99) == ((), ())


async def test_countries_are_counted_by_kind_most_first(store: Store, tides: Briefing) -> None:
    events = happening("Port", dated("2022", "a", "SE", "FI"), dated("2022", "b", "SE"))
    quotes = speaking("Port", ("Ada", "one"), country="EE")
    await publish(store, tides, 1, events, quotes, section("JP"))
    await put(store, tides, contents(2, DAY, section("NO"), events), State.DRAFT)
    async with store.read() as transaction:
        count = transaction.passages.countries
        assert list((await count(tides.id, Kind.EVENT)).items()) == [("SE", 2), ("FI", 1)]
        assert await count(tides.id, Kind.QUOTE) == {"EE": 1}
        assert await count(tides.id, Kind.SECTION) == {"JP": 1}
        assert await count(99, Kind.EVENT) == {}


async def test_months_of_a_search_are_few(store: Store, tides: Briefing) -> None:
    months = [date(2021 + month // 12, month % 12 + 1, 5) for month in range(20)]
    sections = [speaking(f"Port {day}", ("Ada", "Fog."), said_on=day) for day in months]
    await publish(store, tides, 1, *sections)
    wanted = Filter(listed=Listed.QUOTES, briefing=tides.id)
    async with store.read() as transaction:
        all_of_them = await transaction.passages.months(wanted, "2022-08")
        searched = wanted.model_copy(update={"words": "fog"})
        few = await transaction.passages.months(searched, "2022-08")
    assert all_of_them == tuple(f"{day:%Y-%m}" for day in reversed(months))
    assert few == (*all_of_them[:11], all_of_them[-1])
