"""Ids as Discord makes them: from the time, and each larger than the one before."""

from collections.abc import Callable

DISCORD_EPOCH = 1_420_070_400_000
"""Milliseconds; https://docs.discord.com/developers/reference#snowflakes"""


class Snowflakes:
    """Gives ids."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._last = 0

    def __call__(self) -> int:
        self._last = max(self._last + 1, (int(self._clock() * 1000) - DISCORD_EPOCH) << 22)
        return self._last
