"""A run of whole days, counted from the calendar or from a day that is known."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from pydantic import model_validator

from bot.domain.record import Record

_WEEK = 7


class Period(Record):
    """All days from `first` to `last`, both included."""

    first: date
    last: date

    @model_validator(mode="after")
    def _ordered(self) -> Period:
        if self.last < self.first:
            raise ValueError("the period ends before it starts")
        return self


def day_of(year: int, month: int, day: int) -> Period | None:
    """One day; None if there is no such day."""
    try:
        exact = date(year, month, day)
    except ValueError:
        return None
    return Period(first=exact, last=exact)


def month_of(year: int, month: int) -> Period | None:
    """A month, 1 to 12; None if there is no such month, or no such year."""
    start = day_of(year, month, 1)
    if start is None:
        return None
    length = calendar.monthrange(year, month)[1]
    return Period(first=start.first, last=date(year, month, length))


def year_of(year: int) -> Period | None:
    """A year, 1 to 9999; None for any other."""
    start, end = day_of(year, 1, 1), day_of(year, 12, 31)
    return Period(first=start.first, last=end.last) if start and end else None


def recent_day(today: date, month: int, day: int) -> Period | None:
    """The last such day of a year that is not after `today`; None if there was none.

    29 February may lie eight years back: there was none in 1900.
    """
    years = range(today.year, max(today.year - 9, 0), -1)
    days = filter(None, (day_of(year, month, day) for year in years))
    return next((found for found in days if found.first <= today), None)


def recent_month(today: date, month: int) -> Period | None:
    """The last such month that has begun by `today`; None if there was none."""
    return month_of(today.year - (month > today.month), month)


def recent_weekday(today: date, weekday: int, *, before: bool = False) -> Period | None:
    """The last such weekday, Monday being 0, not after `today`, or even `before` it."""
    back = (today.weekday() - weekday) % _WEEK
    back += _WEEK if before and not back else 0
    return around(today, -back, -back)


def around(today: date, first: int, last: int) -> Period | None:
    """The days so far from `today`, as far as the calendar goes; None where it has none."""
    lowest, highest = date.min.toordinal(), date.max.toordinal()
    start, end = today.toordinal() + first, today.toordinal() + last
    start, end = max(start, lowest), min(end, highest)
    if end < start:
        return None
    return Period(first=date.fromordinal(start), last=date.fromordinal(end))


def week(today: date, back: int) -> Period | None:
    """The week, Monday to Sunday, so many weeks before the one of `today`."""
    monday = -today.weekday() - _WEEK * back
    return around(today, monday, monday + _WEEK - 1)


def months_back(today: date, back: int) -> tuple[int, int]:
    """The year, maybe before the first, and the month so many months before that of `today`."""
    years, months = divmod(today.year * 12 + today.month - 1 - back, 12)
    return years, months + 1


def last_months(today: date, count: int) -> Period | None:
    """So many months that end with `today`; those of 31 May begin on the day after 28 February."""
    if count < 1:
        return None
    same = same_day(today, count)
    return Period(first=same.first + timedelta(days=1) if same else date.min, last=today)


def same_day(today: date, back: int) -> Period | None:
    """The day of the same number so many months before, or the last of a month that is shorter.

    None where the calendar has no such month.
    """
    month = month_of(*months_back(today, back))
    return month and day_of(month.first.year, month.first.month, min(today.day, month.last.day))
