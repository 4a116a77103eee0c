"""Mentions: the ids that stand in texts which buttons keep, where no column knows of them."""

import re
from collections.abc import Collection

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.tables import list_states

# Discord's ids are long; a short number is something else.
_ID = re.compile(r"(?<![0-9])[0-9]{15,20}(?![0-9])")

Counts = dict[str, int]
"""How many rows of which table."""


class Mentions:
    """Rows of `list_states` that name somebody or something of Discord's."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def count(self, ids: Collection[int]) -> Counts:
        """How many name one of these ids."""
        return {list_states.name: len(await self._naming(ids))}

    async def forget(self, ids: Collection[int]) -> None:
        """Lets go of them; their buttons say that they are too old."""
        for key in await self._naming(ids):
            await self._connection.execute(delete(list_states).where(list_states.c.id == key))

    async def _naming(self, ids: Collection[int]) -> list[int]:
        wanted = {str(each) for each in ids}
        rows = await self._connection.execute(select(list_states.c.id, list_states.c.text))
        return [row.id for row in rows if not wanted.isdisjoint(_ID.findall(row.text))]
