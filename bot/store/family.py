"""A family: rows that belong together, and keep their ids when they are replaced."""

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Table, bindparam, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

_NEAR = 0.75
"""From this likeness on a text counts as the same, corrected: three words of four."""

_MOST_COMPARED = 60  # rows; whoever changes more at once has written another text

Row = Mapping[str, Any]
Kept = Sequence[Mapping[Any, Any]]


class Near(NamedTuple):
    """What is nearly the same: equal in the columns `same`, and little changed in `text`."""

    same: Sequence[str]
    text: str


class Family:
    """The rows of a table that `whose` picks; each row says its parent and its position."""

    def __init__(
        self, connection: AsyncConnection, table: Table, whose: ColumnElement[bool]
    ) -> None:
        self._connection = connection
        self._table = table
        self._whose = whose

    async def replace(
        self, rows: Sequence[Row], alike: Sequence[Sequence[str]], near: Near | None = None
    ) -> list[int]:
        """Makes these the rows of the family; gives their ids.

        A new row takes over the id of an old one that is like it in the first columns of `alike`,
        or else in the next, or else is `near` it: whoever cited it finds it corrected.
        """
        table = self._table
        found = await self._connection.execute(
            select(table).where(self._whose).order_by(table.c.position)
        )
        old = found.mappings().all()
        ids = _carried(old, rows, alike)
        if near:
            _carry_near(ids, old, rows, near)
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


def _carry_near(ids: list[int | None], old: Kept, new: Sequence[Row], near: Near) -> None:
    """Gives the ids that nobody took to the new rows that are likest, likest first."""
    taken = set(ids)
    free = [row for row in old if row["id"] not in taken][:_MOST_COMPARED]
    fresh = [place for place, key in enumerate(ids) if key is None][:_MOST_COMPARED]
    pairs = [
        (likeness, row["id"], place)
        for row in free
        for place in fresh
        if all(row[name] == new[place][name] for name in near.same)
        and (likeness := _likeness(row[near.text], new[place][near.text])) >= _NEAR
    ]
    for _, key, place in sorted(pairs, key=lambda pair: -pair[0]):
        if ids[place] is None and key not in taken:
            ids[place] = key
            taken.add(key)


def _likeness(one: str, other: str) -> float:
    """From 0 to 1, by words: a word changed in a sentence leaves most of it."""
    matcher = SequenceMatcher(None, one.split(), other.split(), autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _NEAR else 0.0
