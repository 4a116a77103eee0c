"""Date expressions and the dates they mean, seen from Wednesday 14 June 2023."""

import datetime as dt

import pytest

from bot.importer.dates import expressions
from bot.importer.reckoning import NoSuchDate, Standpoint, full_day, reckon

ISSUED = dt.date(2023, 6, 14)
PAST = Standpoint(ISSUED, "past")
FUTURE = Standpoint(ISSUED, "future")


def values(text: str, standpoint: Standpoint = PAST) -> list[str]:
    found = [reckon(expression, standpoint) for expression in expressions(text)]
    return [reckoned.value for reckoned in found if reckoned]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on January 21, 2022", "2022-01-21"),
        ("on 21 January 2022", "2022-01-21"),
        ("on the 21st of January 2022", "2022-01-21"),
        ("NOVEMBER 8, 2016", "2016-11-08"),
        ("on Jan. 21", "2023-01-21"),
        ("2022-01-21 09:00", "2022-01-21"),
        ("21.01.2022", "2022-01-21"),
        ("01/21/2022", "2022-01-21"),
        ("21/01/2022", "2022-01-21"),
        ("on Sunday, June 11", "2023-06-11"),
        ("on December 29", "2022-12-29"),
        ("August 30-31, 2019", "2019-08-30/2019-08-31"),
        ("on September 1st and 2nd, 2019", "2019-09-01/2019-09-02"),
        ("from 28 to 30 May", "2023-05-28/2023-05-30"),
        ("from December 30 to January 2", "2022-12-30/2023-01-02"),
        ("28 May – 3 June 2023", "2023-05-28/2023-06-03"),
        ("in February 2020", "2020-02"),
        ("in mid-August", "2022-08"),
        ("in early 2015", "2015"),
        ("at the beginning of May", "2023-05"),
        ("since June", "2023-06"),
        ("last December", "2022-12"),
        ("in 2014", "2014"),
        ("from 1992 to 2005", "1992/2005"),
        ("on Monday", "2023-06-12"),
        ("on Wednesday", "2023-06-14"),
        ("last Wednesday", "2023-06-07"),
        ("last Thursday", "2023-06-08"),
        ("yesterday", "2023-06-13"),
        ("the day before yesterday", "2023-06-12"),
        ("today", "2023-06-14"),
        ("last week", "2023-06-05/2023-06-11"),
        ("earlier this week", "2023-06-12/2023-06-18"),
        ("over the weekend", "2023-06-10/2023-06-11"),
        ("last month", "2023-05"),
        ("earlier this month", "2023-06"),
        ("last year", "2022"),
        ("three days ago", "2023-06-11"),
        ("two weeks ago", "2023-05-29/2023-06-04"),
        ("five years ago", "2018"),
        ("a month ago", "2023-05"),
    ],
)
def test_the_past(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on Friday", "2023-06-16"),
        ("on Wednesday", "2023-06-21"),
        ("next Monday", "2023-06-19"),
        ("by February 14", "2024-02-14"),
        ("in October", "2023-10"),
        ("next May", "2024-05"),
        ("tomorrow", "2023-06-15"),
        ("next week", "2023-06-19/2023-06-25"),
        ("next year", "2024"),
        ("from 3 to 5 July", "2023-07-03/2023-07-05"),
        ("this weekend", "2023-06-17/2023-06-18"),
    ],
)
def test_the_future(text: str, value: str) -> None:
    assert values(text, FUTURE) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "more than 2,000 people",
        "it may rain in the march of time",
        "the 2024 race",
        "Room 2014",
        "on Mondays",
        "a 5-year plan",
        "99/99/2020x",
        "a day later",
        "the same day",
        "",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert values(text) == []


def test_counted_from_the_day_told_before() -> None:
    at = Standpoint(ISSUED, "past", dt.date(2023, 5, 31))
    assert values("A day later", at) == ["2023-06-01"]
    assert values("the same day", at) == ["2023-05-31"]
    assert values("two months earlier", at) == ["2023-03"]


def test_without_issue_date_only_full_dates_are_known() -> None:
    at = Standpoint(None)
    assert values("on Monday, on May 3 and last week", at) == []
    assert values("May 3, 2021", at) == ["2021-05-03"]


def test_a_date_without_year_is_marked() -> None:
    (expression,) = expressions("on May 3")
    reckoned = reckon(expression, PAST)
    assert reckoned is not None
    assert (reckoned.trust, reckoned.note) == ("likely", "year inferred from the issue date")


def test_a_numeric_date_may_be_swapped() -> None:
    (expression,) = expressions("05/02/2022")
    swapped, sure = reckon(expression, PAST), reckon(expression, Standpoint(ISSUED, day_first=True))
    assert swapped is not None
    assert sure is not None
    assert (swapped.value, swapped.trust) == ("2022-05-02", "check")
    assert (sure.value, sure.trust) == ("2022-02-05", "sure")


@pytest.mark.parametrize("text", ["February 30, 2022", "on Feb. 30", "2022-13-01", "31/04/2022"])
def test_a_day_that_no_calendar_has(text: str) -> None:
    (expression,) = expressions(text)
    with pytest.raises(NoSuchDate):
        reckon(expression, PAST)


def test_leap_days_are_found_in_their_year() -> None:
    assert values("on February 29", Standpoint(dt.date(2021, 3, 1), "past")) == ["2020-02-29"]


def test_full_days_only() -> None:
    day, month = expressions("May 3, 2021 and in June 2021")
    assert full_day(day) == dt.date(2021, 5, 3)
    assert full_day(month) is None


def test_places_are_true() -> None:
    text = "It began on May 3, 2021 and ended last week."
    assert [text[e.start : e.end] for e in expressions(text)] == ["May 3, 2021", "last week"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on New Year’s Eve", "2022-12-31"),
        ("from Monday to Wednesday", "2023-06-12/2023-06-14"),
        ("by June 20", "2023-06-20"),
        ("on August 21", "2022-08-21"),
        ("on the 9th, he left", "2023-06-09"),
        ("in the past week", "2023-06-05/2023-06-11"),
        ("in the past month", "2023-05"),
        ("in the past year", "2022"),
    ],
)
def test_days_by_other_names(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize("text", ["today’s world", "on the 9th floor", "Mayday"])
def test_what_only_looks_like_a_day(text: str) -> None:
    assert values(text) == []


def test_a_date_almost_a_year_ago_is_rather_the_one_ahead() -> None:
    assert values("by June 28", PAST) == ["2023-06-28"]
    assert values("on June 10", FUTURE) == ["2023-06-10"]
