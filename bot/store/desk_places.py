"""Places at the desk: the screen that each editor has looked at last."""

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.tables import desk_places


class DeskPlaces:
    """Rows of `desk_places`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def keep(self, editor: int, server: int, issue: int, screen: str) -> None:
        """Notes where an editor is in a newsroom; where they were before is forgotten."""
        where = {"issue_id": issue, "screen": screen}
        row = insert(desk_places).values(editor_id=editor, server_id=server, **where)
        kept = row.on_conflict_do_update(index_elements=["editor_id", "server_id"], set_=where)
        await self._connection.execute(kept)

    async def of(self, editor: int, server: int) -> str | None:
        """The screen, as `keep` was given it."""
        mine = (desk_places.c.editor_id == editor, desk_places.c.server_id == server)
        return await self._connection.scalar(select(desk_places.c.screen).where(*mine))
