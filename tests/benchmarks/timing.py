"""Timings: how long requests took, ours beside the bare ones."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.benchmarks.desk import Desk
from tests.benchmarks.request import Request


@dataclass(frozen=True)
class Timing:
    """Milliseconds: half of all took at most `p50`, 99 of 100 `p99`, and none more than `most`."""

    p50: float
    p99: float
    most: float

    @classmethod
    def of(cls, seconds: Sequence[float]) -> "Timing":
        """Of a few measured durations."""
        ranked = sorted(each * 1000 for each in seconds)
        return cls(
            *(ranked[min(int(part * len(ranked)), len(ranked) - 1)] for part in (0.5, 0.99, 1))
        )


@dataclass
class Ledger:
    """What each command took in seconds."""

    ours: dict[str, list[float]] = field(default_factory=dict)
    bare: dict[str, list[float]] = field(default_factory=dict)

    async def take(self, desk: Desk, request: Request) -> None:
        """Times ours."""
        began = time.perf_counter()
        await request.ask(desk)
        self.ours.setdefault(request.command, []).append(time.perf_counter() - began)

    async def take_bare(self, desk: Desk, request: Request) -> None:
        """Times the bare query."""
        began = time.perf_counter()
        await desk.rows(request.query, *request.values)
        self.bare.setdefault(request.command, []).append(time.perf_counter() - began)

    def timing(self, command: str) -> Timing:
        """Of ours."""
        return Timing.of(self.ours[command])

    def bare_timing(self, command: str) -> Timing:
        """Of the bare query."""
        return Timing.of(self.bare[command])
