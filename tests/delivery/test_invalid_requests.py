"""Invalid requests: how many there may be, far below what Discord bans for."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.delivery.invalid_requests import MOST, WINDOW_SECONDS, InvalidRequests

_BANNED_AT = 10_000


def after(*moments: float) -> InvalidRequests:
    seen = InvalidRequests()
    for moment in moments:
        seen.add(moment)
    return seen


def test_the_bound_is_far_below_discords() -> None:
    assert MOST * 2 < _BANNED_AT


def test_a_few_close_nothing() -> None:
    assert after().closed_for(0) == 0
    assert after(*range(MOST - 1)).closed_for(MOST) == 0


def test_too_many_within_the_window_close_until_the_first_of_them_is_forgotten() -> None:
    seen = after(*([100.0] * MOST))
    assert seen.closed_for(100) == WINDOW_SECONDS
    assert seen.closed_for(100 + WINDOW_SECONDS - 1) == 1
    assert seen.closed_for(100 + WINDOW_SECONDS) == 0
    assert seen.closed_for(100 + 9 * WINDOW_SECONDS) == 0


def test_as_many_over_a_longer_time_close_nothing() -> None:
    apart = WINDOW_SECONDS / (MOST - 1)
    moments = [number * apart for number in range(MOST)]
    assert after(*moments).closed_for(moments[-1]) == 0


def test_all_are_counted() -> None:
    assert after(*([0.0] * (MOST + 5))).total == MOST + 5


@settings(deadline=None)
@given(st.lists(st.floats(0, 3600), max_size=40), st.floats(0, 3600))
def test_it_is_never_closed_for_longer_than_the_window(moments: list[float], now: float) -> None:
    begun = [0.0] * (MOST - 20)
    seen = after(*begun, *sorted(moments))
    assert 0 <= seen.closed_for(max(now, *moments, 0.0)) <= WINDOW_SECONDS
