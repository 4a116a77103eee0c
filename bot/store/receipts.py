"""Receipts: what became of the deliveries of a release, counted."""

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.delivery import DeliveryState
from bot.domain.receipt import Count, Receipt
from bot.domain.release import Release
from bot.store.columns import UtcMoment
from bot.store.delivery_tables import deliveries


class Receipts:
    """Rows of `deliveries`, counted."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def of(self, release: Release) -> Receipt:
        """How many of its acts stand how, and when the first and the last came through."""
        mine = deliveries.c.release_id == release.id
        kinds = (deliveries.c.act, deliveries.c.state, deliveries.c.reason)
        counted = select(*kinds, func.count().label("number")).where(mine).group_by(*kinds)
        rows = await self._connection.execute(counted.order_by(*kinds))
        counts = tuple(Count.model_validate(dict(row)) for row in rows.mappings())
        ends = (
            func.min(deliveries.c.ended_at, type_=UtcMoment),
            func.max(deliveries.c.ended_at, type_=UtcMoment),
        )
        sent = deliveries.c.state == DeliveryState.SENT
        first, last = (await self._connection.execute(select(*ends).where(mine, sent))).one()
        return Receipt(release=release, counts=counts, first=first, last=last)
