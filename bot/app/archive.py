"""The archive: every issue in every state, for the operator."""

from bot.domain.briefing import Briefing
from bot.domain.issue import Issue
from bot.errors import Refused
from bot.store.store import Store

_NAMED = 5
"""Briefings that are named where several are meant."""


class Archive:
    """What the operator of the process may see: everything."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def issues(self, newsroom: int | None = None) -> list[Issue]:
        """All issues, or those of one newsroom; newest first within each briefing."""
        async with self._store.read() as store:
            return await store.issues.all_of(newsroom)

    async def numbered(
        self, number: int, briefing: str | None = None, newsroom: int | None = None
    ) -> Issue:
        """The issue of that number, in any state, of all briefings or of the one named.

        Raises Refused if there is none, or several.
        """
        found = await self._of(number, await self._meant(briefing, newsroom))
        if not found:
            raise Refused(f"There is no issue #{number}; `sitrep issues` lists what there is.")
        if len(found) > 1:
            ids = [f"{issue.briefing.id} is {issue.briefing.label}" for issue in found[:_NAMED]]
            more = [f"{len(found) - _NAMED} more"] if len(found) > _NAMED else []
            raise Refused(
                f"Several briefings have a #{number} ({', '.join(ids + more)}); say which by its"
                " id, with --briefing."
            )
        return found[0]

    async def is_shared(self, number: int) -> bool:
        """Whether the number alone does not say which issue is meant."""
        return len(await self._of(number, await self._meant(None, None))) > 1

    async def newest_newsroom(self) -> int | None:
        """The server that published the newest issue, None if nothing is published."""
        async with self._store.read() as store:
            last = await store.issues.last_published()
        return last.briefing.newsroom if last else None

    async def _meant(self, named: str | None, newsroom: int | None) -> set[int]:
        """The briefings that are called so; raises Refused if none is."""
        async with self._store.read() as store:
            everyone = await store.briefings.everyone()
        own = [each for each in everyone if newsroom in (None, each.newsroom)]
        meant = {each.id for each in own if named is None or _is_called(each, named)}
        if named is not None and not meant:
            where = " in this newsroom" if newsroom else ""
            raise Refused(
                f"There is no briefing “{named}”{where}; `sitrep issues` shows them by their ids."
            )
        return meant

    async def _of(self, number: int, briefings: set[int]) -> list[Issue]:
        found = await self.issues()
        return [each for each in found if each.number == number and each.briefing.id in briefings]


def _is_called(briefing: Briefing, named: str) -> bool:
    names = (briefing.name.casefold(), briefing.label.casefold(), str(briefing.id))
    return named.strip().casefold() in names
