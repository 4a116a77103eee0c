"""The archive: every issue in every state, for the operator."""

from bot.domain.issue import Issue
from bot.store.store import Store


class Archive:
    """What the operator of the process may see: everything."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def issues(self, newsroom: int | None = None) -> list[Issue]:
        """All issues, or those of one newsroom; newest first within each briefing."""
        async with self._store.read() as store:
            return await store.issues.all_of(newsroom)

    async def newest_newsroom(self) -> int | None:
        """The server that published the newest issue, None if nothing is published."""
        async with self._store.read() as store:
            last = await store.issues.last_published()
        return last.briefing.newsroom if last else None
