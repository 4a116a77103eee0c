"""Blocks: which servers a newsroom keeps out of a briefing."""

from datetime import datetime

from sqlalchemy import RowMapping, delete, func, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.reach import Block
from bot.store.delivery_tables import blocks
from bot.store.number import askable
from bot.store.tables import servers

_NAMED = blocks.outerjoin(servers, servers.c.id == blocks.c.server_id)


class Blocks:
    """Rows of `blocks`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, briefing: int, server: int, by: int | None, now: datetime) -> None:
        """Keeps a server out; one that is out already stays so, since then."""
        values = {"briefing_id": briefing, "server_id": server}
        row = insert(blocks).values(**values, blocked_by=by, blocked_at=now)
        await self._connection.execute(row.on_conflict_do_nothing())

    async def remove(self, briefing: int, server: int) -> bool:
        """Lets a server in again; False if it was not kept out."""
        mine = (blocks.c.briefing_id == briefing, blocks.c.server_id == askable(server))
        return bool((await self._connection.execute(delete(blocks).where(*mine))).rowcount)

    async def count(self, briefing: int) -> int:
        """How many are kept out."""
        mine = blocks.c.briefing_id == briefing
        found = await self._connection.scalar(select(func.count()).select_from(blocks).where(mine))
        return int(found or 0)

    async def of_briefing(self, briefing: int, first: int, most: int) -> list[Block]:
        """So many of them from one on, those of last first."""
        query = (
            select(blocks, servers.c.name)
            .select_from(_NAMED)
            .where(blocks.c.briefing_id == briefing)
            .order_by(blocks.c.blocked_at.desc(), blocks.c.server_id)
        )
        rows = await self._connection.execute(query.offset(first).limit(most))
        return [_block(row) for row in rows.mappings()]


def _block(row: RowMapping) -> Block:
    return Block(
        server=row["server_id"],
        name=row["name"] or f"server {row['server_id']}",
        by=row["blocked_by"],
        at=row["blocked_at"],
    )
