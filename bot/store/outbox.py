"""The outbox: what is to be done at Discord, what is being done, and what became of it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import (
    RowMapping,
    exists,
    select,
    update,
)
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.delivery import Act, Copy, Delivery, DeliveryState
from bot.domain.release import ReleaseKind
from bot.domain.tenure import Tenure
from bot.store.copies import FIELDS, copy_in
from bot.store.delivery_tables import (
    copies,
    deliveries,
    installation,
)
from bot.store.outbox_statements import (
    BEFORE,
    CLAIM,
    CLAIMED,
    CLOSE,
    EXPIRE,
    FINISH,
    OUTLOOK,
    RECOVER,
    SETTLE,
    SHOW,
    STOPPED,
    UNSENT,
)
from bot.store.restored import mark_brought_in
from bot.store.subscriptions import subscription_of


@dataclass(frozen=True)
class Settled:
    """What a claimed delivery becomes."""

    id: int
    state: DeliveryState
    now: datetime
    attempts: int
    due_at: datetime | None = None
    reason: str = ""
    unsure_since: datetime | None = None
    act: Act = Act.SEND


class Outlook(NamedTuple):
    """Whether a window has closed, whether anything waits for its turn, and what comes next.

    A release that has nothing left to do waits too: to be finished.
    """

    opens: bool
    waits: bool
    next: datetime | None


class Outbox:
    """Rows of `deliveries`, as the courier works through them."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def claim(self, tenure: Tenure, now: datetime, limit: int) -> list[Delivery]:
        """Takes what is due, at most one act in a channel at a time, in the order of releases.

        Nothing for a process that does not hold the lease any more.
        """
        asked = {"now": now, "limit": limit, "lease": tenure.lease, "holder": tenure.holder}
        asked |= {"soon": now + _PUT_OFF}
        keys = list(await self._connection.scalars(CLAIM, asked))
        if not keys:
            return []
        rows = await self._connection.execute(CLAIMED, {"keys": keys})
        return [_delivery(row) for row in rows.mappings()]

    async def settle(self, settled: Iterable[Settled]) -> None:
        """Records what became of claimed deliveries."""
        rows = [
            {
                "key": each.id,
                "tries": each.attempts,
                "as_act": each.act,
                "as_state": each.state,
                "as_due": each.due_at or each.now,
                "as_reason": each.reason,
                "as_unsure": each.unsure_since,
                "at": None if each.state in UNSENT else each.now,
            }
            for each in settled
        ]
        if rows:
            await self._connection.execute(SETTLE, rows)

    async def posted(self, made: Sequence[Copy]) -> None:
        """Keeps new messages; one that is kept already, as it is."""
        rows = [_row(copy) for copy in made]
        if rows:
            await self._connection.execute(insert(copies).on_conflict_do_nothing(), rows)

    async def shown(self, revisions: Iterable[tuple[int, int]]) -> None:
        """Notes that these copies show these revisions now."""
        rows = [{"key": key, "shows": revision} for key, revision in revisions]
        if rows:
            await self._connection.execute(SHOW, rows)

    async def lost(self, keys: Sequence[int]) -> None:
        """Notes that these copies are not there any more."""
        if keys:
            gone = update(copies).where(copies.c.id.in_(keys))
            await self._connection.execute(gone.values(gone=True, showing=None))

    async def closed(self, posts: Sequence[tuple[int, int]]) -> None:
        """Notes that the copies in these posts cannot be reached; each of a subscription."""
        rows = [{"of": subscription, "post": post} for subscription, post in posts]
        if rows:
            await self._connection.execute(CLOSE, rows)

    async def recover(self, now: datetime, but: Collection[int] = ()) -> int:
        """Takes back what a process that is gone was doing; gives how many there were.

        Nobody knows whether these came through: they may have been stored since they were begun.
        Those in `but` are being done by this one.
        """
        found = await self._connection.execute(RECOVER, {"now": now, "but": list(but)})
        return found.rowcount

    async def expire(self, now: datetime) -> set[int]:
        """Gives up what is not worth sending any more, which a person may still send.

        Gives the releases that are concerned.
        """
        return {*await self._connection.scalars(EXPIRE, {"now": now})}

    async def outlook(self, now: datetime) -> Outlook:
        """What is due now, and when the next thing will be."""
        row = (await self._connection.execute(OUTLOOK, {"now": now})).one()
        return Outlook(*row)

    async def end_stopped(self, now: datetime) -> None:
        """Ends what releases still ask for that were stopped meanwhile."""
        over = {"state": DeliveryState.FAILED, "reason": "the release was stopped", "ended_at": now}
        mine = (deliveries.c.release_id.in_(STOPPED), deliveries.c.state.in_(UNSENT))
        await self._connection.execute(update(deliveries).where(*mine).values(**over))

    async def spare(self, keys: Sequence[int], now: datetime) -> None:
        """Skips those of these answers whose channel gets a note of the same release."""
        noted = exists().where(
            BEFORE.c.release_id == deliveries.c.release_id,
            BEFORE.c.subscription_id == deliveries.c.subscription_id,
            BEFORE.c.act == Act.SEND,
        )
        over = {"state": DeliveryState.SKIPPED, "reason": "a note says it", "ended_at": now}
        mine = (deliveries.c.id.in_(keys), noted)
        await self._connection.execute(update(deliveries).where(*mine).values(**over))

    async def fail(self, key: int, reason: str, now: datetime) -> None:
        """Gives one up that waits for nobody any more."""
        over = {"state": DeliveryState.FAILED, "reason": reason, "ended_at": now}
        mine = (deliveries.c.id == key, deliveries.c.state.in_(UNSENT))
        await self._connection.execute(update(deliveries).where(*mine).values(**over))

    async def stop(self, release: int, reason: str, now: datetime) -> None:
        """Ends what a release still asks for."""
        over = {"state": DeliveryState.FAILED, "reason": reason, "ended_at": now}
        mine = (deliveries.c.release_id == release, deliveries.c.state.in_(UNSENT))
        await self._connection.execute(update(deliveries).where(*mine).values(**over))

    async def finish(self) -> list[int]:
        """Marks as done the releases that have nothing left to do; gives their ids."""
        return list(await self._connection.scalars(FINISH))

    async def settle_in(self, now: datetime) -> None:
        """Sees to what an archive could not know of, once after it was brought in."""
        if not await self.salt():
            await mark_brought_in(self._connection, now)

    async def salt(self) -> str:
        """What tells this database's messages from those of another one with the same bot."""
        return str(await self._connection.scalar(select(installation.c.salt)))


_PUT_OFF = timedelta(minutes=1)


def _row(copy: Copy) -> dict[str, Any]:
    return {column: getattr(copy, name) for name, column in FIELDS if name != "id"}


def _delivery(row: RowMapping) -> Delivery:
    named = {name: row[name] for name in ("act", "attempts", "sending_at", "unsure_since")}
    return Delivery(
        id=row["delivery_id"],
        release=row["release_id"],
        kind=ReleaseKind(row["release_kind"]),
        issue=row["issue_id"],
        issue_state=row["issue_state"],
        revision=row["issue_revision"],
        channel=row["delivery_channel"],
        subscription=subscription_of(row) if row["subscription_id"] else None,
        post=row["post"],
        copy_of=copy_in(row, "copy_") if row["copy_id"] else None,
        copy_gone=bool(row["copy_gone"]),
        newsroom=row["newsroom"],
        public=row["briefing_public"],
        expires_at=None if row["asked"] else row["expires_at"],
        last=row["reason"],
        **named,
    )
