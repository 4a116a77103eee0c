"""Runs of days are counted to the edges of the calendar."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from bot.domain import days
from bot.domain.days import Period

TODAY = date(2022, 2, 1)  # a Tuesday


def test_a_period_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValidationError):
        Period(first=TODAY, last=TODAY - timedelta(days=1))


def test_a_period_never_changes() -> None:
    period = Period(first=TODAY, last=TODAY)
    with pytest.raises(ValidationError):
        period.last = TODAY


@pytest.mark.parametrize("year", [0, 10_000, -5])
def test_there_are_no_such_years(year: int) -> None:
    assert days.year_of(year) is None
    assert days.month_of(year, 1) is None
    assert days.day_of(year, 1, 1) is None


@pytest.mark.parametrize("month", [0, 13])
def test_there_are_no_such_months(month: int) -> None:
    assert days.month_of(2022, month) is None
    assert days.recent_day(TODAY, month, 1) is None


def test_the_first_and_the_last_year_are_whole() -> None:
    assert days.year_of(1) == Period(first=date.min, last=date(1, 12, 31))
    assert days.month_of(9999, 12) == Period(first=date(9999, 12, 1), last=date.max)


def test_29_february_may_lie_eight_years_back() -> None:
    found = days.recent_day(date(1904, 2, 28), 2, 29)
    assert found == Period(first=date(1896, 2, 29), last=date(1896, 2, 29))
    assert days.recent_day(TODAY, 2, 30) is None


def test_a_month_that_has_begun_is_the_recent_one() -> None:
    assert days.recent_month(TODAY, 2) == days.month_of(2022, 2)
    assert days.recent_month(TODAY, 3) == days.month_of(2021, 3)
    assert days.recent_month(date(1, 1, 31), 2) is None


@pytest.mark.parametrize(
    ("weekday", "before", "day"),
    [(1, False, TODAY), (1, True, date(2022, 1, 25)), (0, True, date(2022, 1, 31))],
)
def test_a_weekday_may_be_today(weekday: int, before: bool, day: date) -> None:
    found = days.recent_weekday(TODAY, weekday, before=before)
    assert found == Period(first=day, last=day)


def test_the_calendar_cuts_what_goes_over_its_edge() -> None:
    assert days.around(date.min, -6, 0) == Period(first=date.min, last=date.min)
    assert days.around(date.max, 0, 6) == Period(first=date.max, last=date.max)
    assert days.around(date.min, -6, -1) is None
    assert days.around(date.max, 1, 6) is None


@pytest.mark.parametrize(
    ("today", "count", "first"),
    [
        (date(2022, 1, 28), 3, date(2021, 10, 29)),
        (date(2022, 5, 31), 3, date(2022, 3, 1)),
        (date(2024, 5, 31), 3, date(2024, 3, 1)),
        (date(2022, 1, 28), 99_999, date.min),
        (date(1, 1, 1), 1, date.min),
    ],
)
def test_months_end_with_today(today: date, count: int, first: date) -> None:
    assert days.last_months(today, count) == Period(first=first, last=today)


def test_no_months_are_no_period() -> None:
    assert days.last_months(TODAY, 0) is None


@given(st.dates(), st.integers(-150_000, 150_000))
def test_the_same_day_of_another_month_is_never_in_the_month_after(today: date, back: int) -> None:
    found = days.same_day(today, back)
    year, month = days.months_back(today, back)
    if found is None:
        assert not 1 <= year <= 9999
    else:
        assert (found.first.year, found.first.month) == (year, month)
        whole = days.month_of(year, month)
        assert whole
        assert found.first.day == min(today.day, whole.last.day)


@given(st.dates(), st.integers(0, 200_000))
def test_a_week_is_from_monday_to_sunday(today: date, back: int) -> None:
    found = days.week(today, back)
    if found is None:
        assert today - date.min < timedelta(days=7 * back)
    elif found.last < date.max:
        assert (found.first.weekday(), found.last.weekday()) == (0, 6)
        assert found.first <= today - timedelta(days=7 * back) <= found.last


@given(st.dates(), st.integers(1, 12), st.integers(1, 28))
def test_a_recent_day_lies_within_the_last_year(today: date, month: int, day: int) -> None:
    found = days.recent_day(today, month, day)
    if found is None:
        assert today < date(1, month, day)
    else:
        assert timedelta(0) <= today - found.first <= timedelta(days=366)
        assert (found.first.month, found.first.day) == (month, day)


@given(st.dates(), st.integers(0, 150_000), st.sampled_from([days.last_months, days.week]))
def test_no_count_is_too_large(
    today: date, count: int, reckon: Callable[[date, int], Period | None]
) -> None:
    found = reckon(today, count)
    assert found is None or found.first <= found.last
