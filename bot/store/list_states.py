"""States of lists: what a button means when that is too long for it."""

from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.columns import UtcMoment
from bot.store.number import askable
from bot.store.tables import list_states
from bot.store.text import storable

KEPT = timedelta(days=90)
"""How long a button is understood after its text was last kept."""

FRESH = timedelta(days=1)
"""How long a text that was kept is not written again."""


class ListStates:
    """Rows of `list_states`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def fresh(self, text: str, now: datetime) -> int | None:
        """The key of a text that was kept within a day, None if it has to be kept."""
        asked = {"text": storable(text), "since": now - FRESH}
        return await self._connection.scalar(_FRESH, asked)

    async def keep(self, text: str, now: datetime) -> int:
        """The key of this text, the same as before if it is still kept; forgets what is too old."""
        await self.forget(now)
        asked = {"text": storable(text), "kept_at": now}
        return int((await self._connection.execute(_KEEP, asked)).scalar_one())

    async def recall(self, key: int, now: datetime) -> str | None:
        """The text of that key, None if it is kept no longer."""
        asked = {"key": askable(key), "since": now - KEPT}
        return await self._connection.scalar(_RECALL, asked)

    async def outdated(self, now: datetime) -> bool:
        """Whether there is anything to forget."""
        return bool(await self._connection.scalar(_OUTDATED, {"before": now - KEPT}))

    async def forget(self, now: datetime) -> None:
        """Forgets what was last kept more than 90 days ago."""
        await self._connection.execute(_FORGET, {"before": now - KEPT})


# Built once: to build a statement takes longer than to answer it.
_SINCE = list_states.c.kept_at >= bindparam("since", type_=UtcMoment)
_BEFORE = list_states.c.kept_at < bindparam("before", type_=UtcMoment)
_RECALL = select(list_states.c.text).where(list_states.c.id == bindparam("key"), _SINCE)
_FRESH = select(list_states.c.id).where(list_states.c.text == bindparam("text"), _SINCE)
_OUTDATED = select(list_states.c.id).where(_BEFORE).limit(1)
_FORGET = delete(list_states).where(_BEFORE)
_ROW = insert(list_states)
_KEEP = _ROW.on_conflict_do_update(
    index_elements=["text"], set_={"kept_at": _ROW.excluded.kept_at}
).returning(list_states.c.id)
