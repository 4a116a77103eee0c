"""The outbox: what is to be done at Discord, what is being done, and what became of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import (
    RowMapping,
    bindparam,
    exists,
    func,
    or_,
    select,
    text,
    union_all,
    update,
)
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.delivery import Act, Copy, Delivery, DeliveryState
from bot.domain.release import ReleaseKind, ReleaseState
from bot.domain.tenure import Tenure
from bot.store.briefings import OWNED
from bot.store.columns import UtcMoment
from bot.store.copies import FIELDS, copy_in
from bot.store.delivery_tables import (
    copies,
    deliveries,
    installation,
    leases,
    releases,
    subscriptions,
)
from bot.store.subscriptions import COLUMNS as SUBSCRIPTION
from bot.store.subscriptions import subscription_of
from bot.store.tables import briefings, issues


@dataclass(frozen=True)
class Settled:
    """What a claimed delivery becomes."""

    id: int
    state: DeliveryState
    now: datetime
    due_at: datetime | None = None
    reason: str = ""
    unsure_since: datetime | None = None
    act: Act = Act.SEND


class Outlook(NamedTuple):
    """Whether a window has closed, whether anything waits for its turn, and what comes next."""

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
        keys = list(await self._connection.scalars(_CLAIM, asked))
        if not keys:
            return []
        rows = await self._connection.execute(_CLAIMED, {"keys": keys})
        return [_delivery(row) for row in rows.mappings()]

    async def settle(self, settled: Iterable[Settled]) -> None:
        """Records what became of claimed deliveries."""
        rows = [
            {
                "key": each.id,
                "as_act": each.act,
                "as_state": each.state,
                "as_due": each.due_at or each.now,
                "as_reason": each.reason,
                "as_unsure": each.unsure_since,
                "at": None if each.state in _UNSENT else each.now,
            }
            for each in settled
        ]
        if rows:
            await self._connection.execute(_SETTLE, rows)

    async def posted(self, made: Sequence[Copy]) -> None:
        """Keeps new messages; one that is kept already, as it is."""
        rows = [_row(copy) for copy in made]
        if rows:
            await self._connection.execute(insert(copies).on_conflict_do_nothing(), rows)

    async def shown(self, revisions: Iterable[tuple[int, int]]) -> None:
        """Notes that these copies show these revisions now."""
        rows = [{"key": key, "shows": revision} for key, revision in revisions]
        if rows:
            await self._connection.execute(_SHOW, rows)

    async def lost(self, keys: Sequence[int]) -> None:
        """Notes that these copies are not there any more."""
        if keys:
            gone = update(copies).where(copies.c.id.in_(keys)).values(gone=True)
            await self._connection.execute(gone)

    async def recover(self, now: datetime) -> int:
        """Takes back what a process that is gone was doing; gives how many there were.

        Nobody knows whether these came through: they may have been stored since they were begun.
        """
        found = await self._connection.execute(_RECOVER, {"now": now})
        return found.rowcount

    async def expire(self, now: datetime) -> None:
        """Gives up what is not worth sending any more; a person may still send it."""
        await self._connection.execute(_EXPIRE, {"now": now})

    async def outlook(self, now: datetime) -> Outlook:
        """What is due now, and when the next thing will be."""
        row = (await self._connection.execute(_OUTLOOK, {"now": now})).one()
        return Outlook(*row)

    async def stop(self, release: int, reason: str, now: datetime) -> None:
        """Ends what a release still asks for."""
        over = {"state": DeliveryState.FAILED, "reason": reason, "ended_at": now}
        mine = (deliveries.c.release_id == release, deliveries.c.state.in_(_UNSENT))
        await self._connection.execute(update(deliveries).where(*mine).values(**over))

    async def finish(self) -> list[int]:
        """Marks as done the releases that have nothing left to do; gives their ids."""
        return list(await self._connection.scalars(_FINISH))

    async def salt(self) -> str:
        """What tells this database's messages from those of another one with the same bot."""
        return str(await self._connection.scalar(select(installation.c.salt)))


_UNSENT = (DeliveryState.WAITING, DeliveryState.HELD)


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
        copy_of=copy_in(row, "copy_") if row["copy_id"] else None,
        last=row["reason"],
        **named,
    )


# Built once: to build a statement takes longer than to answer it. The states stand in their
# conditions as text, because SQLite uses a partial index for its own condition only
# (https://sqlite.org/partialindex.html, 3).
_NOW = bindparam("now", type_=UtcMoment)
_due = deliveries.alias("due")
_before = deliveries.alias("before")
_held = exists().where(
    leases.c.name == bindparam("lease"),
    leases.c.holder == bindparam("holder"),
    leases.c.expires_at > _NOW,
)
_goes_out = exists().where(
    releases.c.id == _due.c.release_id,
    releases.c.state.in_((ReleaseState.OPEN, ReleaseState.DONE)),
    or_(releases.c.expires_at.is_(None), releases.c.expires_at > _NOW, _due.c.asked),
)
_in_the_way = exists().where(
    text("before.state IN ('waiting', 'sending')"),
    _before.c.channel_id == _due.c.channel_id,
    _before.c.id < _due.c.id,
    (_before.c.act == Act.CROSSPOST) == (_due.c.act == Act.CROSSPOST),
)
_chosen = (
    select(_due.c.id)
    .where(text("due.state = 'waiting'"), _due.c.due_at <= _NOW, _held, _goes_out, ~_in_the_way)
    .order_by(_due.c.due_at, _due.c.id)
    .limit(bindparam("limit"))
)
_CLAIM = (
    update(deliveries)
    .where(deliveries.c.id.in_(_chosen))
    .values(
        state=DeliveryState.SENDING,
        sending_at=_NOW,
        attempts=deliveries.c.attempts + 1,
    )
    .returning(deliveries.c.id)
)
_OWN = ("act", "attempts", "sending_at", "unsure_since", "reason")
_CLAIMED = (
    select(
        *(deliveries.c[name] for name in _OWN),
        deliveries.c.id.label("delivery_id"),
        deliveries.c.channel_id.label("delivery_channel"),
        deliveries.c.release_id,
        releases.c.kind.label("release_kind"),
        releases.c.issue_id,
        issues.c.state.label("issue_state"),
        issues.c.revision.label("issue_revision"),
        *(copies.c[column].label(f"copy_{column}") for _, column in FIELDS),
        *SUBSCRIPTION,
    )
    .select_from(
        deliveries.join(releases, releases.c.id == deliveries.c.release_id)
        .join(issues, issues.c.id == releases.c.issue_id)
        .join(OWNED, briefings.c.id == issues.c.briefing_id)
        .outerjoin(copies, copies.c.id == deliveries.c.copy_id)
        .outerjoin(subscriptions, subscriptions.c.id == deliveries.c.subscription_id)
    )
    .where(deliveries.c.id.in_(bindparam("keys", expanding=True)))
    .order_by(deliveries.c.due_at, deliveries.c.id)
)
_SETTLE = (
    update(deliveries)
    .where(deliveries.c.id == bindparam("key"), deliveries.c.state == DeliveryState.SENDING)
    .values(
        act=bindparam("as_act"),
        state=bindparam("as_state"),
        due_at=bindparam("as_due"),
        reason=bindparam("as_reason"),
        unsure_since=bindparam("as_unsure"),
        ended_at=bindparam("at"),
    )
)
_SHOW = update(copies).where(copies.c.id == bindparam("key")).values(revision=bindparam("shows"))
_RECOVER = (
    update(deliveries)
    .where(text("deliveries.state = 'sending'"))
    .values(
        state=DeliveryState.WAITING,
        due_at=_NOW,
        unsure_since=func.coalesce(deliveries.c.unsure_since, deliveries.c.sending_at),
    )
)
_expired = select(releases.c.id).where(
    releases.c.expires_at <= _NOW, releases.c.state.in_((ReleaseState.OPEN, ReleaseState.DONE))
)
_EXPIRE = (
    update(deliveries)
    .where(
        deliveries.c.release_id.in_(_expired),
        deliveries.c.state.in_(_UNSENT),
        deliveries.c.asked.is_(False),
    )
    .values(state=DeliveryState.MISSED, reason="it came too late", ended_at=_NOW)
)
_waits = text("due.state = 'waiting'")
_is_pending = releases.c.state == ReleaseState.PENDING
_soonest = union_all(
    select(func.min(_due.c.due_at).label("at")).where(_waits, _due.c.due_at > _NOW),
    select(func.min(releases.c.due_at).label("at")).where(_is_pending),
).subquery()
_OUTLOOK = select(
    exists().where(_is_pending, releases.c.due_at <= _NOW),
    exists().where(_waits, _due.c.due_at <= _NOW),
    select(func.min(_soonest.c.at, type_=UtcMoment)).scalar_subquery(),
)
_unfinished = exists().where(
    deliveries.c.release_id == releases.c.id,
    deliveries.c.state.in_((DeliveryState.WAITING, DeliveryState.SENDING)),
)
_FINISH = (
    update(releases)
    .where(releases.c.state == ReleaseState.OPEN, ~_unfinished)
    .values(state=ReleaseState.DONE)
    .returning(releases.c.id)
)
