"""Months of a list: those that have anything in them, found by leaping from one to the next."""

from dataclasses import replace

from sqlalchemy import CTE, Select, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.lane import Lane
from bot.store.position import MONTH, month_at, months_before, position, start_of_month


async def months_around(
    connection: AsyncConnection, lane: Lane, around: str, most: int
) -> tuple[str, ...]:
    """The months of a lane, newest first; of more than `most` the ends and those near `around`."""
    middle = start_of_month(position(around, lane.kind))
    newer = await _leap_on(connection, lane, middle + MONTH, most // 2 + 1)
    older = await _leap_back(connection, lane, middle + MONTH, most + 1 - len(newer))
    if len(newer) > most // 2 and len(newer) + len(older) <= most:
        newer = await _leap_on(connection, lane, middle + MONTH, most + 1 - len(older))
    found = [*reversed(newer), *older]
    if len(found) > most:
        found = found[:most] if len(newer) <= most // 2 else found[-most:]
        found[0] = await _one(connection, lane.nearest(newest=True))
        found[-1] = await _one(connection, lane.nearest(newest=False))
    return tuple(map(month_at, found))


async def _leap_back(connection: AsyncConnection, lane: Lane, end: int, most: int) -> list[int]:
    """A position in each of the months before `end`, newest first, so many at most."""
    found: list[int] = []
    if lane.searched:
        # The index of words leaps on ten times as fast as back, where there is little to leap over.
        first = months_before(end, most)
        near = replace(lane, end=min(lane.end, end))
        found = (await _leap_on(connection, near, max(first, lane.first), most))[::-1]
        end = first
    start = lane.nearest(end=end, newest=True).limit(1)
    seen = select(start.scalar_subquery().label("id")).cte("seen", recursive=True)
    leap = lane.nearest(end=seen.c.id - seen.c.id % MONTH, newest=True).limit(1)
    more = most - len(found)
    return [*found, *(await _leap(connection, seen, leap, more) if more else ())]


async def _leap_on(connection: AsyncConnection, lane: Lane, first: int, most: int) -> list[int]:
    """The oldest position in each of the months from `first` on, oldest first."""
    start = lane.nearest(first, newest=False).limit(1)
    seen = select(start.scalar_subquery().label("id")).cte("seen", recursive=True)
    leap = lane.nearest(seen.c.id - seen.c.id % MONTH + MONTH, newest=False).limit(1)
    return await _leap(connection, seen, leap, most)


async def _leap(connection: AsyncConnection, seen: CTE, leap: Select[int], most: int) -> list[int]:
    following = leap.correlate(seen).scalar_subquery()
    seen = seen.union_all(select(following).where(seen.c.id.is_not(None)))
    query = select(seen.c.id).where(seen.c.id.is_not(None)).limit(most)
    return list(await connection.scalars(query))


async def _one(connection: AsyncConnection, query: Select[int]) -> int:
    return int((await connection.execute(query.limit(1))).scalar_one())
