"""The ledger: what the courier claims and records, one transaction a round."""

from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import structlog

from bot.delivery.opening import Opening
from bot.domain.delivery import Act, Copy, CopyKind, Delivery, DeliveryState
from bot.domain.issue import State
from bot.domain.outcome import (
    Again,
    Decision,
    Done,
    Doubt,
    Elsewhere,
    Fail,
    Instead,
    Late,
    Pause,
    Skip,
    StopAll,
    StopRelease,
)
from bot.domain.release import ReleaseKind, ReleaseState
from bot.domain.subscription import HELD, Standing
from bot.domain.tenure import Tenure
from bot.domain.terms import Terms
from bot.errors import Unavailable
from bot.store.outbox import Outlook, Settled
from bot.store.store import Store, Transaction

Report = Callable[[BaseException], Awaitable[None]]

_log = structlog.stdlib.get_logger("sitrep.ledger")


@dataclass(frozen=True)
class Ended:
    """An attempt that has ended, and the revision that its message shows.

    `maybe` says that it may have come through all the same.
    """

    delivery: Delivery
    decision: Decision
    revision: int
    maybe: bool = False


@dataclass
class News:
    """What happened in a round that somebody should hear of: ids of releases and subscriptions."""

    opened: int = 0
    finished: list[int] = field(default_factory=list[int])
    stopped: dict[int, str] = field(default_factory=dict[int, str])
    paused: dict[int, str] = field(default_factory=dict[int, str])

    def __bool__(self) -> bool:
        return bool(self.opened or self.finished or self.stopped or self.paused)


class Ledger:
    """The outbox, for the process that holds the lease."""

    def __init__(self, store: Store, terms: Terms, tenure: Tenure, report: Report) -> None:
        self._store = store
        self._terms = terms
        self._tenure = tenure
        self._report = report

    async def begin(self, now: datetime, but: Collection[int] = ()) -> tuple[str, int]:
        """The salt of this database, and how many deliveries were left in doubt.

        Those in `but` are in flight.
        """
        async with self._store.write() as store:
            recovered = await store.outbox.recover(now, but)
            await store.outbox.end_stopped(now)
            return await store.outbox.salt(), recovered

    async def outlook(self, now: datetime) -> Outlook:
        """What is due now, and when the next thing will be."""
        async with self._store.read() as store:
            return await store.outbox.outlook(now)

    async def sweep(self, now: datetime) -> None:
        """Gives up what is not worth sending any more, and forgets what is too old."""
        async with self._store.write() as store:
            await store.outbox.expire(now)
            await store.outbox.end_stopped(now)
            await store.copies.forget(now)

    async def open_due(self, now: datetime, news: News) -> None:
        """Opens what is due, each by itself: one that fails is stopped and keeps no other back."""
        async with self._store.read() as store:
            due = await store.releases.due(now)
        for release in due:
            try:
                news.opened += await self._open(release.id, now)
            except Unavailable:
                raise
            except Exception as error:  # noqa: BLE001  # otherwise it would be tried for ever
                await self._report(error)
                news.stopped[release.id] = "it could not be opened"
                async with self._store.write() as store:
                    await store.releases.set_state(release.id, ReleaseState.STOPPED)
                    if release.kind is ReleaseKind.PUBLICATION:
                        await store.issues.set_state(release.issue.id, State.DRAFT)

    async def _open(self, key: int, now: datetime) -> bool:
        """Opens a release, unless somebody has undone it or this process works no more."""
        async with self._store.write() as store:
            release = await store.releases.existing(key)
            mine = await store.leases.holds(self._tenure.lease, self._tenure.holder, now)
            if not (mine and release.can_be_undone):
                return False
            await Opening(store, release, self._terms, now).open()
            return True

    async def turn(
        self, ended: Sequence[Ended], room: int, now: datetime, news: News
    ) -> tuple[list[Delivery], Outlook]:
        """Records what has ended, and claims what there is room for; gives what comes next."""
        async with self._store.write() as store:
            await self._record(store, ended, news, now)
            claimed = await store.outbox.claim(self._tenure, now, room) if room else []
            if ended or not claimed:
                news.finished += await store.outbox.finish()
            return claimed, await store.outbox.outlook(now)

    async def _record(
        self, store: Transaction, ended: Sequence[Ended], news: News, now: datetime
    ) -> None:
        settled = [_settled(each, now) for each in ended]
        await store.outbox.settle(settled)
        again = [each.id for each in settled if each.state is DeliveryState.WAITING]
        if answers := [each.id for each in settled if each.act is Act.REPLY and each.id in again]:
            await store.outbox.spare(answers, now)
        if again:
            await store.outbox.end_stopped(now)
        await store.fan_out.hold_back(again, now)
        new = [copy for each in ended if (copy := _copy(each, now))]
        if new:
            await store.outbox.posted(new)
            messages = [copy.message for copy in new]
            await store.fan_out.of_late_copies(messages, now)
            if any(_is_announced(each.delivery) for each in ended):
                await store.fan_out.crossposts(messages, now)
        await store.outbox.shown(_shown(ended))
        await store.outbox.lost(_lost(ended))
        await store.outbox.closed(_closed(ended))
        for each in ended:
            await self._follow(store, each, news, now)

    async def _follow(self, store: Transaction, ended: Ended, news: News, now: datetime) -> None:
        delivery = ended.delivery
        match ended.decision:
            case Pause(standing=standing, reason=reason) if delivery.subscription:
                key = delivery.subscription.id
                found = await store.subscriptions.get(key)
                if found is None or found.standing not in (Standing.WORKING, *HELD):
                    # Somebody has ended or paused it meanwhile.
                    await store.outbox.fail(delivery.id, reason, now)
                    return
                await store.subscriptions.set_standing([key], standing, reason, now)
                news.paused[key] = reason
            case StopRelease(reason=reason):
                await store.outbox.stop(delivery.release, reason, now)
                await store.releases.set_state(delivery.release, ReleaseState.STOPPED)
                news.stopped[delivery.release] = reason
                _log.error("a release stops", release=delivery.release, reason=reason)
            case StopAll(reason=reason):
                _log.error("deliveries stop", reason=reason)
            case _:
                pass


def _settled(ended: Ended, now: datetime) -> Settled:
    delivery = ended.delivery
    same = Settled(
        id=delivery.id,
        act=delivery.act,
        state=DeliveryState.WAITING,
        now=now,
        attempts=delivery.attempts,
        unsure_since=delivery.unsure_since or (delivery.sending_at if ended.maybe else None),
        reason=getattr(ended.decision, "reason", ""),
    )
    match ended.decision:
        case Done():
            return replace(same, state=DeliveryState.SENT)
        case Again(seconds=seconds, unsure=unsure):
            since = same.unsure_since or (delivery.sending_at if unsure else None)
            return replace(same, due_at=now + timedelta(seconds=seconds), unsure_since=since)
        case Instead():
            return replace(same, act=Act.REPLY, unsure_since=None)
        case Pause() if delivery.subscription:
            return replace(same, state=DeliveryState.HELD)
        case Skip():
            return replace(same, state=DeliveryState.SKIPPED)
        case Late():
            return replace(same, state=DeliveryState.MISSED)
        case Doubt():
            return replace(same, state=DeliveryState.UNCERTAIN)
        case Pause() | Fail() | StopRelease():
            return replace(same, state=DeliveryState.FAILED)
        case Elsewhere() | StopAll():
            return same


_KINDS = {ReleaseKind.PUBLICATION: CopyKind.ALERT, ReleaseKind.UPDATE: CopyKind.UPDATE}


def _copy(ended: Ended, now: datetime) -> Copy | None:
    """The new message that an act has made."""
    delivery, decision = ended.delivery, ended.decision
    if not (isinstance(decision, Done) and decision.message and delivery.act.posts):
        return None
    answered = delivery.act is Act.REPLY
    return Copy(
        id=0,
        issue=delivery.issue,
        release=delivery.release,
        subscription=delivery.subscription.id if delivery.subscription else None,
        server=delivery.subscription.place.server if delivery.subscription else None,
        channel=decision.channel or delivery.channel,
        message=decision.message,
        kind=CopyKind.NOTE if answered else _KINDS.get(delivery.kind, CopyKind.NOTE),
        revision=ended.revision,
        posted_at=now,
    )


def _is_announced(delivery: Delivery) -> bool:
    return delivery.subscription is not None and delivery.subscription.announced


def _shown(ended: Sequence[Ended]) -> list[tuple[int, int]]:
    """Which messages have been edited, and what they show."""
    return [
        (each.delivery.copy_of.id, each.revision)
        for each in ended
        if each.delivery.copy_of
        and each.delivery.act is Act.EDIT
        and isinstance(each.decision, Done)
    ]


def _lost(ended: Sequence[Ended]) -> list[int]:
    """Which messages turned out to be gone."""
    return [
        each.delivery.copy_of.id
        for each in ended
        if each.delivery.copy_of
        and each.delivery.act is Act.EDIT
        and isinstance(each.decision, Skip)
        and not each.delivery.leaves_the_house
    ]


def _closed(ended: Sequence[Ended]) -> list[tuple[int, int]]:
    """Which posts in forums take no messages any more, and of which subscription they are."""
    return [
        (each.delivery.subscription.id, each.delivery.post)
        for each in ended
        if each.delivery.subscription
        and each.delivery.post
        and isinstance(each.decision, Elsewhere)
    ]
