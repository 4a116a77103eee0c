"""Suggestions while typing: countries, issues and briefings that are there for this reader."""

from calendar import month_name
from collections.abc import Collection

from bot.app.clock import Clock
from bot.app.lists import near_names
from bot.app.scope import Scope
from bot.domain.briefing import Briefing
from bot.domain.filter import Filter, Listed
from bot.domain.gazetteer import Gazetteer
from bot.domain.issue import Issue
from bot.domain.item import Item
from bot.domain.listing import Speaker
from bot.domain.period import suggest_periods
from bot.domain.query import parse_query
from bot.domain.reader import Reader
from bot.domain.reference import Kind
from bot.domain.resolution import DidYouMean, Found
from bot.store.store import Store

_MONTHS = 8
"""With something in them, offered beside what is usual."""


class Suggestions:
    """What autocomplete offers, up to a limit; never what the reader may not read."""

    def __init__(self, store: Store, gazetteer: Gazetteer, scope: Scope, clock: Clock) -> None:
        self._store = store
        self._gazetteer = gazetteer
        self._scope = scope
        self._clock = clock

    async def countries(
        self,
        reader: Reader,
        typed: str,
        briefing: str | None,
        language: str,
        limit: int,
        kind: Kind = Kind.SECTION,
    ) -> list[str]:
        """Codes of countries that the briefing meant has sections on, most sections first.

        Or quotes or events, by `kind`.
        """
        async with self._store.read() as store:
            choice = await self._scope.choose(store, reader, briefing)
            if choice is None:
                return []
            counts = await store.passages.countries(choice.briefing.id, kind)
        begun = self._gazetteer.suggest(typed, counts, language)
        return (begun or self._near(typed, counts))[:limit]

    def _near(self, typed: str, covered: Collection[str]) -> list[str]:
        """What a misspelt name may mean, of what there is."""
        match self._gazetteer.resolve(typed):
            case Found(code):
                near = (code,)
            case DidYouMean(codes):
                near = codes
            case _:
                near = ()
        return [code for code in near if code in covered]

    async def issues(
        self, reader: Reader, typed: str, briefing: str | None, limit: int
    ) -> list[Issue]:
        """Published issues whose number starts so or whose title has it, newest first."""
        async with self._store.read() as store:
            choice = await self._scope.choose(store, reader, briefing)
            if choice is None:
                return []
            return await store.issues.like(choice.briefing.id, typed.strip().lstrip("#"), limit)

    async def speakers(
        self, reader: Reader, typed: str, briefing: str | None, limit: int
    ) -> list[Speaker]:
        """Who is quoted: by how words of the name begin, by any part, else the nearest spelt."""
        async with self._store.read() as store:
            choice = await self._scope.choose(store, reader, briefing)
            if choice is None:
                return []
            key = choice.briefing.id
            if not typed.strip():
                return list(await store.speakers.most_quoted(key, limit))
            if found := await store.speakers.matching(key, typed, limit):
                return list(found)
            near = near_names(typed, await store.speakers.names(key))
            return [each for name in near for each in await store.speakers.matching(key, name, 1)]

    async def found(
        self, reader: Reader, typed: str, briefing: str | None, limit: int
    ) -> list[Item]:
        """The newest items with what was typed so far; the last word may be unfinished."""
        query = parse_query(typed, typing=True)
        async with self._store.read() as store:
            choice = await self._scope.choose(store, reader, briefing)
            if choice is None or query.empty:
                return []
            key = choice.briefing.id
            references = await store.search.newest(key, query, limit)
            return await store.search.items(key, references)

    async def periods(
        self, reader: Reader, typed: str, briefing: str | None, listed: Listed, limit: int
    ) -> list[str]:
        """Texts for `since` and `until`, all of which can be read.

        After what was typed, the months that the list has something in.
        """
        today = self._clock().date()
        offered = suggest_periods(typed, today)
        async with self._store.read() as store:
            choice = await self._scope.choose(store, reader, briefing)
            if choice is None:
                return offered[:limit]
            wanted = Filter(listed=listed, briefing=choice.briefing.id)
            months = await store.passages.months(wanted, f"{today:%Y-%m}", _MONTHS)
        sought = " ".join(typed.split()).casefold()
        known = [name for name in map(_named, months) if sought in name.casefold()]
        first = offered[:1] if sought else []
        return list(dict.fromkeys([*first, *known, *offered]))[:limit]

    async def briefings(self, reader: Reader, typed: str, limit: int) -> list[Briefing]:
        """Briefings that can be named here, those read here first."""
        wanted = typed.strip().casefold()
        async with self._store.read() as store:
            nameable = await self._scope.nameable(store, reader)
        return [each for each in nameable if wanted in each.label.casefold()][:limit]


def _named(month: str) -> str:
    """A month as `parse_period` reads it: "January 2022" for "2022-01"; a year alone stays."""
    year, _, of_year = month.partition("-")
    return f"{month_name[int(of_year)]} {year}" if of_year else year
