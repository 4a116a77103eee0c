"""The archive: every issue in every state, for the operator."""

from bot.domain.issue import Issue
from bot.errors import Refused
from bot.store.store import Store


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
        wanted = briefing.strip().casefold() if briefing else None
        found = [
            issue
            for issue in await self.issues(newsroom)
            if issue.number == number
            and wanted in (None, issue.briefing.name.casefold(), str(issue.briefing.id))
        ]
        if not found:
            raise Refused(f"There is no issue #{number}; `sitrep issues` lists what there is.")
        if len(found) > 1:
            names = ", ".join(issue.briefing.label for issue in found[:3])
            raise Refused(f"Several briefings have a #{number} ({names}); say which by its id.")
        return found[0]

    async def newest_newsroom(self) -> int | None:
        """The server that published the newest issue, None if nothing is published."""
        async with self._store.read() as store:
            last = await store.issues.last_published()
        return last.briefing.newsroom if last else None
