"""The pace: how fast requests may leave, all of them together."""

import asyncio
from collections import deque

MOST, WINDOW_SECONDS = 50, 1.045
"""Discord takes 50 requests in any second, as they arrive; on the way they bunch up a little.

https://discord.com/developers/docs/topics/rate-limits#global-rate-limit
"""

_APART_SECONDS = 1 / 80
"""Not in one burst, and with something to catch up with after a delay."""


class Passage:
    """When a request was let through, or really left, as soon as that is known."""

    __slots__ = ("at",)

    def __init__(self, at: float) -> None:
        self.at = at

    def left(self) -> None:
        """It has left only now: something else had to be done before."""
        self.at = asyncio.get_running_loop().time()


class Pace:
    """Lets one request through after the other; what is urgent goes before what is not.

    A log of the last 50 keeps the limit in every window, not only on the average: a leaky bucket
    that catches up after a delay would send more than 50 within a second.
    """

    def __init__(self) -> None:
        self._passed = deque[Passage](maxlen=MOST)
        self._urgent = deque[asyncio.Future[Passage]]()
        self._patient = deque[asyncio.Future[Passage]]()
        self._resting_until = 0.0
        self._timer: asyncio.TimerHandle | None = None

    async def turn(self, *, urgent: bool) -> Passage:
        """Waits until one more request may leave."""
        loop = asyncio.get_running_loop()
        waiting: asyncio.Future[Passage] = loop.create_future()
        (self._urgent if urgent else self._patient).append(waiting)
        self._let_through(loop)
        return await waiting

    def rest(self, seconds: float) -> None:
        """Lets nobody through for so long: Discord asked all requests to wait."""
        until = asyncio.get_running_loop().time() + seconds
        self._resting_until = max(self._resting_until, until)

    def resting_for(self) -> float:
        """For how many seconds more nobody is let through."""
        return max(self._resting_until - asyncio.get_running_loop().time(), 0.0)

    def _let_through(self, loop: asyncio.AbstractEventLoop) -> None:
        while waiting := self._next():
            now = loop.time()
            when = self._earliest()
            if now < when:
                self._wake_at(loop, when)
                return
            self._pop()
            passage = Passage(now)
            self._passed.append(passage)
            waiting.set_result(passage)

    def _wake_at(self, loop: asyncio.AbstractEventLoop, when: float) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = loop.call_at(when, self._let_through, loop)

    def _earliest(self) -> float:
        """When the next one may leave."""
        if not self._passed:
            return self._resting_until
        earliest = max(self._resting_until, self._passed[-1].at + _APART_SECONDS)
        full = len(self._passed) == MOST
        return max(earliest, self._passed[0].at + WINDOW_SECONDS) if full else earliest

    def _next(self) -> asyncio.Future[Passage] | None:
        """Who is next; those who have given up waiting are forgotten."""
        for queue in (self._urgent, self._patient):
            while queue and queue[0].done():
                queue.popleft()
            if queue:
                return queue[0]
        return None

    def _pop(self) -> None:
        (self._urgent or self._patient).popleft()
