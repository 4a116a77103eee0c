"""A family: the rows of one parent, in order, which keep their ids when they are replaced."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Table, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

Row = Mapping[str, Any]
Kept = Sequence[Mapping[Any, Any]]


class Family:
    """Rows of one table; `parent` is the column that says whose they are."""

    def __init__(self, connection: AsyncConnection, table: Table, parent: str) -> None:
        self._connection = connection
        self._table = table
        self._parent = parent

    async def replace(
        self, parent: int, rows: Sequence[Row], alike: Sequence[Sequence[str]]
    ) -> list[int]:
        """Makes these the rows of a parent, in this order; gives their ids.

        A new row takes over the id of an old one that is like it in the first columns of `alike`,
        or else in the next: whoever cited it finds it corrected.
        """
        table, mine = self._table, self._table.c[self._parent] == parent
        found = await self._connection.execute(select(table).where(mine).order_by(table.c.position))
        ids = _carried(found.mappings().all(), rows, alike)
        kept = [key for key in ids if key is not None]
        await self._connection.execute(delete(table).where(mine, table.c.id.not_in(kept)))
        # Out of the way first: no two rows of a parent may ever have one position.
        await self._connection.execute(
            update(table).where(mine).values(position=-1 - table.c.position)
        )
        return [
            await self._put(key, {**row, self._parent: parent, "position": position})
            for position, (key, row) in enumerate(zip(ids, rows, strict=True))
        ]

    async def _put(self, key: int | None, row: Row) -> int:
        table = self._table
        if key is None:
            added = await self._connection.execute(
                insert(table).values(**row).returning(table.c.id)
            )
            return int(added.scalar_one())
        await self._connection.execute(update(table).where(table.c.id == key).values(**row))
        return key


def _carried(old: Kept, new: Sequence[Row], alike: Sequence[Sequence[str]]) -> list[int | None]:
    """For each new row the id that it takes over."""
    ids: list[int | None] = [None] * len(new)
    free = {row["id"]: row for row in old}
    for columns in alike:
        waiting: dict[tuple[Any, ...], list[int]] = {}
        for key, row in free.items():
            waiting.setdefault(tuple(row[name] for name in columns), []).append(key)
        for index, row in enumerate(new):
            candidates = waiting.get(tuple(row[name] for name in columns))
            if ids[index] is None and candidates:
                key = candidates.pop(0)
                ids[index] = key
                del free[key]
    return ids
