"""A family: rows that belong together, and keep their ids when they are replaced."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Table, bindparam, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

Row = Mapping[str, Any]
Kept = Sequence[Mapping[Any, Any]]


class Family:
    """The rows of a table that `whose` picks; each row says its parent and its position."""

    def __init__(
        self, connection: AsyncConnection, table: Table, whose: ColumnElement[bool]
    ) -> None:
        self._connection = connection
        self._table = table
        self._whose = whose

    async def replace(self, rows: Sequence[Row], alike: Sequence[Sequence[str]]) -> list[int]:
        """Makes these the rows of the family; gives their ids.

        A new row takes over the id of an old one that is like it in the first columns of `alike`,
        or else in the next: whoever cited it finds it corrected.
        """
        table = self._table
        found = await self._connection.execute(
            select(table).where(self._whose).order_by(table.c.position)
        )
        old = found.mappings().all()
        ids = _carried(old, rows, alike)
        gone = {row["id"] for row in old} - set(ids)
        await self._all(delete(table).where(table.c.id == bindparam("gone")), gone, "gone")
        # Out of the way first: no two rows of a parent may ever have one position.
        moved = update(table).where(self._whose).values(position=-1 - table.c.position)
        await self._connection.execute(moved)
        return await self._put(ids, rows)

    async def _put(self, ids: Sequence[int | None], rows: Sequence[Row]) -> list[int]:
        table = self._table
        kept = [{**row, "kept": key} for key, row in zip(ids, rows, strict=True) if key is not None]
        if kept:
            await self._connection.execute(
                update(table).where(table.c.id == bindparam("kept")), kept
            )
        new = [dict(row) for key, row in zip(ids, rows, strict=True) if key is None]
        made = iter(await self._add(new))
        return [next(made) if key is None else key for key in ids]

    async def _add(self, rows: list[dict[str, Any]]) -> list[int]:
        if not rows:
            return []
        table = self._table
        adding = insert(table).returning(table.c.id, sort_by_parameter_order=True)
        return list((await self._connection.execute(adding, rows)).scalars())

    async def _all(self, statement: Any, values: set[int], name: str) -> None:
        if values:
            await self._connection.execute(statement, [{name: value} for value in values])


def _carried(old: Kept, new: Sequence[Row], alike: Sequence[Sequence[str]]) -> list[int | None]:
    """For each new row the id that it takes over."""
    ids: list[int | None] = [None] * len(new)
    free = {row["id"]: row for row in old}
    for columns in alike:
        waiting: dict[tuple[Any, ...], list[int]] = {}
        for key, row in reversed(free.items()):
            waiting.setdefault(tuple(row[name] for name in columns), []).append(key)
        for index, row in enumerate(new):
            candidates = waiting.get(tuple(row[name] for name in columns))
            if ids[index] is None and candidates:
                key = candidates.pop()
                ids[index] = key
                del free[key]
    return ids
