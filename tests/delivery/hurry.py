"""Hurry: an event loop whose time passes at once as soon as there is nothing to do but wait."""

import asyncio
import selectors
from collections.abc import Coroutine
from typing import Any, TypeVar

Result = TypeVar("Result")


class Hurry(asyncio.SelectorEventLoop):
    """Its clock moves only when all wait, or by `stall`; nothing in it may wait for a socket."""

    def __init__(self) -> None:
        self._now = 1000.0
        super().__init__(_Skipping(self))

    def time(self) -> float:
        return self._now

    def stall(self, seconds: float) -> None:
        """Something takes so long that nothing else happens meanwhile."""
        self._now += seconds


class _Skipping(selectors.SelectSelector):
    """Skips what it should wait for."""

    def __init__(self, loop: Hurry) -> None:
        super().__init__()
        self._loop = loop

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        ready = super().select(0)
        if not ready and timeout:
            self._loop.stall(timeout)
        return ready


def hurried(doing: Coroutine[Any, Any, Result]) -> Result:
    """What comes of it, without waiting for it."""
    with asyncio.Runner(loop_factory=Hurry) as runner:
        return runner.run(doing)


def present() -> Hurry:
    """The loop of the present task."""
    loop = asyncio.get_running_loop()
    assert isinstance(loop, Hurry)
    return loop
