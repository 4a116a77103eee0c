"""Leases: which process does what only one may do."""

from datetime import datetime, timedelta

from sqlalchemy import delete, exists, or_, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.delivery_tables import leases


class Leases:
    """Rows of `leases`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def take(self, name: str, holder: str, now: datetime, lasting: timedelta) -> bool:
        """Takes a lease or renews it; False while somebody else holds it."""
        row = insert(leases).values(name=name, holder=holder, expires_at=now + lasting)
        free = or_(leases.c.holder == holder, leases.c.expires_at <= now)
        new = {"holder": row.excluded.holder, "expires_at": row.excluded.expires_at}
        taken = row.on_conflict_do_update(index_elements=["name"], set_=new, where=free)
        return bool((await self._connection.execute(taken)).rowcount)

    async def holds(self, name: str, holder: str, now: datetime) -> bool:
        """Whether a lease is still somebody's."""
        mine = (leases.c.name == name, leases.c.holder == holder, leases.c.expires_at > now)
        return bool(await self._connection.scalar(select(exists().where(*mine))))

    async def give_back(self, name: str, holder: str) -> None:
        """Lets the next one in at once."""
        mine = (leases.c.name == name, leases.c.holder == holder)
        await self._connection.execute(delete(leases).where(*mine))
