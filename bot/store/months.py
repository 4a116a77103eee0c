"""Months of a list: those that have anything in them, found by leaping from one to the next."""

from sqlalchemy import Select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.lane import Lane
from bot.store.position import MONTH, month_at, months_before, start_of, start_of_month


async def months_around(
    connection: AsyncConnection, lane: Lane, around: str, most: int
) -> tuple[str, ...]:
    """The months of a lane, newest first; of more than `most` the ends and those near `around`."""
    middle = start_of_month(start_of(around, lane.track.kind))
    newer = await _leap_on(connection, lane, middle + MONTH, most // 2 + 1)
    older = await _leap_back(connection, lane, middle + MONTH, most + 1 - len(newer))
    if len(newer) > most // 2 and len(newer) + len(older) <= most:
        newer = await _leap_on(connection, lane, middle + MONTH, most + 1 - len(older))
    found = [*reversed(newer), *older]
    if len(found) > most:
        found = found[:most] if len(newer) <= most // 2 else found[-most:]
        found[0] = await _one(connection, lane.track.newest, lane)
        found[-1] = await _one(connection, lane.track.oldest, lane)
    return tuple(map(month_at, found))


async def _leap_back(connection: AsyncConnection, lane: Lane, end: int, most: int) -> list[int]:
    """A position in each of the months before `end`, newest first, so many at most."""
    found: list[int] = []
    if lane.track.from_words:
        # The index of words leaps on ten times as fast as back, where there is little to leap over.
        first = months_before(end, most)
        asked = lane.between(first, end, limit=most)
        found = list(await connection.scalars(lane.track.on, asked))[::-1]
        end = first
    more = most - len(found)
    asked = lane.between(end=end, limit=more)
    return [*found, *(await connection.scalars(lane.track.back, asked) if more else ())]


async def _leap_on(connection: AsyncConnection, lane: Lane, first: int, most: int) -> list[int]:
    """The oldest position in each of the months from `first` on, oldest first."""
    return list(await connection.scalars(lane.track.on, lane.between(first, limit=most)))


async def _one(connection: AsyncConnection, query: Select[int], lane: Lane) -> int:
    return int((await connection.execute(query, lane.between(limit=1))).scalar_one())
