"""Servers: their names as last seen, and how they want answers."""

from collections.abc import Mapping

from sqlalchemy import select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.tables import servers


class Servers:
    """Rows of `servers`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def keep_names(self, names: Mapping[int, str]) -> None:
        """Keeps the names that Discord shows, of servers seen now or before; at least one."""
        row = insert(servers)
        shown = row.excluded.name
        kept = row.on_conflict_do_update(
            index_elements=["id"], set_={"name": shown}, where=servers.c.name != shown
        )
        rows = [{"id": server, "name": name} for server, name in names.items()]
        await self._connection.execute(kept, rows)

    async def ensure(self, server: int) -> None:
        """Makes the row of a server whose name is not known yet."""
        row = insert(servers).values(id=server, name=f"server {server}")
        await self._connection.execute(row.on_conflict_do_nothing())

    async def public_answers(self, server: int | None) -> bool:
        """Whether this server wants answers that everybody sees; False for a DM."""
        found = await self._connection.scalar(
            select(servers.c.public_answers).where(servers.c.id == server)
        )
        return bool(found)

    async def set_public_answers(self, server: int, public: bool) -> None:
        """Keeps a server's wish."""
        await self.ensure(server)
        await self._connection.execute(
            update(servers).where(servers.c.id == server).values(public_answers=public)
        )
