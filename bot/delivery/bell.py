"""The bell: tells the courier of this process that there is new work."""

import asyncio


class Bell:
    """Rung by whoever makes work; one listener waits for it."""

    def __init__(self) -> None:
        self.rung = asyncio.Event()

    def ring(self) -> None:
        """Wakes the listener, now or when it next waits."""
        self.rung.set()
