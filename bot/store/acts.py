"""Acts: which interactions have been acted upon, so that a doubled one acts once."""

from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.errors import Refused
from bot.store.delivery_tables import acts

_KEPT = timedelta(days=2)
"""Discord sends an interaction again after a broken connection: within minutes."""


class Acts:
    """Rows of `acts`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def once(self, interaction: int | None, now: datetime) -> None:
        """Notes an interaction with what it does; raises Refused if it is noted already.

        None is somebody who does not come from Discord.
        """
        if interaction is None:
            return
        await self._connection.execute(delete(acts).where(acts.c.done_at < now - _KEPT))
        row = insert(acts).values(id=interaction, done_at=now).on_conflict_do_nothing()
        if not (await self._connection.execute(row)).rowcount:
            raise Refused("This is done already; look at the answer before.")
