"""The window of the global limit: so many requests in any second, not in each second of a clock."""

from collections import deque

GRAIN = 1e-6
"""Times closer than this are the same: a float of seconds since 1970 holds no more."""


class Window:
    """Judges requests by when they arrive.

    A refused request takes no place in it: Discord asks for `retry_after` seconds and keeps to
    that, however often it is asked in between.
    """

    def __init__(self, limit: int, seconds: float) -> None:
        self._limit = limit
        self._seconds = seconds
        self._times = deque[float]()

    def wait(self, now: float) -> float:
        """Seconds until there is room; 0 if there is some now."""
        while self._times and now - self._times[0] >= self._seconds - GRAIN:
            self._times.popleft()
        if len(self._times) < self._limit:
            return 0.0
        return self._times[0] + self._seconds - now

    def take(self, now: float) -> None:
        self._times.append(now)


def busiest(times: list[float], seconds: float) -> int:
    """The most of these that lie in any stretch of so many seconds."""
    most, first = 0, 0
    for last, time in enumerate(times := sorted(times)):
        while time - times[first] >= seconds - GRAIN:
            first += 1
        most = max(most, last - first + 1)
    return most
