"""The courier: turns deliveries into messages until it is told to stop."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import structlog

from bot.delivery.bell import Bell
from bot.delivery.counters import Counters
from bot.delivery.ended import Ended
from bot.delivery.ledger import Ledger, News
from bot.delivery.messenger import Messenger
from bot.domain.delivery import Act, CopyKind, Delivery
from bot.domain.outcome import (
    Again,
    Decision,
    Fail,
    StopAll,
    StopRelease,
)
from bot.errors import Unavailable
from bot.store.outbox import Outlook

if TYPE_CHECKING:  # it loads discord.py, which the command line starts faster without
    from bot.delivery.sender import Sender

IN_FLIGHT = 96
"""Enough to fill the pace at 300 ms for a round trip, between two rounds, with some that take
seconds."""

_TOGETHER = 40  # outcomes recorded in one transaction
_SOON_SECONDS = 0.8  # how long they are gathered
_IDLE_SECONDS = 1.5  # until a release of another process is looked for
_LEAST_SECONDS = 0.01
_TROUBLE_SECONDS = 1.0  # until a database that could not be used is tried again
_PATIENCE_SECONDS = 8.0  # for what is in flight at the end; whoever stops us waits ten
_SWEEP = timedelta(minutes=1)
_TELLING = timedelta(seconds=10)

_UNKNOWN = Outlook(opens=False, waits=False, next=None)
_CLOSED = "deliveries pause: too many invalid requests, or Discord asks to wait"
_UNUSABLE = "the database cannot be used"

_log = structlog.stdlib.get_logger("sitrep.courier")

Clock = Callable[[], datetime]


async def wait_for(event: asyncio.Event, seconds: float) -> None:
    """Waits for the event, at most so long."""
    try:
        async with asyncio.timeout(seconds):
            await event.wait()
    except TimeoutError:
        return


@dataclass(frozen=True)
class Hooks:
    """What the courier tells others.

    `told` hears of what happened in a round, `report` of errors that nobody expected, and
    `closed_for` says for how many seconds nothing may be sent.
    """

    told: Callable[[News], None]
    report: Callable[[BaseException], Awaitable[None]]
    closed_for: Callable[[], float] = lambda: 0.0


class Courier:
    """Claims what is due, does it, and records what became of it."""

    def __init__(
        self, ledger: Ledger, sender: Sender, clock: Clock, bell: Bell, hooks: Hooks
    ) -> None:
        self.wait: Callable[[asyncio.Event, float], Awaitable[None]] = wait_for
        self.counters = Counters()
        self._ledger = ledger
        self._messenger = Messenger(sender, clock)
        self._clock = clock
        self._bell = bell
        self._hooks = hooks
        self._flying = dict[asyncio.Task[None], int]()
        self._ended: list[Ended] = []
        self._stopping = False
        self.refused = False
        self._next_sweep: datetime | None = None
        self._told_progress = clock()
        self._outlook = _UNKNOWN
        self._closed = False

    async def run(self) -> None:
        """Works until `stop` is called, or Discord does not know the bot any more."""
        await self._begin()
        while not self.stopped:
            self._bell.rung.clear()
            await self.wait(self._bell.rung, await self._round())
        await self._land()

    @property
    def stopped(self) -> bool:
        """Whether it was told to stop, or is not let in by Discord any more."""
        return self._stopping or self.refused

    def stop(self) -> None:
        """Lets it finish what is in flight and nothing else."""
        self._stopping = True
        self._bell.ring()

    async def drain(self) -> None:
        """Does all that can be done now, and returns; for tests and for the end of a process."""
        await self._begin()
        done = -1
        while not self.stopped and done != (done := sum(self.counters.outcomes.values())):
            while True:
                self._bell.rung.clear()
                await self._round()
                if not self._flying:
                    break
                await asyncio.wait(self._flying)
            self._outlook = await self._ledger.outlook(self._clock())
        if self._ended:
            await self._round()

    async def _begin(self) -> None:
        """Takes back what a process before has left behind, or this one after an odd error."""
        while True:
            try:
                flying = [*self._flying.values(), *(each.delivery.id for each in self._ended)]
                self._messenger.salt, recovered = await self._ledger.begin(self._clock(), flying)
            except Unavailable as error:
                _log.warning(_UNUSABLE, error=str(error))
                await asyncio.sleep(_TROUBLE_SECONDS)
                continue
            self.counters.recovered += recovered
            if recovered:
                _log.warning("deliveries of a process before are in doubt", count=recovered)
            return

    async def _round(self) -> float:
        """Records, opens and claims; gives for how many seconds there is nothing more to do."""
        try:
            return await self._work()
        except Unavailable as error:
            _log.warning(_UNUSABLE, error=str(error), unrecorded=len(self._ended))
            return _TROUBLE_SECONDS

    async def _work(self) -> float:
        now, news = self._clock(), News()
        await self._sweep(now, news)
        if not (self._ended or self._outlook.opens or self._outlook.waits):
            self._outlook = await self._ledger.outlook(now)
            if not (self._outlook.opens or self._outlook.waits):
                self._tell(news)
                return await self._idle(now)
        if self._outlook.opens:
            await self._ledger.open_due(now, news)
        closed = self._closed_for()
        room = 0 if closed or self.stopped else IN_FLIGHT - len(self._flying)
        claimed = await self._record_and_claim(room, now, news)
        self.counters.releases_opened += news.opened
        self.counters.releases_finished += len(news.finished)
        for delivery in claimed:
            self._fly(delivery)
        self._tell(news)
        self._tell_progress(now)
        return _SOON_SECONDS if self._flying else closed or await self._idle(now)

    def _tell(self, news: News) -> None:
        if news:
            self._hooks.told(news)

    def _tell_progress(self, now: datetime) -> None:
        if now - self._told_progress >= _TELLING:
            self._told_progress = now
            _log.info("delivering", **self.counters.snapshot())

    async def _record_and_claim(self, room: int, now: datetime, news: News) -> list[Delivery]:
        ended, recorded = self._ended, False
        self._ended = []
        try:
            claimed, self._outlook = await self._ledger.turn(ended, room, now, news)
            recorded = True
        finally:
            if not recorded:  # what was done is remembered here until it can be recorded
                self._ended = [*ended, *self._ended]
        for each in ended:
            self.counters.outcomes[type(each.decision).__name__.lower()] += 1
        return claimed

    async def _sweep(self, now: datetime, news: News) -> None:
        if self._next_sweep is None or now >= self._next_sweep:
            self._next_sweep = now + _SWEEP
            await self._ledger.sweep(now, news)

    async def _idle(self, now: datetime) -> float:
        """For how many seconds nothing is due, as far as this process can know."""
        if self._flying:
            return _SOON_SECONDS if self._ended else _IDLE_SECONDS
        due = self._outlook.next
        left = (due - now).total_seconds() if due else _IDLE_SECONDS
        return min(max(left, _LEAST_SECONDS), _IDLE_SECONDS)

    def _closed_for(self) -> float:
        """For how long Discord must not be asked for anything more; says so once."""
        seconds = self._hooks.closed_for()
        if seconds and not self._closed:
            _log.error(_CLOSED, seconds=round(seconds))
        self._closed = bool(seconds)
        return min(seconds, _IDLE_SECONDS)

    def _fly(self, delivery: Delivery) -> None:
        task = asyncio.create_task(self._deliver(delivery), name="delivery")
        self._flying[task] = delivery.id
        self.counters.in_flight = len(self._flying)
        task.add_done_callback(self._landed)

    def _landed(self, task: asyncio.Task[None]) -> None:
        self._flying.pop(task, None)
        self.counters.in_flight = len(self._flying)
        if not self._flying or len(self._ended) >= _TOGETHER:
            self._bell.ring()

    async def _deliver(self, delivery: Delivery) -> None:
        try:
            ended = await self._messenger.carry(delivery)
        except Unavailable as error:
            ended = Ended(delivery, Again(seconds=_TROUBLE_SECONDS, reason=str(error)), 0)
        except Exception as error:  # noqa: BLE001  # what left it would keep the delivery for ever
            await self._hooks.report(error)
            ended = Ended(delivery, self._after(delivery, error), 0)
        if isinstance(ended.decision, StopAll):
            self.refused = True
            self._bell.ring()
        self._ended.append(ended)

    def _after(self, delivery: Delivery, error: Exception) -> Decision:
        """What follows from an error of ours: the same message would meet it in every channel."""
        reason = f"the message could not be made ({type(error).__name__})"
        if self._stopping:
            return Again(seconds=_TROUBLE_SECONDS, reason=reason)
        copy = delivery.copy_of
        alone = delivery.act is Act.CROSSPOST or (copy and copy.kind is CopyKind.SHARED)
        return Fail(reason=reason) if alone else StopRelease(reason=reason)

    async def _land(self) -> None:
        """Lets what is in flight finish, and records it."""
        if self._flying:
            await asyncio.wait(self._flying, timeout=_PATIENCE_SECONDS)
        if self._flying:
            _log.warning("leaving deliveries in flight", count=len(self._flying))
        await self._round()
