"""Suggestions while typing: what is there, as many as are asked for."""

import pytest

from bot.app.app import App
from bot.domain.briefing import Briefing
from bot.domain.filter import Listed
from bot.domain.issue import State
from bot.domain.period import parse_period
from bot.store.store import Store
from tests.app.places import ALONE, HOME
from tests.contents import contents, dated, happening, section, speaking
from tests.moments import NOW
from tests.shelving import DAY, found_briefing, publish, put

_LIMIT = 25
_EVERYTHING = ["", "a", "1", "i", "fog"]


@pytest.fixture
async def tides(store: Store) -> Briefing:
    return await found_briefing(store, HOME.server or 0, "Tides")


async def test_countries_come_by_sections(app: App, store: Store, tides: Briefing) -> None:
    await publish(store, tides, 1, section("SE"), section("FI"), section("FI", "FR"))
    offered = app.suggestions.countries
    assert await offered(HOME, "", None, "en-US", _LIMIT) == ["FI", "FR", "SE"]
    assert await offered(HOME, "f", None, "en-US", _LIMIT) == ["FI", "FR"]
    assert await offered(HOME, "Swe", None, "en-US", _LIMIT) == ["SE"]
    assert await offered(HOME, "Suomi", None, "en-US", _LIMIT) == ["FI"]
    assert await offered(HOME, "Japan", None, "en-US", _LIMIT) == []
    assert await offered(HOME, "Finlnad", None, "en-US", _LIMIT) == ["FI"]
    assert await offered(HOME, "Japna", None, "en-US", _LIMIT) == []


async def test_countries_are_those_of_the_briefing_that_would_be_asked(
    app: App, store: Store, tides: Briefing
) -> None:
    fog = await found_briefing(store, HOME.server or 0, "Fog")
    await publish(store, fog, 1, section("JP"), day=DAY.replace(day=1))
    await publish(store, tides, 1, section("SE"))
    assert await app.suggestions.countries(HOME, "", None, "en-US", _LIMIT) == ["SE"]


async def test_countries_of_the_briefing_that_is_filled_in(
    app: App, store: Store, tides: Briefing
) -> None:
    fog = await found_briefing(store, 2, "Fog")
    await publish(store, tides, 1, section("SE"))
    await publish(store, fog, 1, section("JP"))
    offered = app.suggestions.countries
    assert await offered(HOME, "", str(fog.id), "en-US", _LIMIT) == ["JP"]
    assert await offered(HOME, "", None, "en-US", _LIMIT) == ["SE"]
    assert await offered(HOME, "", "Hail", "en-US", _LIMIT) == []
    assert await offered(ALONE, "", None, "en-US", _LIMIT) == []


@pytest.mark.parametrize("state", [State.DRAFT, State.SCHEDULED, State.WITHDRAWN])
async def test_what_is_not_published_is_not_offered(
    app: App, store: Store, tides: Briefing, state: State
) -> None:
    await put(store, tides, contents(8, DAY, section("JP"), title="Ice"), state)
    assert await app.suggestions.countries(HOME, "", None, "en-US", _LIMIT) == []
    assert await app.suggestions.issues(HOME, "", None, _LIMIT) == []


async def test_issues_come_newest_first(app: App, store: Store, tides: Briefing) -> None:
    for number in (7, 71, 8):
        await put(store, tides, contents(number, DAY.replace(day=number % 28), title="Ice"))
    numbers = {
        typed: [issue.number for issue in await app.suggestions.issues(HOME, typed, None, _LIMIT)]
        for typed in ("", "7", " #7 ", "ice", "9")
    }
    assert numbers == {"": [71, 8, 7], "7": [71, 7], " #7 ": [71, 7], "ice": [71, 8, 7], "9": []}
    assert await app.suggestions.issues(ALONE, "", None, _LIMIT) == []
    assert len(await app.suggestions.issues(ALONE, "", "Tides", _LIMIT)) == 3


async def test_briefings_read_here_come_first(app: App, store: Store, tides: Briefing) -> None:
    fog = await found_briefing(store, 2, "Fog")
    await found_briefing(store, 2, "Hidden fog", public=False)
    assert await app.suggestions.briefings(HOME, "", _LIMIT) == [tides, fog]
    assert await app.suggestions.briefings(ALONE, " FOG ", _LIMIT) == [fog]
    assert await app.suggestions.briefings(ALONE, "newsroom 1", _LIMIT) == [tides]
    assert await app.suggestions.briefings(HOME, "hail", _LIMIT) == []


@pytest.mark.parametrize("typed", _EVERYTHING)
async def test_there_are_never_more_than_the_limit(app: App, store: Store, typed: str) -> None:
    countries = sorted(app.gazetteer.codes)[:60]
    for number in range(40):
        await found_briefing(store, HOME.server or 0, f"Fog {number} in autumn")
    async with store.read() as transaction:
        first = (await transaction.briefings.of_newsroom(HOME.server or 0))[0]
    for number in range(100, 140):
        part = section(*countries) if number == 100 else section()
        await put(store, first, contents(number, DAY, part, title="A fog in autumn"))
    suggestions = app.suggestions
    most = 0
    for offered in (
        await suggestions.countries(HOME, typed, None, "en-US", _LIMIT),
        await suggestions.issues(HOME, typed, None, _LIMIT),
        await suggestions.briefings(HOME, typed, _LIMIT),
    ):
        assert len(offered) <= 25
        most = max(most, len(offered))
    assert most == 25


async def test_periods_with_something_in_them_come_after_what_was_typed(
    app: App, store: Store, tides: Briefing
) -> None:
    events = happening("Dates", dated("2021", "Fog."), dated("2019-03-04", "Ice.", "FI"))
    await publish(store, tides, 1, events, speaking("Port", ("Ada", "Calm.")))

    async def offered(typed: str, listed: Listed) -> list[str]:
        return await app.suggestions.periods(HOME, typed, None, listed, _LIMIT)

    assert (await offered("", Listed.TIMELINE))[:2] == ["2021", "March 2019"]
    assert (await offered("", Listed.QUOTES))[0] == "January 2022"
    assert (await offered("mar", Listed.TIMELINE))[:2] == ["mar", "March 2019"]
    assert "last 7 days" in await offered("last", Listed.QUOTES)
    assert len(await offered("", Listed.QUOTES)) <= _LIMIT
    for text in await offered("", Listed.TIMELINE):
        assert parse_period(text, NOW.date())


async def test_periods_are_offered_where_nothing_is_read(app: App) -> None:
    assert "last 7 days" in await app.suggestions.periods(ALONE, "", None, Listed.QUOTES, _LIMIT)
