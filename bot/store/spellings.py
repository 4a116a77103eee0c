"""Spellings: how a briefing writes the speakers that the importer finds."""

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.editing.quote_edits import Spoken
from bot.store.tables import spellings


class Spellings:
    """Rows of `spellings`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def keep(self, briefing: int, found: str, spoken: Spoken) -> None:
        """Remembers who is meant by a name from now on."""
        values = {"speaker": spoken.speaker or None, "role": spoken.role or None}
        values |= {"country": spoken.country}
        row = insert(spellings).values(briefing_id=briefing, found=found, **values)
        kept = row.on_conflict_do_update(index_elements=["briefing_id", "found"], set_=values)
        await self._connection.execute(kept)

    async def of(self, briefing: int) -> dict[str, Spoken]:
        """Who is meant by the names that were changed in a briefing."""
        query = select(spellings).where(spellings.c.briefing_id == briefing)
        rows = (await self._connection.execute(query)).mappings()
        return {
            row["found"]: Spoken(
                speaker=row["speaker"] or "", role=row["role"] or "", country=row["country"]
            )
            for row in rows
        }
