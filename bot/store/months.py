"""Months of a list: those that have anything in them, found by leaping from one to the next."""

from sqlalchemy import ColumnElement, Integer, Select, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.lane import Lane
from bot.store.position import MONTH, month_at, position, start_of_month


async def months_around(
    connection: AsyncConnection, lane: Lane, around: str, most: int
) -> tuple[str, ...]:
    """The months of a lane, newest first; of more than `most` the ends and those near `around`."""
    middle = start_of_month(position(around, lane.kind))
    newer = await _leap(connection, lane, middle, most, newer=True)
    older = await _leap(connection, lane, middle, most, newer=False)
    found = [*reversed(newer), *older]
    if len(found) <= most:
        return tuple(map(month_at, found))
    first = max(0, min(len(newer) - most // 2, len(found) - most))
    shown = found[first : first + most]
    if shown[0] != found[0] or len(newer) > most:
        shown[0] = await _end(connection, lane, lane.key.desc())
    if shown[-1] != found[-1] or len(older) > most:
        shown[-1] = await _end(connection, lane, lane.key.asc())
    return tuple(map(month_at, shown))


async def _leap(
    connection: AsyncConnection, lane: Lane, middle: int, most: int, *, newer: bool
) -> list[int]:
    """A position in each of the next months; the older ones begin with the middle month itself.

    One more than `most` of them says that there are more still.
    """
    first = _nearest(lane, _from(middle + MONTH, lane.key, newer=newer), newer=newer)
    seen = select(first.scalar_subquery().label("id")).cte("seen", recursive=True)
    start = seen.c.id - seen.c.id % MONTH
    beyond = _from(start + MONTH if newer else start, lane.key, newer=newer)
    leap = _nearest(lane, beyond, newer=newer).correlate(seen).scalar_subquery()
    seen = seen.union_all(select(leap).where(seen.c.id.is_not(None)))
    query = select(seen.c.id).where(seen.c.id.is_not(None)).limit(most + 1)
    return list(await connection.scalars(query))


def _from(
    edge: int | ColumnElement[int], key: ColumnElement[int], *, newer: bool
) -> ColumnElement[bool]:
    return key >= edge if newer else key < edge


def _nearest(lane: Lane, beyond: ColumnElement[bool], *, newer: bool) -> Select[int]:
    order = lane.key.asc() if newer else lane.key.desc()
    return lane.ids(beyond).order_by(order).limit(1)


async def _end(connection: AsyncConnection, lane: Lane, order: ColumnElement[Integer]) -> int:
    return (await connection.execute(lane.ids().order_by(order).limit(1))).scalar_one()
