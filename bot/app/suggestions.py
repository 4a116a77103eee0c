"""Suggestions while typing: countries, issues and briefings that are there for this reader."""

from bot.app.scope import Scope
from bot.domain.briefing import Briefing
from bot.domain.gazetteer import Gazetteer
from bot.domain.issue import Issue
from bot.domain.reader import Reader
from bot.store.store import Store

_LIMIT = 25
"""Discord shows no more choices: discord.com/developers, "Application command option choice"."""


class Suggestions:
    """What autocomplete offers; never more than 25, never what the reader may not read."""

    def __init__(self, store: Store, gazetteer: Gazetteer, scope: Scope) -> None:
        self._store = store
        self._gazetteer = gazetteer
        self._scope = scope

    async def countries(
        self, reader: Reader, typed: str, briefing: str | None, language: str
    ) -> list[str]:
        """Codes of countries with sections, most sections first."""
        async with self._store.read() as store:
            if briefing is not None:
                choice = await self._scope.choose(store, reader, briefing)
                readable = [choice.briefing] if choice else []
            else:
                readable = await self._scope.readable(store, reader)
            counts = await store.issues.countries([each.id for each in readable])
        return self._gazetteer.suggest(typed, counts, language)[:_LIMIT]

    async def issues(self, reader: Reader, typed: str, briefing: str | None) -> list[Issue]:
        """Published issues whose number starts so or whose title has it, newest first."""
        async with self._store.read() as store:
            choice = await self._scope.choose(store, reader, briefing)
            if choice is None:
                return []
            return await store.issues.like(choice.briefing.id, typed.strip().lstrip("#"), _LIMIT)

    async def briefings(self, reader: Reader, typed: str) -> list[Briefing]:
        """Briefings that can be named here, those read here first."""
        wanted = typed.strip().casefold()
        async with self._store.read() as store:
            nameable = await self._scope.nameable(store, reader)
        return [each for each in nameable if wanted in each.label.casefold()][:_LIMIT]
