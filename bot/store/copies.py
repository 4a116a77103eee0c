"""Copies: the messages of ours that show an issue."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import RowMapping, or_, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.delivery import Copy, CopyKind
from bot.store.delivery_tables import copies

SHARED_KEPT = timedelta(days=90)
"""How long an answer that somebody shared is corrected."""

_NAMED = {
    "issue": "issue_id",
    "release": "release_id",
    "subscription": "subscription_id",
    "server": "server_id",
    "channel": "channel_id",
    "message": "message_id",
}
FIELDS = tuple((name, _NAMED.get(name, name)) for name in Copy.model_fields)
"""The names of a copy's fields, each with its column."""


def copy_in(row: RowMapping, prefix: str = "") -> Copy:
    """The record in a row that has these columns, so prefixed."""
    return Copy.model_validate({name: row[f"{prefix}{column}"] for name, column in FIELDS})


class Copies:
    """Rows of `copies`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def get(self, key: int) -> Copy | None:
        """The copy with that id."""
        rows = await self._connection.execute(select(copies).where(copies.c.id == key))
        row = rows.mappings().first()
        return copy_in(row) if row else None

    async def of_issue(self, issue: int) -> list[Copy]:
        """The messages that show an issue and are still there, oldest first."""
        mine = (copies.c.issue_id == issue, copies.c.gone.is_(False))
        rows = await self._connection.execute(select(copies).where(*mine).order_by(copies.c.id))
        return [copy_in(row) for row in rows.mappings()]

    async def issues_in(self, message: int) -> list[int]:
        """The issues that a message shows."""
        mine = (copies.c.message_id == message, copies.c.gone.is_(False))
        query = select(copies.c.issue_id).where(*mine).order_by(copies.c.id)
        return list(await self._connection.scalars(query))

    async def share(self, shown: dict[str, Any], issues: list[tuple[int, int]]) -> None:
        """Keeps an answer that everybody sees: what it shows, and of which issues and revisions.

        A message that showed something else before, now shows only this.
        """
        before = update(copies).where(copies.c.message_id == shown["message_id"])
        await self._connection.execute(before.values(gone=True, showing=None))
        row = insert(copies)
        again = {name: row.excluded[name] for name in ("revision", "showing", "posted_at", "gone")}
        kept = row.on_conflict_do_update(index_elements=["message_id", "issue_id"], set_=again)
        rows = [
            shown
            | {"issue_id": issue, "revision": revision, "kind": CopyKind.SHARED, "gone": False}
            for issue, revision in issues
        ]
        if rows:
            await self._connection.execute(kept, rows)

    async def forget(self, now: datetime) -> None:
        """Lets go of shared answers that are too old to be corrected, and of who shared them."""
        kept = or_(copies.c.gone.is_(False), copies.c.showing.is_not(None))
        old = (copies.c.kind == CopyKind.SHARED, copies.c.posted_at < now - SHARED_KEPT, kept)
        await self._connection.execute(update(copies).where(*old).values(gone=True, showing=None))
