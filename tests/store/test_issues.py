"""Finding issues: what is published, newest first, near a number, on a country."""

from datetime import date, timedelta

import pytest

from bot.domain.briefing import Briefing
from bot.domain.issue import Issue, State
from bot.domain.reference import Kind
from bot.store.issues import digest
from bot.store.store import Store
from tests.contents import contents, section
from tests.moments import later
from tests.shelving import DAY, found_briefing, publish, put

_HIDDEN = [State.DRAFT, State.SCHEDULED, State.WITHDRAWN]


@pytest.fixture
async def tides(store: Store) -> Briefing:
    return await found_briefing(store, 1, "Tides")


@pytest.fixture
async def storms(store: Store) -> Briefing:
    return await found_briefing(store, 2, "Storms")


def numbers(issues: list[Issue]) -> list[int | None]:
    return [issue.number for issue in issues]


async def newest(store: Store, *of: Briefing, country: str | None = None) -> int | None:
    async with store.read() as transaction:
        found = await transaction.issues.newest([each.id for each in of], country)
    return found and found.number


async def test_the_newest_is_the_last_by_date_then_by_number(
    store: Store, tides: Briefing, storms: Briefing
) -> None:
    await publish(store, tides, 9, day=date(2021, 12, 31))
    await publish(store, tides, 3, day=DAY)
    await publish(store, tides, 4, day=DAY)
    await publish(store, storms, 1, day=DAY + timedelta(days=1))
    assert await newest(store, tides) == 4
    assert await newest(store, tides, storms) == 1
    assert await newest(store) is None


@pytest.mark.parametrize("state", _HIDDEN)
async def test_only_what_is_published_is_found(store: Store, tides: Briefing, state: State) -> None:
    await publish(store, tides, 1, section("FI"))
    hidden = contents(2, DAY + timedelta(days=1), section("JP"), title="Hidden")
    await put(store, tides, hidden, state)
    async with store.read() as transaction:
        issues = transaction.issues
        assert await newest(store, tides) == 1
        assert await newest(store, tides, country="JP") is None
        assert numbers(await issues.published(tides.id, 9)) == [1]
        assert numbers(await issues.nearest(tides.id, 2, 9)) == [1]
        assert numbers(await issues.like(tides.id, "", 9)) == [1]
        assert await issues.like(tides.id, "Hidden", 9) == []
        ((best, count),) = (await issues.newest_of_each([tides.id, 99])).values()
        assert (best.number, count) == (1, 1)
        assert await transaction.passages.countries(tides.id, Kind.SECTION) == {"FI": 1}
        found = await issues.numbered(tides.id, 2)
        assert found is not None
        assert found.state is state
        assert numbers(await issues.all_of()) == [2, 1]


async def test_the_newest_on_a_country_may_be_older(store: Store, tides: Briefing) -> None:
    await publish(store, tides, 1, section("FI", "EE"))
    await publish(store, tides, 2, section("JP"), day=DAY + timedelta(days=1))
    assert await newest(store, tides, country="EE") == 1
    assert await newest(store, tides, country="JP") == 2
    assert await newest(store, tides, country="SE") is None


async def test_published_ones_come_newest_first_and_only_so_many(
    store: Store, tides: Briefing
) -> None:
    for number in (2, 1, 3):
        await publish(store, tides, number, day=DAY + timedelta(days=number))
    async with store.read() as transaction:
        assert numbers(await transaction.issues.published(tides.id, 2)) == [3, 2]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", [121, 21, 12]),
        ("12", [121, 12]),
        ("2", [21]),
        ("ferry", [12]),
        ("FERRY", [12]),
        ("100%", [21]),
        ("%", [21]),
        ("_", []),
        ("nothing", []),
    ],
)
async def test_what_is_typed_begins_a_number_or_is_in_a_title(
    store: Store, tides: Briefing, storms: Briefing, typed: str, found: list[int]
) -> None:
    titles = {12: "The Ferry strike", 21: "100% calm", 121: None}
    for number, title in titles.items():
        await put(store, tides, contents(number, DAY + timedelta(days=number), title=title))
    await publish(store, storms, 122)
    async with store.read() as transaction:
        assert numbers(await transaction.issues.like(tides.id, typed, 25)) == found


async def test_suggestions_are_only_so_many(store: Store, tides: Briefing) -> None:
    for number in range(1, 5):
        await publish(store, tides, number)
    async with store.read() as transaction:
        assert numbers(await transaction.issues.like(tides.id, "", 3)) == [4, 3, 2]


@pytest.mark.parametrize(
    ("number", "near"),
    [(5, [4, 6, 1]), (1, [1, 4, 6]), (900, [10, 6, 4]), (-(10**9), [1, 4, 6])],
)
async def test_the_nearest_numbers(
    store: Store, tides: Briefing, storms: Briefing, number: int, near: list[int]
) -> None:
    for there in (10, 6, 4, 1):
        await publish(store, tides, there)
    await publish(store, storms, 5)
    async with store.read() as transaction:
        assert numbers(await transaction.issues.nearest(tides.id, number, 3)) == near


async def test_countries_are_counted_by_section_most_first(
    store: Store, tides: Briefing, storms: Briefing
) -> None:
    await publish(store, tides, 1, section("FI"), section("JP"), section("JP", "EE"))
    await publish(store, tides, 2, section("JP"), section())
    await publish(store, storms, 1, section("SE"), section("FI"), section("FI"))
    async with store.read() as transaction:
        counts = await transaction.passages.countries(tides.id, Kind.SECTION)
        assert list(counts.items()) == [("JP", 3), ("EE", 1), ("FI", 1)]


async def test_an_issue_is_known_by_its_text_and_briefing(
    store: Store, tides: Briefing, storms: Briefing
) -> None:
    issue = await put(store, tides, contents(None, None), State.DRAFT)
    async with store.read() as transaction:
        source = contents(None, None).source
        assert await transaction.issues.of_source(tides.id, source) == issue
        assert await transaction.issues.of_source(tides.id, source + " ") is None
        assert await transaction.issues.of_source(storms.id, source) is None


async def test_drafts_without_a_number_may_be_many(store: Store, tides: Briefing) -> None:
    for title in ("One", "Two", "Three"):
        await put(store, tides, contents(None, None, title=title), State.DRAFT)
    async with store.read() as transaction:
        assert len(await transaction.issues.all_of(tides.newsroom)) == 3


async def test_an_issue_goes_from_draft_to_correction(store: Store, tides: Briefing) -> None:
    issue = await put(store, tides, contents(None, None), State.DRAFT)
    assert (issue.revision, issue.published_at, issue.missing) == (0, None, ("number", "date"))
    async with store.write() as transaction:
        await transaction.issues.rewrite(issue.id, contents(7, DAY, title="Filled"))
        await transaction.issues.mark_published(issue.id, later(hours=1))
        await transaction.issues.mark_corrected(issue.id, 2, later(hours=2))
        found = await transaction.issues.get(issue.id)
    assert found is not None
    assert (found.state, found.number, found.date, found.title, found.revision) == (
        State.PUBLISHED, 7, DAY, "Filled", 2,
    )  # fmt: skip
    assert (found.published_at, found.corrected_at) == (later(hours=1), later(hours=2))
    assert found.briefing == tides


async def test_an_issue_that_is_not_there_is_none(store: Store, tides: Briefing) -> None:
    async with store.read() as transaction:
        assert await transaction.issues.get(99) is None
        assert await transaction.issues.numbered(tides.id, 1) is None


async def test_all_of_one_newsroom(store: Store, tides: Briefing, storms: Briefing) -> None:
    await publish(store, tides, 1)
    await publish(store, storms, 2)
    async with store.read() as transaction:
        assert numbers(await transaction.issues.all_of(storms.newsroom)) == [2]
        assert numbers(await transaction.issues.all_of()) == [1, 2]


def test_half_a_surrogate_pair_has_a_digest_too() -> None:
    assert digest("\ud800") != digest("\udfff")
