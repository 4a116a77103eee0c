"""The fan-out: one row in the outbox for each message that a release asks for."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    case,
    delete,
    exists,
    func,
    literal,
    or_,
    select,
    update,
)
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.delivery import Act, CopyKind, DeliveryState
from bot.domain.subscription import Standing, Subscription
from bot.store.copies import SHARED_KEPT
from bot.store.copy_acts import CROSSPOSTS, LATE_EDITS, edits
from bot.store.delivery_tables import (
    copies,
    deliveries,
    releases,
    subscription_countries,
    subscriptions,
)
from bot.store.subscriptions import REASON_BY_STANDING, STATE_BY_STANDING
from bot.store.tables import briefings, issues

_SENT_TO = (
    "release_id",
    "act",
    "subscription_id",
    "channel_id",
    "state",
    "due_at",
    "reason",
    "ended_at",
)
_MOMENT = deliveries.c.due_at.type


class FanOut:
    """Puts rows into `deliveries`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def to_subscribers(
        self,
        release: int,
        briefing: int,
        countries: Sequence[str],
        due: datetime,
        now: datetime,
    ) -> None:
        """A message for each channel that wants any of these countries; again adds nothing.

        Those that cannot be reached now wait for it, those that somebody paused are skipped.
        """
        wanted = (*_readers(briefing), _wants(countries))
        await self._send(release, wanted, due, now)

    async def count(self, briefing: int, countries: Sequence[str]) -> int:
        """How many channels would get it now."""
        working = subscriptions.c.standing == Standing.WORKING
        query = select(func.count()).select_from(subscriptions)
        query = query.join(briefings, briefings.c.id == subscriptions.c.briefing_id)
        return int(
            await self._connection.scalar(
                query.where(*_readers(briefing), _wants(countries), working)
            )
            or 0
        )

    async def to_copies(self, release: int, issue: int, revision: int, now: datetime) -> None:
        """An edit of each message that shows the issue as it was before.

        An edit for an earlier change that has not been made yet would show the same.
        """
        earlier = (deliveries.c.act == Act.EDIT, _of_issue(issue, release))
        await self._call_off(earlier, "a later change overtook it", now)
        shows = or_(
            copies.c.kind.in_((CopyKind.ALERT, CopyKind.UPDATE)),
            (copies.c.kind == CopyKind.SHARED) & (copies.c.posted_at >= now - SHARED_KEPT),
        )
        open_ = or_(subscriptions.c.id.is_(None), subscriptions.c.standing != Standing.CLOSED)
        behind = (copies.c.issue_id == issue, copies.c.revision < revision, shows, open_)
        await self._edit(literal(release), behind, now)

    async def to_every_copy(self, release: int, issue: int, now: datetime) -> None:
        """An edit of each message about the issue, notes too; what was not sent yet, is not.

        What may have been sent is tried again, so that its message is known and edited too.
        """
        posts = deliveries.c.act.in_((Act.SEND, Act.REPLY))
        known = or_(~posts, deliveries.c.unsure_since.is_(None))
        mine = (_of_issue(issue, release), known)
        await self._call_off(mine, "the issue was withdrawn", now)
        recent = or_(copies.c.kind != CopyKind.SHARED, copies.c.posted_at >= now - SHARED_KEPT)
        await self._edit(literal(release), (copies.c.issue_id == issue, recent), now)

    async def of_late_copies(self, messages: Sequence[int], now: datetime) -> None:
        """An edit of those of these new messages that their issue has changed behind.

        They were on their way when it changed, so its own fan-out did not find them.
        """
        await self._connection.execute(LATE_EDITS, {"messages": messages, "now": now})

    async def notes(
        self, release: int, issue: int, countries: Sequence[str] | None, now: datetime
    ) -> None:
        """A note for each channel that has been told of the issue, and wants what has changed."""
        told = exists().where(
            copies.c.subscription_id == subscriptions.c.id,
            copies.c.issue_id == issue,
            copies.c.gone.is_(False),
        )
        briefing = select(issues.c.briefing_id).where(issues.c.id == issue).scalar_subquery()
        wants = () if countries is None else (_wants(countries),)
        await self._send(release, (*_readers(briefing), told, *wants), now, now)

    async def crossposts(self, messages: Sequence[int], now: datetime) -> None:
        """Publishes those of these new messages that stand in an announcement channel.

        Only what is public is passed on to servers that follow the channel.
        """
        await self._connection.execute(CROSSPOSTS, {"messages": messages, "now": now})

    async def ask_for(self, release: int, subscription: Subscription, now: datetime) -> bool:
        """A message that a person asks for, sent before or not; False if it is on its way.

        A new row, because Discord and the bot know the message of the old one by its id.
        """
        mine = (
            deliveries.c.release_id == release,
            deliveries.c.subscription_id == subscription.id,
            deliveries.c.act == Act.SEND,
        )
        over = deliveries.c.state.not_in((DeliveryState.WAITING, DeliveryState.SENDING))
        await self._connection.execute(delete(deliveries).where(*mine, over))
        row = insert(deliveries).values(
            release_id=release,
            act=Act.SEND,
            subscription_id=subscription.id,
            channel_id=subscription.place.channel,
            state=DeliveryState.WAITING,
            due_at=now,
            asked=True,
        )
        return bool((await self._connection.execute(row.on_conflict_do_nothing())).rowcount)

    async def retry(self, release: int, states: Sequence[DeliveryState], now: datetime) -> int:
        """Tries again what a person asks to try again; gives how many there are.

        Not for a subscription that has ended or paused, or may not read the briefing any more;
        one that is out of reach waits for it. What failed may have come through in an earlier
        attempt; what is uncertain is sent anew.
        """
        uncertain = deliveries.c.state == DeliveryState.UNCERTAIN
        unsure = case((uncertain, None), else_=deliveries.c.unsure_since)
        own = subscriptions.c.id == deliveries.c.subscription_id
        state = select(STATE_BY_STANDING).where(own).scalar_subquery()
        # What is out already is corrected all the same.
        edits = deliveries.c.act.in_((Act.EDIT, Act.REPLY))
        new = case((state == DeliveryState.HELD, DeliveryState.HELD), else_=DeliveryState.WAITING)
        served = or_(edits, state != DeliveryState.SKIPPED)
        again = {"due_at": now, "asked": True, "attempts": 0, "reason": "", "ended_at": None}
        mine = (deliveries.c.release_id == release, deliveries.c.state.in_(states), served)
        changed = update(deliveries).where(*mine)
        changed = changed.values(**again, state=new, unsure_since=unsure)
        return (await self._connection.execute(changed)).rowcount

    async def hold_back(self, keys: Sequence[int], now: datetime) -> None:
        """Lets these wait whose subscription paused while they were tried."""
        if not keys:
            return
        paused = select(subscriptions.c.id).where(subscriptions.c.standing != Standing.WORKING)
        mine = (deliveries.c.id.in_(keys), deliveries.c.subscription_id.in_(paused))
        own = subscriptions.c.id == deliveries.c.subscription_id
        state = select(STATE_BY_STANDING).where(own).scalar_subquery()
        reason = select(REASON_BY_STANDING).where(own).scalar_subquery()
        skipped = state == DeliveryState.SKIPPED
        held = update(deliveries).where(*mine, deliveries.c.act == Act.SEND)
        changed = held.values(
            state=state,
            reason=func.iif(skipped, reason, deliveries.c.reason),
            ended_at=func.iif(skipped, literal(now, type_=_MOMENT), None),
        )
        await self._connection.execute(changed)

    async def _send(
        self, release: int, wanted: Sequence[ColumnElement[bool]], due: datetime, now: datetime
    ) -> None:
        skipped = STATE_BY_STANDING == DeliveryState.SKIPPED
        found = (
            select(
                literal(release),
                literal(Act.SEND),
                subscriptions.c.id,
                subscriptions.c.channel_id,
                STATE_BY_STANDING,
                literal(due, type_=_MOMENT),
                REASON_BY_STANDING,
                func.iif(skipped, literal(now, type_=_MOMENT), None),
            )
            .select_from(subscriptions)
            .join(briefings, briefings.c.id == subscriptions.c.briefing_id)
            .where(*wanted)
            .order_by(subscriptions.c.id)
        )
        row = insert(deliveries).from_select(_SENT_TO, found)
        await self._connection.execute(row.on_conflict_do_nothing())

    async def _edit(
        self, release: Any, wanted: Sequence[ColumnElement[bool]], now: datetime
    ) -> None:
        await self._connection.execute(edits(release, wanted), {"now": now})

    async def _call_off(
        self, which: Sequence[ColumnElement[bool]], reason: str, now: datetime
    ) -> None:
        waiting = deliveries.c.state.in_((DeliveryState.WAITING, DeliveryState.HELD))
        over = {"state": DeliveryState.SKIPPED, "reason": reason, "ended_at": now}
        await self._connection.execute(update(deliveries).where(waiting, *which).values(**over))


def _of_issue(issue: int, release: int) -> ColumnElement[bool]:
    """The deliveries of an issue's other releases."""
    others = select(releases.c.id).where(releases.c.issue_id == issue, releases.c.id != release)
    return deliveries.c.release_id.in_(others)


def _readers(briefing: Any) -> tuple[ColumnElement[bool], ...]:
    """The subscriptions to a briefing of those who may read it."""
    own = subscriptions.c.server_id == briefings.c.server_id
    return (
        subscriptions.c.briefing_id == briefing,
        subscriptions.c.standing != Standing.ENDED,
        or_(briefings.c.public, own),
    )


def _wants(countries: Sequence[str]) -> ColumnElement[bool]:
    """Whether a subscription wants any of these countries; one without countries wants all."""
    own = subscription_countries.c.subscription_id == subscriptions.c.id
    named = exists().where(own, subscription_countries.c.country.in_(countries))
    return or_(~exists().where(own), named)
