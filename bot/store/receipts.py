"""Receipts: what became of the deliveries of a release, counted."""

from collections.abc import Collection

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.delivery import DeliveryState
from bot.domain.receipt import Count, Receipt
from bot.domain.release import Release
from bot.store.columns import UtcMoment
from bot.store.delivery_tables import deliveries, releases


class Receipts:
    """Rows of `deliveries`, counted."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def keep_post(self, release: int, channel: int, message: int) -> None:
        """Notes where the receipt of a release was posted."""
        where = {"receipt_channel": channel, "receipt_message": message}
        mine = releases.c.id == release
        await self._connection.execute(update(releases).where(mine).values(**where))

    async def post_of(self, release: int) -> tuple[int, int] | None:
        """The channel and the message of a receipt, if it was posted."""
        where = (releases.c.receipt_channel, releases.c.receipt_message)
        row = (await self._connection.execute(select(*where).where(releases.c.id == release))).one()
        return None if row[0] is None or row[1] is None else (row[0], row[1])

    async def issue_of(self, message: int) -> int | None:
        """The issue of the release whose receipt a message is."""
        mine = releases.c.receipt_message == message
        query = select(releases.c.issue_id).where(mine).order_by(releases.c.id.desc()).limit(1)
        return await self._connection.scalar(query)

    async def told(self, among: Collection[int]) -> list[int]:
        """Those of these releases whose receipt was posted."""
        if not among:
            return []
        posted = (releases.c.id.in_(among), releases.c.receipt_message.is_not(None))
        return list(await self._connection.scalars(select(releases.c.id).where(*posted)))

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
