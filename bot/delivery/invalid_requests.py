"""Invalid requests: those that Discord counts against us, and when there are too many."""

from collections import deque

MOST, WINDOW_SECONDS = 2_000, 600.0
"""Discord bans an address for an hour after 10,000 of 401, 403 and 429 in ten minutes.

https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans
"""


class InvalidRequests:
    """Remembers when they were, in seconds of any steady clock."""

    def __init__(self) -> None:
        self._seen = deque[float](maxlen=MOST)
        self.total = 0

    def add(self, now: float) -> None:
        """Counts one."""
        self._seen.append(now)
        self.total += 1

    def closed_for(self, now: float) -> float:
        """For how many seconds nothing should be sent; 0 as long as there are few."""
        if len(self._seen) < MOST:
            return 0.0
        return max(self._seen[0] + WINDOW_SECONDS - now, 0.0)
