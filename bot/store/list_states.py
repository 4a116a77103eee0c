"""States of lists: what a button means when that is too long for it."""

from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.tables import list_states
from bot.store.text import storable

KEPT = timedelta(days=90)
"""How long a button is understood after it was last made."""


class ListStates:
    """Rows of `list_states`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def keep(self, text: str, now: datetime) -> int:
        """The key of this text, the same as before if it is still kept; forgets what is too old."""
        old = list_states.c.kept_at < now - KEPT
        await self._connection.execute(delete(list_states).where(old))
        row = insert(list_states).values(text=storable(text), kept_at=now)
        kept = row.on_conflict_do_update(index_elements=["text"], set_={"kept_at": now})
        return int((await self._connection.execute(kept.returning(list_states.c.id))).scalar_one())

    async def recall(self, key: int) -> str | None:
        """The text of that key, None if it is kept no longer."""
        query = select(list_states.c.text).where(list_states.c.id == key)
        return await self._connection.scalar(query)
