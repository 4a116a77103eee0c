"""Reaches: how far a briefing goes, counted by servers."""

from collections.abc import Mapping

from sqlalchemy import case, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.briefing import Briefing
from bot.domain.reach import Totals
from bot.domain.subscription import Standing
from bot.store.delivery_tables import blocks, subscriptions
from bot.store.number import askable
from bot.store.tables import servers

_GOES_ON = subscriptions.c.standing != Standing.ENDED
_PAUSED = func.sum(case((subscriptions.c.standing != Standing.WORKING, 1), else_=0))


class Reaches:
    """Counts over `subscriptions` and `blocks`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def totals(self, briefing: int) -> Totals:
        """Servers and channels that have subscribed, and servers that are kept out."""
        out = select(func.count()).select_from(blocks).where(blocks.c.briefing_id == briefing)
        counted = select(
            func.count(subscriptions.c.server_id.distinct()),
            func.count(),
            func.coalesce(_PAUSED, 0),
            out.scalar_subquery(),
        ).where(subscriptions.c.briefing_id == briefing, _GOES_ON)
        reached, channels, paused, blocked = (await self._connection.execute(counted)).one()
        return Totals(servers=reached, channels=channels, paused=paused, blocked=blocked)

    async def servers(self, briefing: Briefing, first: int, most: int) -> Mapping[int, str]:
        """The names of so many servers from one on: the newsroom, then those of most channels."""
        home = case((servers.c.id == briefing.newsroom, 0), else_=1)
        query = (
            select(servers.c.id, servers.c.name)
            .join(subscriptions, subscriptions.c.server_id == servers.c.id)
            .where(subscriptions.c.briefing_id == briefing.id, _GOES_ON)
            .group_by(servers.c.id)
            .order_by(home, func.count().desc(), servers.c.name, servers.c.id)
        )
        rows = await self._connection.execute(query.offset(first).limit(most))
        return {int(row.id): str(row.name) for row in rows}

    async def name(self, briefing: int, server: int) -> str | None:
        """What a server is called that gets a briefing, has got it once, or is kept out of it.

        None for any other.
        """
        once = select(subscriptions.c.server_id).where(subscriptions.c.briefing_id == briefing)
        out = select(blocks.c.server_id).where(blocks.c.briefing_id == briefing)
        known = servers.c.id.in_(once.union(out))
        query = select(servers.c.name).where(servers.c.id == askable(server), known)
        found = await self._connection.scalar(query)
        return None if found is None else str(found)
