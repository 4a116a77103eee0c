"""The naps of discord.py, which pass at once and move the clock of the stand-in instead."""

import asyncio
from collections.abc import Callable
from typing import Any


class Naps:
    """Stands for `asyncio` in `discord.http`: `patch.setattr("discord.http.asyncio", naps)`."""

    def __init__(self, shift: Callable[[float], None]) -> None:
        self._shift = shift
        self.taken: list[float] = []

    async def sleep(self, seconds: float) -> None:
        if seconds > 0:
            self.taken.append(seconds)
            self._shift(seconds)
        await asyncio.sleep(0)

    def __getattr__(self, name: str) -> Any:
        return getattr(asyncio, name)
