"""The pace: never too many in any window, urgent ones first, and nobody's turn is lost."""

import asyncio
from itertools import pairwise
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.delivery.pace import MOST, WINDOW_SECONDS, Pace
from tests.delivery.hurry import hurried, present
from tests.wire.window import busiest


class Asking(NamedTuple):
    """A request: when it asks for its turn, and how long after it really leaves."""

    after: float
    urgent: bool
    late: float = 0.0


async def _leave(pace: Pace, asking: Asking, left: list[float]) -> None:
    await asyncio.sleep(asking.after)
    passage = await pace.turn(urgent=asking.urgent)
    if asking.late:
        await asyncio.sleep(asking.late)
        passage.left()
    left.append(passage.at)


async def leaving(*asked: Asking, stalls: tuple[tuple[float, float], ...] = ()) -> list[float]:
    """When these have left; after the first of each pair of `stalls`, all stands still."""
    pace, left = Pace(), list[float]()
    loop, began = present(), present().time()
    for after, seconds in stalls:
        loop.call_later(after, loop.stall, seconds)
    await asyncio.gather(*(_leave(pace, each, left) for each in asked))
    return [at - began for at in left]


_SECONDS = st.floats(0, 3)
_ASKING = st.builds(Asking, after=_SECONDS, urgent=st.booleans(), late=st.floats(0, 0.9))
_STALLS = st.lists(st.tuples(_SECONDS, st.floats(0, 2)), max_size=3).map(tuple)


@settings(max_examples=100, deadline=None)
@given(asked=st.lists(_ASKING, max_size=60), stalls=_STALLS, crowd=st.integers(0, 120))
def test_no_window_holds_more_than_discord_takes(
    asked: list[Asking], stalls: tuple[tuple[float, float], ...], crowd: int
) -> None:
    everybody = [*asked, *([Asking(0, urgent=False)] * crowd)]
    left = hurried(leaving(*everybody, stalls=stalls))
    assert len(left) == len(everybody)
    assert busiest(left, WINDOW_SECONDS) <= MOST


def test_a_crowd_leaves_at_nearly_the_pace_that_discord_takes() -> None:
    left = hurried(leaving(*([Asking(0, urgent=False)] * (3 * MOST))))
    assert busiest(left, WINDOW_SECONDS) == MOST
    assert left[-1] - left[0] < 3 * WINDOW_SECONDS


def test_the_first_leaves_at_once_and_the_next_a_little_later() -> None:
    first, second = hurried(leaving(*([Asking(0, urgent=False)] * 2)))
    assert first == 0
    assert 0 < second < 0.1


def test_what_leaves_together_leaves_one_after_the_other() -> None:
    left = hurried(leaving(*([Asking(0, urgent=False)] * 20)))
    assert all(before < after for before, after in pairwise(left))


async def _order(*names: str, urgent: str) -> list[str]:
    """The order in which those pass that all wait when the pace opens."""
    pace, passed = Pace(), list[str]()
    pace.rest(1)

    async def wait(name: str) -> None:
        await pace.turn(urgent=name in urgent)
        passed.append(name)

    await asyncio.gather(*(wait(name) for name in names))
    return passed


def test_the_urgent_pass_before_the_patient() -> None:
    assert hurried(_order(*"abXcY", urgent="XY")) == [*"XYabc"]


def test_the_urgent_among_themselves_and_the_patient_keep_their_order() -> None:
    assert hurried(_order(*"abc", urgent="")) == [*"abc"]
    assert hurried(_order(*"XYZ", urgent="XYZ")) == [*"XYZ"]


def test_who_comes_late_but_urgent_passes_those_who_wait_already() -> None:
    async def late() -> list[float]:
        pace, left = Pace(), list[float]()
        patient = [Asking(0, urgent=False)] * 10
        crowd = [_leave(pace, asking, []) for asking in patient]
        urgent = _leave(pace, Asking(0.02, urgent=True), left)
        began = present().time()
        await asyncio.gather(*crowd, urgent)
        return [at - began for at in left]

    (at,) = hurried(late())
    assert at < 0.05


def test_whoever_gives_up_waiting_takes_no_turn() -> None:
    async def given_up() -> list[float]:
        pace, left = Pace(), list[float]()
        began = present().time()
        pace.rest(1)
        asking = Asking(0, urgent=True)
        lost = [asyncio.create_task(_leave(pace, asking, left)) for _ in range(2 * MOST)]
        kept = asyncio.create_task(_leave(pace, Asking(0, urgent=False), left))
        await asyncio.sleep(0.5)
        for task in lost:
            task.cancel()
        await asyncio.gather(*lost, return_exceptions=True)
        await kept
        return [at - began for at in left]

    assert hurried(given_up()) == [1.0]


def test_everybody_may_give_up() -> None:
    async def all_given_up() -> float:
        pace = Pace()
        pace.rest(1)
        lost = asyncio.create_task(pace.turn(urgent=True))
        await asyncio.sleep(0.5)
        lost.cancel()
        await asyncio.sleep(2)
        began = present().time()
        return (await pace.turn(urgent=False)).at - began

    assert hurried(all_given_up()) == 0


def test_a_rest_holds_everybody() -> None:
    async def resting() -> list[float]:
        pace, left = Pace(), list[float]()
        began = present().time()
        pace.rest(5)
        pace.rest(2)
        asked = [Asking(0, urgent=urgent) for urgent in (True, False)]
        await asyncio.gather(*(_leave(pace, each, left) for each in asked))
        return [at - began for at in left]

    first, second = hurried(resting())
    assert (first, second > 5) == (5.0, True)


def test_a_rest_holds_those_too_who_wait_for_their_turn_already() -> None:
    async def resting() -> list[float]:
        pace, left = Pace(), list[float]()
        began = present().time()
        waiting = [
            asyncio.create_task(_leave(pace, Asking(0, urgent=True), left)) for _ in range(3)
        ]
        await asyncio.sleep(0.005)
        pace.rest(10)
        await asyncio.gather(*waiting)
        return [at - began for at in left]

    first, *others = hurried(resting())
    assert first == 0
    assert all(at > 10 for at in others)


def test_a_passage_counts_from_when_it_really_left() -> None:
    async def full_again(late: float) -> float:
        pace, began, left = Pace(), present().time(), list[float]()
        crowd = [Asking(0, urgent=False, late=late)] * MOST
        waiting = asyncio.gather(*(_leave(pace, each, left) for each in crowd))
        await asyncio.sleep(0.001)
        passage = await pace.turn(urgent=False)
        await waiting
        return round(passage.at - began, 6)

    assert hurried(full_again(0)) == WINDOW_SECONDS
    assert hurried(full_again(0.5)) == WINDOW_SECONDS + 0.5


def test_after_a_stall_it_catches_up_and_keeps_to_the_limit() -> None:
    crowd = [Asking(0, urgent=False)] * (2 * MOST)
    without = hurried(leaving(*crowd))
    stalled = hurried(leaving(*crowd, stalls=((0.2, 0.3),)))
    assert busiest(stalled, WINDOW_SECONDS) <= MOST
    assert stalled[-1] - without[-1] < 0.3
