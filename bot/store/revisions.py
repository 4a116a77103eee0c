"""Revisions: everything a published issue has said."""

from sqlalchemy import RowMapping, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.issue import Contents
from bot.domain.revision import Revision
from bot.store.tables import revisions


class Revisions:
    """Rows of `revisions`; none is ever changed."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, issue: int, revision: Revision) -> None:
        """Keeps what an issue says from now on."""
        row = revision.model_dump(exclude={"contents"})
        row |= {"issue_id": issue, "contents": revision.contents.model_dump_json()}
        await self._connection.execute(insert(revisions).values(**row))

    async def get(self, issue: int, number: int) -> Revision | None:
        """What an issue said from that revision on."""
        mine = (revisions.c.issue_id == issue, revisions.c.number == number)
        rows = await self._connection.execute(select(revisions).where(*mine))
        row = rows.mappings().first()
        return _revision(row) if row else None

    async def of(self, issue: int) -> list[Revision]:
        """Everything an issue has said, oldest first."""
        query = select(revisions).where(revisions.c.issue_id == issue)
        rows = await self._connection.execute(query.order_by(revisions.c.number))
        return [_revision(row) for row in rows.mappings()]


def _revision(row: RowMapping) -> Revision:
    return Revision(
        number=row["number"],
        author=row["author"],
        made_at=row["made_at"],
        reason=row["reason"],
        contents=Contents.model_validate_json(row["contents"]),
    )
