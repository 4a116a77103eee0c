"""The clock of the stand-in, which a test can move on."""

import time
from collections.abc import Callable

NEW_YEAR_2026 = 1_767_225_600.0


class Clock:
    """Seconds since 1970 that only go forward, whatever is done to the clock of the machine."""

    def __init__(
        self, ticks: Callable[[], float] = time.monotonic, start: float | None = None
    ) -> None:
        self._ticks = ticks
        self._ahead = (time.time() if start is None else start) - ticks()

    def __call__(self) -> float:
        return self._ahead + self._ticks()

    def shift(self, seconds: float) -> None:
        """Time passes at once."""
        if seconds < 0:
            message = "time does not go back"
            raise ValueError(message)
        self._ahead += seconds


def still(start: float = NEW_YEAR_2026) -> Clock:
    """A clock that stands still until it is shifted."""
    return Clock(lambda: 0.0, start)
