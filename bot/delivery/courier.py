"""The courier: turns deliveries into messages until it is told to stop."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from bot.delivery.bell import Bell
from bot.delivery.counters import Counters
from bot.delivery.ledger import Ended, Ledger, News
from bot.delivery.sender import Sender
from bot.domain.delivery import Delivery
from bot.domain.issue import State
from bot.domain.outcome import (
    Again,
    Decision,
    Done,
    Doubt,
    Heard,
    Skip,
    StopAll,
    StopRelease,
    decide,
)
from bot.domain.release import ReleaseKind
from bot.errors import Unavailable
from bot.store.outbox import Outlook

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
_FRESH = timedelta(minutes=2)
"""How long Discord surely knows a nonce again: "the past few minutes", it says."""

_UNKNOWN = Outlook(opens=False, waits=False, next=None)
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
        self._sender = sender
        self._clock = clock
        self._bell = bell
        self._hooks = hooks
        self._salt = ""
        self._flying = set[asyncio.Task[None]]()
        self._ended: list[Ended] = []
        self._stopping = False
        self._refused = False
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
        return self._stopping or self._refused

    def stop(self) -> None:
        """Lets it finish what is in flight and nothing else."""
        self._stopping = True
        self._bell.ring()

    async def drain(self) -> None:
        """Does all that is due now, and returns; for tests and for the end of a process."""
        await self._begin()
        while True:
            self._bell.rung.clear()
            await self._round()
            if not (self._flying or self._ended or await self._due()):
                return
            if self._flying:
                await asyncio.wait(self._flying, return_when=asyncio.FIRST_COMPLETED)

    async def _due(self) -> bool:
        self._outlook = await self._ledger.outlook(self._clock())
        return self._outlook.opens or self._outlook.waits

    async def _begin(self) -> None:
        """Takes back what a process before has left behind."""
        while not self._salt:
            try:
                salt, recovered = await self._ledger.begin(self._clock())
            except Unavailable as error:
                _log.warning(_UNUSABLE, error=str(error))
                await asyncio.sleep(_TROUBLE_SECONDS)
                continue
            self._salt = salt
            self.counters.recovered += recovered
            if recovered:
                _log.warning("deliveries of a process before are in doubt", count=recovered)

    async def _round(self) -> float:
        """Records, opens and claims; gives for how many seconds there is nothing more to do."""
        try:
            return await self._work()
        except Unavailable as error:
            _log.warning(_UNUSABLE, error=str(error), unrecorded=len(self._ended))
            return _TROUBLE_SECONDS

    async def _work(self) -> float:
        now, news = self._clock(), News()
        if not (self._ended or self._outlook.opens or self._outlook.waits):
            self._outlook = await self._ledger.outlook(now)
            if not (self._outlook.opens or self._outlook.waits):
                return await self._idle(now)
        if self._outlook.opens:
            await self._ledger.open_due(now, news)
        closed = self._closed_for()
        room = 0 if closed or self._stopping else IN_FLIGHT - len(self._flying)
        claimed = await self._record_and_claim(room, now, news)
        self.counters.releases_opened += news.opened
        self.counters.releases_finished += len(news.finished)
        if news:
            self._hooks.told(news)
        for delivery in claimed:
            self._fly(delivery)
        self._tell_progress(now)
        return _SOON_SECONDS if self._flying else closed or await self._idle(now)

    def _tell_progress(self, now: datetime) -> None:
        if now - self._told_progress >= _TELLING:
            self._told_progress = now
            _log.info("delivering", **self.counters.snapshot())

    async def _record_and_claim(self, room: int, now: datetime, news: News) -> list[Delivery]:
        ended, self._ended = self._ended, []
        try:
            claimed, self._outlook = await self._ledger.turn(ended, room, now, news)
        except Unavailable:
            # What was done is remembered here until it can be recorded.
            self._ended = [*ended, *self._ended]
            raise
        for each in ended:
            self.counters.outcomes[type(each.decision).__name__.lower()] += 1
        return claimed

    async def _idle(self, now: datetime) -> float:
        """For how many seconds nothing is due, as far as this process can know."""
        if self._flying:
            return _SOON_SECONDS if self._ended else _IDLE_SECONDS
        if self._next_sweep is None or now >= self._next_sweep:
            self._next_sweep = now + _SWEEP
            await self._ledger.sweep(now)
        due = self._outlook.next
        left = (due - now).total_seconds() if due else _IDLE_SECONDS
        return min(max(left, _LEAST_SECONDS), _IDLE_SECONDS)

    def _closed_for(self) -> float:
        """For how long Discord must not be asked for anything more; says so once."""
        seconds = self._hooks.closed_for()
        if seconds and not self._closed:
            _log.error("too many invalid requests: deliveries stop", seconds=round(seconds))
        self._closed = bool(seconds)
        return min(seconds, _IDLE_SECONDS)

    def _fly(self, delivery: Delivery) -> None:
        task = asyncio.create_task(self._deliver(delivery), name="delivery")
        self._flying.add(task)
        self.counters.in_flight = len(self._flying)
        task.add_done_callback(self._landed)

    def _landed(self, task: asyncio.Task[None]) -> None:
        self._flying.discard(task)
        self.counters.in_flight = len(self._flying)
        if not self._flying or len(self._ended) >= _TOGETHER:
            self._bell.ring()

    async def _deliver(self, delivery: Delivery) -> None:
        revision = delivery.revision
        try:
            decision, revision = await self._attempt(delivery)
        except Unavailable as error:
            decision = Again(seconds=_TROUBLE_SECONDS, reason=str(error))
        except Exception as error:  # noqa: BLE001  # what left it would keep the delivery for ever
            await self._hooks.report(error)
            decision = StopRelease(reason=f"the message could not be made ({type(error).__name__})")
        if isinstance(decision, StopAll):
            self._refused = True
            self._bell.ring()
        self._ended.append(Ended(delivery, decision, revision))

    async def _attempt(self, delivery: Delivery) -> tuple[Decision, int]:
        """What becomes of a delivery; one that may be there already is looked for first.

        A message of an earlier attempt may show an earlier revision: nobody knows which, so 0.
        """
        unsure = delivery.unsure_since if delivery.act.posts else None
        if unsure is not None and self._clock() - unsure > _FRESH:
            if delivery.kind is ReleaseKind.WITHDRAWAL:
                # A notice has no button, so nothing to be known again by.
                return Doubt(reason="it may have come through, and bears no mark"), 0
            looked = await self._sender.look(delivery)
            if looked.message is not None:
                return Done(message=looked.message), 0
            if looked.heard is not None:
                return self._decide(delivery, looked.heard), 0
            if not looked.certain:
                reason = "it may have come through, and the bot may not read the channel to see"
                return Doubt(reason=reason), 0
            unsure = None
        if unsure is None and _is_overtaken(delivery):
            return Skip(reason="the issue was withdrawn"), 0
        heard, revision = await self._sender.do(delivery, f"{self._salt}{delivery.id}")
        return self._decide(delivery, heard), revision if unsure is None else 0

    def _decide(self, delivery: Delivery, heard: Heard) -> Decision:
        chance = random.random()  # noqa: S311  # it only spreads requests
        return decide(delivery.act, heard, delivery.attempts, delivery.last, chance)

    async def _land(self) -> None:
        """Lets what is in flight finish, and records it."""
        if self._flying:
            await asyncio.wait(self._flying, timeout=_PATIENCE_SECONDS)
        if self._flying:
            _log.warning("leaving deliveries in flight", count=len(self._flying))
        await self._round()


def _is_overtaken(delivery: Delivery) -> bool:
    """Whether it would tell of an issue that was withdrawn while it waited."""
    withdrawn = delivery.issue_state is State.WITHDRAWN
    return withdrawn and delivery.act.posts and delivery.kind is not ReleaseKind.WITHDRAWAL
