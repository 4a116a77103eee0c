"""The ledger: what the courier claims and records, one transaction a round."""

from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import structlog

from bot.delivery.ended import Ended, closed, is_announced, lost, new_copy, settled, shown
from bot.delivery.opening import Opening
from bot.domain.delivery import Act, Delivery, DeliveryState
from bot.domain.issue import State
from bot.domain.outcome import (
    Doubt,
    Pause,
    StopAll,
    StopRelease,
)
from bot.domain.release import Missed, Release, ReleaseKind, ReleaseState
from bot.domain.subscription import HELD, Standing
from bot.domain.tenure import Tenure
from bot.domain.terms import Terms
from bot.errors import Unavailable
from bot.store.outbox import Outlook
from bot.store.store import Store, Transaction

Report = Callable[[BaseException], Awaitable[None]]

Blocks = Callable[[Transaction, Release, datetime], Awaitable[bool]]
"""Whether something keeps a scheduled release from going out."""


async def unblocked(store: Transaction, release: Release, now: datetime) -> bool:
    """Nothing does."""
    return False


_UNRECORDED = "what became of it could not be recorded"

_log = structlog.stdlib.get_logger("sitrep.ledger")


@dataclass
class News:
    """What happened in a round that somebody should hear of: ids of releases and subscriptions."""

    opened: int = 0
    finished: list[int] = field(default_factory=list[int])
    changed: set[int] = field(default_factory=set[int])
    stopped: dict[int, str] = field(default_factory=dict[int, str])
    paused: dict[int, str] = field(default_factory=dict[int, str])
    blocked: list[int] = field(default_factory=list[int])
    missed: list[int] = field(default_factory=list[int])

    def __bool__(self) -> bool:
        told = self.finished or self.changed or self.stopped or self.paused
        return bool(self.opened or told or self.blocked or self.missed)


class Ledger:
    """The outbox, for the process that holds the lease."""

    def __init__(
        self, store: Store, terms: Terms, tenure: Tenure, report: Report, blocks: Blocks = unblocked
    ) -> None:
        self._store = store
        self._blocks = blocks
        self._terms = terms
        self._tenure = tenure
        self._report = report

    async def begin(self, now: datetime, but: Collection[int] = ()) -> tuple[str, int]:
        """The salt of this database, and how many deliveries were left in doubt.

        Those in `but` are in flight.
        """
        async with self._store.write() as store:
            await store.outbox.settle_in(now)
            recovered = await store.outbox.recover(now, but)
            await store.outbox.end_stopped(now)
            return await store.outbox.salt(), recovered

    async def outlook(self, now: datetime) -> Outlook:
        """What is due now, and when the next thing will be."""
        async with self._store.read() as store:
            return await store.outbox.outlook(now)

    async def sweep(self, now: datetime, news: News) -> None:
        """Gives up what is not worth sending any more, and forgets what is too old."""
        async with self._store.write() as store:
            missed = await store.outbox.expire(now)
            news.changed |= {*await store.receipts.told(missed)}
            await store.outbox.end_stopped(now)
            await store.copies.forget(now)
            await self._warn(store, now, news)

    async def _warn(self, store: Transaction, now: datetime, news: News) -> None:
        """Finds scheduled releases that something blocks while there is time to mend it."""
        for release in await store.releases.unwarned(now, now + self._terms.warning):
            if await self._blocks(store, release, now):
                await store.releases.set_state(release.id, release.state, warned_at=now)
                news.blocked.append(release.id)

    async def open_due(self, now: datetime, news: News) -> None:
        """Opens what is due, each by itself: one that fails is stopped and keeps no other back."""
        async with self._store.read() as store:
            due = await store.releases.due(now)
        for release in due:
            try:
                news.opened += await self._open(release.id, now, news)
            except Unavailable:
                raise
            except Exception as error:  # noqa: BLE001  # otherwise it would be tried for ever
                await self._report(error)
                news.stopped[release.id] = "it could not be opened"
                async with self._store.write() as store:
                    await store.releases.set_state(release.id, ReleaseState.STOPPED)
                    if release.kind is ReleaseKind.PUBLICATION:
                        await store.issues.set_state(release.issue.id, State.DRAFT)

    async def _open(self, key: int, now: datetime, news: News) -> bool:
        """Opens a release, unless somebody has undone it or this process works no more.

        A scheduled one that comes too late, or that something blocks, is a draft again.
        """
        async with self._store.write() as store:
            release = await store.releases.existing(key)
            mine = await store.leases.holds(self._tenure.lease, self._tenure.holder, now)
            if not (mine and release.can_be_undone):
                return False
            if missed := await self._missed(store, release, now):
                undone = {"change": None, "missed": missed}
                await store.releases.set_state(key, ReleaseState.UNDONE, **undone)
                await store.issues.set_state(release.issue.id, State.DRAFT)
                news.missed.append(key)
                return False
            await Opening(store, release, self._terms, now).open()
            return True

    async def _missed(self, store: Transaction, release: Release, now: datetime) -> Missed | None:
        if not release.scheduled:
            return None
        if now - release.due_at > self._terms.grace:
            return Missed.LATE
        return Missed.BLOCKED if await self._blocks(store, release, now) else None

    async def turn(
        self, ended: Sequence[Ended], room: int, now: datetime, news: News
    ) -> tuple[list[Delivery], Outlook]:
        """Records what has ended, and claims what there is room for; gives what comes next.

        An outcome that the database refuses keeps no other back.
        """
        try:
            return await self._turn(ended, room, now, news)
        except Unavailable:
            raise
        except Exception:
            if not ended:
                raise
        for each in ended:
            await self._record_alone(each, now, news)
        return await self._turn((), room, now, news)

    async def _turn(
        self, ended: Sequence[Ended], room: int, now: datetime, news: News
    ) -> tuple[list[Delivery], Outlook]:
        async with self._store.write() as store:
            await self._record(store, ended, news, now)
            claimed = await store.outbox.claim(self._tenure, now, room) if room else []
            if ended or not claimed:
                news.finished += await store.outbox.finish()
            touched = {each.delivery.release for each in ended} - {*news.finished}
            news.changed |= {*await store.receipts.told(touched)}
            return claimed, await store.outbox.outlook(now)

    async def _record_alone(self, ended: Ended, now: datetime, news: News) -> None:
        """Records one; if that cannot be, a person has to look what became of it."""
        try:
            async with self._store.write() as store:
                await self._record(store, [ended], news, now)
        except Unavailable:
            raise
        except Exception as error:  # noqa: BLE001  # it would keep its channel back for ever
            await self._report(error)
            unknown = Ended(ended.delivery, Doubt(reason=_UNRECORDED), 0)
            async with self._store.write() as store:
                await store.outbox.settle([settled(unknown, now)])

    async def _record(
        self, store: Transaction, ended: Sequence[Ended], news: News, now: datetime
    ) -> None:
        rows = [settled(each, now) for each in ended]
        await store.outbox.settle(rows)
        again = [each.id for each in rows if each.state is DeliveryState.WAITING]
        if answers := [each.id for each in rows if each.act is Act.REPLY and each.id in again]:
            await store.outbox.spare(answers, now)
        if again:
            await store.outbox.end_stopped(now)
        await store.fan_out.hold_back(again, now)
        new = [made for each in ended if (made := new_copy(each, now))]
        if new:
            await store.outbox.posted(new)
            messages = [copy.message for copy in new]
            await store.fan_out.of_late_copies(messages, now)
            if any(is_announced(each.delivery) for each in ended):
                await store.fan_out.crossposts(messages, now)
        await store.outbox.shown(shown(ended))
        await store.outbox.lost(lost(ended))
        await store.outbox.closed(closed(ended))
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
