"""Settings of servers: where notices and the log go, and in which time zone they live."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.server_choices import ServerChoices
from bot.store.tables import server_settings


class ServerSettings:
    """Rows of `server_settings`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def of(self, server: int) -> ServerChoices:
        """What a server has chosen, nothing if it has not."""
        columns = (server_settings.c[name] for name in ServerChoices.model_fields)
        query = select(*columns).where(server_settings.c.server_id == server)
        row = (await self._connection.execute(query)).mappings().first()
        return ServerChoices.model_validate(dict(row)) if row else ServerChoices()

    async def choose(self, server: int, **chosen: Any) -> None:
        """Keeps these choices and leaves the others; the server's row must be there."""
        row = insert(server_settings).values(server_id=server, **chosen)
        kept = row.on_conflict_do_update(index_elements=["server_id"], set_=chosen)
        await self._connection.execute(kept)
