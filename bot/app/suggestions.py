"""Suggestions while typing: countries, issues and briefings that are there for this reader."""

from collections.abc import Collection

from bot.app.scope import Scope
from bot.domain.briefing import Briefing
from bot.domain.gazetteer import Gazetteer
from bot.domain.issue import Issue
from bot.domain.reader import Reader
from bot.domain.resolution import DidYouMean, Found
from bot.store.store import Store


class Suggestions:
    """What autocomplete offers, up to a limit; never what the reader may not read."""

    def __init__(self, store: Store, gazetteer: Gazetteer, scope: Scope) -> None:
        self._store = store
        self._gazetteer = gazetteer
        self._scope = scope

    async def countries(
        self, reader: Reader, typed: str, briefing: str | None, language: str, limit: int
    ) -> list[str]:
        """Codes of countries that the briefing meant has sections on, most sections first."""
        async with self._store.read() as store:
            choice = await self._scope.choose(store, reader, briefing)
            if choice is None:
                return []
            counts = await store.issues.countries([choice.briefing.id])
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

    async def briefings(self, reader: Reader, typed: str, limit: int) -> list[Briefing]:
        """Briefings that can be named here, those read here first."""
        wanted = typed.strip().casefold()
        async with self._store.read() as store:
            nameable = await self._scope.nameable(store, reader)
        return [each for each in nameable if wanted in each.label.casefold()][:limit]
