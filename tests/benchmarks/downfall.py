"""Downfalls of the process amid a fan-out: killed again and again, or away for a while."""

import random
from collections.abc import Sequence

from tests.benchmarks.fanning import Fanned, fanned
from tests.delivery.bureau import Bureau
from tests.delivery.stock import issue_of

KILLS, AWAY_SECONDS = 20, 300.0
_HOLDER = "one"
"""Each process bears the same name, so that the next one does not wait for the lease to expire."""


async def killed(bureau: Bureau, channels: Sequence[int], seed: int = 1) -> Fanned:
    """Killed at random moments of one fan-out, and started again each time."""
    moments = random.Random(seed).sample(range(1, len(channels)), KILLS)  # noqa: S311
    await bureau.publish(issue_of(1))
    for moment in sorted(moments):
        async with bureau.working(holder=_HOLDER) as worker:
            await bureau.stored(moment)
            await worker.kill()
    async with bureau.working(holder=_HOLDER):
        await bureau.done()
    return fanned(bureau.there, channels)


async def away(bureau: Bureau, channels: Sequence[int]) -> tuple[Fanned, int]:
    """Killed half-way, and started again when Discord has forgotten the nonces.

    Gives too how many messages were looked for in their channels.
    """
    await bureau.publish(issue_of(1))
    async with bureau.working() as worker:
        await bureau.stored(len(channels) // 2)
        await worker.kill()
    bureau.shift(AWAY_SECONDS)
    async with bureau.working():
        await bureau.done()
    return fanned(bureau.there, channels), len(bureau.requests("history"))
