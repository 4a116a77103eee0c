"""The history of an issue, without what each state says: that may be long."""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    RowMapping,
    Select,
    bindparam,
    func,
    literal,
    select,
    tuple_,
    union_all,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.history import Kind, Mark, Saved
from bot.domain.issue import Contents
from bot.store.number import askable
from bot.store.tables import revisions, versions


class History:
    """Rows of `versions` and `revisions` in one order."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def count(self, issue: int) -> int:
        """How many states there are."""
        return int(await self._connection.scalar(_COUNT, {"issue": issue}) or 0)

    async def newest(self, issue: int, limit: int, offset: int = 0) -> list[Saved]:
        """So many, the newest first, after leaving out some."""
        query = _ALL.order_by(*_NEWEST).limit(limit).offset(offset)
        rows = await self._connection.execute(query, {"issue": issue})
        return [_saved(row) for row in rows.mappings()]

    async def get(self, issue: int, mark: Mark) -> Saved | None:
        """The state of that mark."""
        return await self._one(
            issue, _saved_as(mark.kind), _STATES.c.number == askable(mark.number)
        )

    async def before(self, issue: int, saved: Saved) -> Saved | None:
        """What it is compared with: a revision with the one before it, else whatever was last."""
        is_revision = saved.mark.kind is Kind.REVISION
        place = (saved.after, int(not is_revision), saved.mark.number)
        earlier = tuple_(*(literal(part) for part in place)) > _PLACE
        if is_revision:
            found = await self._one(issue, _saved_as(Kind.REVISION), earlier)
            if found is not None:
                return found
        return await self._one(issue, earlier)

    async def contents(self, issue: int, mark: Mark) -> Contents:
        """What a state says that is known to be there."""
        table = revisions if mark.kind is Kind.REVISION else versions
        mine = (table.c.issue_id == issue, table.c.number == mark.number)
        kept = (await self._connection.execute(select(table.c.contents).where(*mine))).scalar_one()
        return Contents.model_validate_json(kept)

    async def _one(self, issue: int, *conditions: ColumnElement[bool]) -> Saved | None:
        query = _ALL.where(*conditions).order_by(*_NEWEST).limit(1)
        row = (await self._connection.execute(query, {"issue": issue})).mappings().first()
        return _saved(row) if row else None


def _saved(row: RowMapping) -> Saved:
    mark = Mark(kind=Kind(row["kind"]), number=row["number"])
    named = {name: row[name] for name in ("after", "author", "made_at", "told")}
    return Saved(mark=mark, **named)


_ISSUE = bindparam("issue", type_=Integer)
# By its place: two changes may bear one time, and clocks are set back.
_STATES = union_all(
    select(
        literal(Kind.REVISION.value).label("kind"),
        revisions.c.number,
        revisions.c.number.label("after"),
        literal(0).label("drafted"),
        revisions.c.author,
        revisions.c.made_at,
        revisions.c.reason.label("told"),
    ).where(revisions.c.issue_id == _ISSUE),
    select(
        literal(Kind.VERSION.value),
        versions.c.number,
        versions.c.base,
        literal(1),
        versions.c.author,
        versions.c.made_at,
        versions.c.deed,
    ).where(versions.c.issue_id == _ISSUE),
).subquery()
_ORDER = (_STATES.c.after, _STATES.c.drafted, _STATES.c.number)
_PLACE = tuple_(*_ORDER)
_NEWEST = tuple(column.desc() for column in _ORDER)
_ALL: Select[*tuple[Any, ...]] = select(_STATES)
_COUNT = select(func.count()).select_from(_STATES)


def _saved_as(kind: Kind) -> ColumnElement[bool]:
    return _STATES.c.kind == kind.value
