"""Misquotes: in which published issues certain words are quoted."""

from collections.abc import Collection

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.issue import State
from bot.store.tables import entries, issues, quotes
from bot.store.text import storable


class Misquotes:
    """Rows of `quotes`, found by their exact words."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def of(self, briefing: int, words: Collection[str]) -> list[tuple[int, int]]:
        """The published issues of a briefing that quote one of these, each with how often.

        The newest come first.
        """
        if not words:
            return []
        said = quotes.c.text.in_([storable(each) for each in words])
        mine = (issues.c.briefing_id == briefing, issues.c.state == State.PUBLISHED)
        query = (
            select(issues.c.id, func.count())
            .select_from(
                quotes.join(entries, entries.c.id == quotes.c.entry_id).join(
                    issues, issues.c.id == entries.c.issue_id
                )
            )
            .where(said, *mine)
            .group_by(issues.c.id)
            .order_by(issues.c.date.desc(), issues.c.number.desc())
        )
        rows = await self._connection.execute(query)
        return [(row[0], row[1]) for row in rows]
