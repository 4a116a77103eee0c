"""Approvals: what waits for a second editor."""

from datetime import datetime

from sqlalchemy import ColumnElement, RowMapping, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.approval import Request, Wish
from bot.domain.release import Author
from bot.store.number import askable
from bot.store.tables import approvals, briefings, issues


class Approvals:
    """Rows of `approvals`; one is there as long as it waits."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, wish: Wish, asker: Author, now: datetime) -> int:
        """Keeps what somebody asks for; gives its id."""
        row = insert(approvals).values(
            issue_id=wish.issue,
            asked_by=asker.id,
            asked_name=asker.name,
            asked_at=now,
            what=wish.model_dump_json(exclude_defaults=True),
        )
        return int((await self._connection.execute(row.returning(approvals.c.id))).scalar_one())

    async def get(self, key: int) -> Request | None:
        """The one with that id."""
        found = await self._many(approvals.c.id == askable(key))
        return found[0] if found else None

    async def of_issue(self, issue: int) -> list[Request]:
        """Those about an issue, in the order in which they were made."""
        return await self._many(approvals.c.issue_id == issue)

    async def at_desk(self, server: int) -> dict[int, list[Request]]:
        """All of a newsroom, by issue."""
        mine = (
            select(issues.c.id)
            .join(briefings, briefings.c.id == issues.c.briefing_id)
            .where(briefings.c.server_id == server)
        )
        found: dict[int, list[Request]] = {}
        for each in await self._many(approvals.c.issue_id.in_(mine)):
            found.setdefault(each.wish.issue, []).append(each)
        return found

    async def keep_post(self, key: int, channel: int, message: int) -> None:
        """Notes the message that tells of it."""
        row = update(approvals).where(approvals.c.id == key)
        await self._connection.execute(row.values(channel_id=channel, message_id=message))

    async def drop(self, key: int) -> bool:
        """It waits no more; False if it did not wait."""
        row = delete(approvals).where(approvals.c.id == askable(key))
        return bool((await self._connection.execute(row)).rowcount)

    async def _many(self, condition: ColumnElement[bool]) -> list[Request]:
        query = select(approvals).where(condition).order_by(approvals.c.id)
        return [_request(row) for row in (await self._connection.execute(query)).mappings()]


def _request(row: RowMapping) -> Request:
    post = (row["channel_id"], row["message_id"])
    return Request(
        id=row["id"],
        wish=Wish.model_validate_json(row["what"]),
        asker=Author(name=row["asked_name"], id=row["asked_by"]),
        asked_at=row["asked_at"],
        post=None if None in post else post,
    )
