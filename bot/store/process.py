"""What the running process keeps about itself: its heartbeat and the commands it registered."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.tables import command_syncs, heartbeats

_GATEWAY = "gateway"


class Process:
    """Rows of `heartbeats` and `command_syncs`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def beat(self, at: datetime) -> None:
        """Says that the bot is alive and connected."""
        row = insert(heartbeats).values(process=_GATEWAY, beat_at=at)
        await self._connection.execute(
            row.on_conflict_do_update(index_elements=["process"], set_={"beat_at": at})
        )

    async def synced_commands(self, application: int) -> str | None:
        """The digest of the commands that Discord has for this application."""
        query = select(command_syncs.c.digest).where(command_syncs.c.application_id == application)
        return await self._connection.scalar(query)

    async def keep_synced_commands(self, application: int, digest: str) -> None:
        """Notes that Discord has these commands now."""
        row = insert(command_syncs).values(application_id=application, digest=digest)
        await self._connection.execute(
            row.on_conflict_do_update(index_elements=["application_id"], set_={"digest": digest})
        )
