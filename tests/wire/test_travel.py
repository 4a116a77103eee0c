"""How long requests are on their way."""

import aiohttp
import pytest

from tests.wire.clock import still
from tests.wire.naps import Naps
from tests.wire.serving import wire
from tests.wire.wire import Wire


async def arrivals(there: Wire, patch: pytest.MonkeyPatch) -> list[float]:
    """How long each of twenty requests took to arrive, and its answer to come back."""
    patch.setattr("tests.wire.wire.asyncio", Naps(there.shift))
    there_and_back = list[float]()
    async with aiohttp.ClientSession(there.url) as asking:
        for number in range(20):
            before = there.clock()
            async with asking.get(f"/channels/{number}"):
                at = there.journal.records[-1].at
                there_and_back += [at - before, there.clock() - at]
    return there_and_back


async def test_half_of_the_way_lies_before_a_request_is_judged(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with wire(still(), rtt=0.08) as there:
        assert await arrivals(there, monkeypatch) == pytest.approx([0.04] * 40)


async def test_jitter_delays_what_arrives(monkeypatch: pytest.MonkeyPatch) -> None:
    async with wire(still(), rtt=0.08, jitter=0.02) as there:
        ways = await arrivals(there, monkeypatch)
    assert ways[1::2] == pytest.approx([0.04] * 20)
    assert all(0.039 < way < 0.061 for way in ways[::2])
    assert max(ways[::2]) - min(ways[::2]) > 0.005


async def test_without_either_nothing_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    async with wire(still()) as there:
        assert await arrivals(there, monkeypatch) == [0.0] * 40
