"""The window of the global limit."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.wire.clock import Clock, still
from tests.wire.window import Window, busiest


def test_the_request_after_the_last_waits_until_the_first_is_a_second_old() -> None:
    window = Window(50, 1.0)
    for number in range(50):
        assert window.wait(number / 100) == 0
        window.take(number / 100)
    assert window.wait(0.5) == pytest.approx(0.5)
    assert window.wait(0.999) == pytest.approx(0.001)
    assert window.wait(1.0) == 0


def test_the_window_slides_instead_of_starting_over() -> None:
    window = Window(2, 1.0)
    for time in (0.9, 0.95):
        window.take(time)
    assert window.wait(1.01) == pytest.approx(0.89)


def test_refused_requests_take_no_place() -> None:
    window = Window(1, 1.0)
    window.take(0.0)
    for time in (0.2, 0.4, 0.6, 0.8):
        assert window.wait(time) == pytest.approx(1 - time)
    assert window.wait(1.0) == 0


@given(st.lists(st.integers(0, 3_000), max_size=60))
@settings(max_examples=50, deadline=None)
def test_no_second_ever_holds_more_than_the_limit(milliseconds: list[int]) -> None:
    window, taken = Window(5, 1.0), list[float]()
    for time in sorted(each / 1000 for each in milliseconds):
        if not window.wait(time):
            window.take(time)
            taken.append(time)
    assert busiest(taken, 1.0) == max((in_second_before(taken, time) for time in taken), default=0)
    assert busiest(taken, 1.0) <= 5


def in_second_before(times: list[float], end: float) -> int:
    return sum(end - 1.0 + 1e-6 < time <= end for time in times)


def test_a_clock_is_shifted_forward_only() -> None:
    clock = still(100.0)
    clock.shift(2.5)
    assert clock() == 102.5
    with pytest.raises(ValueError, match="back"):
        clock.shift(-1)


def test_a_clock_runs_by_its_ticks() -> None:
    ticks = iter((7.0, 8.0, 9.5))
    clock = Clock(lambda: next(ticks), 100.0)
    assert (clock(), clock()) == (101.0, 102.5)
