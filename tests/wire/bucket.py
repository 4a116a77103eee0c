"""The bucket of a route in a channel: how many requests it takes until it is emptied."""

import math
from dataclasses import dataclass

from tests.wire.window import GRAIN


@dataclass(frozen=True, slots=True)
class Allowance:
    """So many requests in so many seconds, which begin with the first of them."""

    limit: int
    seconds: float


@dataclass(slots=True)
class Bucket:
    """What is used up of an allowance; as with the window, refused requests use up nothing."""

    allowance: Allowance
    began: float = -math.inf
    used: int = 0

    def wait(self, now: float) -> float:
        """Seconds until there is room; 0 if there is some now."""
        if self._is_over(now) or self.used < self.allowance.limit:
            return 0.0
        return self._ends - now

    def take(self, now: float) -> None:
        if self._is_over(now):
            self.began, self.used = now, 0
        self.used += 1

    def headers(self, now: float, name: str) -> dict[str, str]:
        """Of each answer; https://docs.discord.com/developers/topics/rate-limits#header-format"""
        return {
            "X-RateLimit-Limit": str(self.allowance.limit),
            "X-RateLimit-Remaining": str(self.allowance.limit - self.used),
            "X-RateLimit-Reset": f"{self._ends:.3f}",
            "X-RateLimit-Reset-After": f"{thousandths(self._ends - now):.3f}",
            "X-RateLimit-Bucket": name,
        }

    @property
    def _ends(self) -> float:
        return self.began + self.allowance.seconds

    def _is_over(self, now: float) -> bool:
        return now >= self._ends - GRAIN


def thousandths(seconds: float) -> float:
    """Rounded up, so that nobody who waits for so long comes too early."""
    return math.ceil(seconds * 1000 - GRAIN) / 1000
