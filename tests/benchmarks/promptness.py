"""Promptness: how long a command waits for its answer, idle and while a fan-out runs."""

import asyncio

from bot.app.planning import Order
from bot.domain.release import Author
from tests.benchmarks.timing import Timing
from tests.delivery.bureau import Bureau
from tests.delivery.running import until
from tests.delivery.stock import draft, issue_of
from tests.wire.interaction import Interaction

_APART_SECONDS = 0.05
_WARM_UP, _IDLE = 20, 400
_QUIETLY = Order(author=Author(name="Editor"), at_once=True, quiet=True)


async def promptness(bureau: Bureau) -> tuple[Timing, Timing]:
    """Of /latest, from when it is given until its answer arrives: idle, then busy."""
    issue = await draft(bureau.store, bureau.briefing, issue_of(1))
    await bureau.app.publishing.publish(issue, _QUIETLY)
    async with bureau.working():
        await _asked(bureau, _WARM_UP)
        idle = await _asked(bureau, _IDLE)
        await bureau.publish(issue_of(2))
        await bureau.stored(1)
        busy = await _asked(bureau, None)
        await bureau.done()
    return Timing.of(idle), Timing.of(busy)


async def _asked(bureau: Bureau, times: int | None) -> list[float]:
    """So many commands one after the other, or as long as messages go out; their seconds."""
    asked: list[Interaction] = []
    while len(asked) < times if times is not None else _goes_on(bureau):
        asked.append(await bureau.there.command("latest"))
        await asyncio.sleep(_APART_SECONDS)
    await until(lambda: all(each.answered is not None for each in asked))
    assert all("Harbour talks" in str(each.replies[0].first) for each in asked)
    return [each.latency for each in asked if each.latency is not None]


def _goes_on(bureau: Bureau) -> bool:
    return len(bureau.there.counts()) < len(bureau.there.channels())
