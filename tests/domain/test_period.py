"""What people type for `since` and `until` is understood, or known not to be."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.days import Period
from bot.domain.period import MOST_CHARACTERS, MOST_SUGGESTIONS, parse_period, suggest_periods

TODAY = date(2022, 2, 1)  # a Tuesday
ISSUE_DAY = date(2022, 1, 28)


def one(day: date) -> Period:
    return Period(first=day, last=day)


@pytest.mark.parametrize(
    "text",
    [
        "2022-01-28",
        "28 January 2022",
        "January 28, 2022",
        "january 28,2022",
        "  JANUARY   28 ,  2022 ",
        "28.1.2022",
        "28.01.2022",
        "28/01/2022",
        "1/28/2022",
        "28 Jan 2022",
        "28 jan. 2022",
        "Jan.28, 2022",
        "Jan. 28",
        "Jan 28",
        "28. January",
        "28/1",
        "28.1.",
        "the 28th of January 2022",
        "since January 28th",
        "until the 28th January",
        "before 2022-01-28",
        "after 28 January",
        "2022/01/28",
        "2022/1/28",
        "2022.01.28.",
        "2022-1-28",
        "4 days ago",
        "since 4 days ago",
        "Friday",
        "last Friday",
        "the last Fri.",
    ],
)
def test_these_are_the_day_of_the_issue(text: str) -> None:
    assert parse_period(text, TODAY) == one(ISSUE_DAY)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("3/4/2021", date(2021, 4, 3), date(2021, 4, 3)),
        ("29/2/2020", date(2020, 2, 29), date(2020, 2, 29)),
        ("29 February", date(2020, 2, 29), date(2020, 2, 29)),
        ("1 February", TODAY, TODAY),
        ("2 February", date(2021, 2, 2), date(2021, 2, 2)),
        ("Jan 22", date(2022, 1, 22), date(2022, 1, 22)),
        ("Sept. 3", date(2021, 9, 3), date(2021, 9, 3)),
        ("January 2022", date(2022, 1, 1), date(2022, 1, 31)),
        ("2022-01", date(2022, 1, 1), date(2022, 1, 31)),
        ("January", date(2022, 1, 1), date(2022, 1, 31)),
        ("February", date(2022, 2, 1), date(2022, 2, 28)),
        ("in March", date(2021, 3, 1), date(2021, 3, 31)),
        ("May", date(2021, 5, 1), date(2021, 5, 31)),
        ("feb 2020", date(2020, 2, 1), date(2020, 2, 29)),
        ("2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("0001", date(1, 1, 1), date(1, 12, 31)),
        ("9999", date(9999, 1, 1), date(9999, 12, 31)),
        ("9999-12-31", date.max, date.max),
        ("today", TODAY, TODAY),
        ("since yesterday", date(2022, 1, 31), date(2022, 1, 31)),
        ("Tuesday", TODAY, TODAY),
        ("last Tuesday", date(2022, 1, 25), date(2022, 1, 25)),
        ("Wed", date(2022, 1, 26), date(2022, 1, 26)),
        ("Thurs.", date(2022, 1, 27), date(2022, 1, 27)),
        ("the last 7 days", date(2022, 1, 26), TODAY),
        ("last 1 day", TODAY, TODAY),
        ("past 2 weeks", date(2022, 1, 19), TODAY),
        ("Last 3 Months", date(2021, 11, 2), TODAY),
        ("last 2 years", date(2020, 2, 2), TODAY),
        ("last 99999 years", date.min, TODAY),
        ("this week", date(2022, 1, 31), date(2022, 2, 6)),
        ("last week", date(2022, 1, 24), date(2022, 1, 30)),
        ("this month", date(2022, 2, 1), date(2022, 2, 28)),
        ("last month", date(2022, 1, 1), date(2022, 1, 31)),
        ("this year", date(2022, 1, 1), date(2022, 12, 31)),
        ("last year", date(2021, 1, 1), date(2021, 12, 31)),
        ("tomorrow", date(2022, 2, 2), date(2022, 2, 2)),
        ("next week", date(2022, 2, 7), date(2022, 2, 13)),
        ("until next month", date(2022, 3, 1), date(2022, 3, 31)),
        ("next year", date(2023, 1, 1), date(2023, 12, 31)),
        ("0 days ago", TODAY, TODAY),
        ("a day ago", date(2022, 1, 31), date(2022, 1, 31)),
        ("2 weeks ago", date(2022, 1, 18), date(2022, 1, 18)),
        ("One week ago", date(2022, 1, 25), date(2022, 1, 25)),
        ("a month ago", date(2022, 1, 1), date(2022, 1, 1)),
        ("2 years ago", date(2020, 2, 1), date(2020, 2, 1)),
        ("2022/1", date(2022, 1, 1), date(2022, 1, 31)),
    ],
)
def test_these_cover(text: str, first: date, last: date) -> None:
    assert parse_period(text, TODAY) == Period(first=first, last=last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "since",
        "soon",
        "22",
        "0000",
        "10000",
        "2022-13",
        "2022-02-30",
        "0000-01-01",
        "30 February",
        "0 January",
        "29/2/2021",
        "13/13/2022",
        "28.1/2022",
        "28 January 22",
        "28 Janvier 2022",
        "last 0 days",
        "last 0 months",
        "last 100000 days",
        "last days",
        "last fortnight",
        "next Tuesday",
        "3 days",
        "days ago",
        "in a month ago or so",
        "2022/13",
        "2022/01-28",
        "2022/02/30",
        "99999 years ago",
        "28 January 2022 or so",
        "2022-01-21/2022-01-24",
        "the " * 25 + "2022",
    ],
)
def test_these_are_not_understood(text: str) -> None:
    assert parse_period(text, TODAY) is None


@pytest.mark.parametrize("text", ["yesterday", "last month", "last year", "last week", "December"])
def test_there_is_nothing_before_the_first_day(text: str) -> None:
    assert parse_period(text, date.min) is None


@pytest.mark.parametrize("text", ["tomorrow", "next week", "next month", "next year"])
def test_there_is_nothing_after_the_last_day(text: str) -> None:
    assert parse_period(text, date.max) is None


@pytest.mark.parametrize(
    ("today", "text", "day"),
    [
        (date(2022, 3, 31), "a month ago", date(2022, 2, 28)),
        (date(2024, 2, 29), "a year ago", date(2023, 2, 28)),
        (date(2022, 1, 31), "2 months ago", date(2021, 11, 30)),
    ],
)
def test_a_shorter_month_ends_with_its_last_day(today: date, text: str, day: date) -> None:
    assert parse_period(text, today) == one(day)


def test_the_last_week_of_the_calendar_ends_with_it() -> None:
    assert parse_period("this week", date.max) == Period(first=date(9999, 12, 27), last=date.max)


WORDS = st.sampled_from(
    "since the last this 0 1 7 28th 29 31 2022 9999 0000 jan. February sept sunday days months "
    "years week ago a next tomorrow 2022/1/ 2022- , / . - 28/1 1/28/2022 31.12. 2022-01 "
    "9999-12-31".split()
)
TYPED = st.text(max_size=40) | st.lists(WORDS, max_size=5).map(" ".join)


@given(TYPED, st.dates())
@example("last 99999 months", date.min)
@example("٢٠٢٢", date.max)
@example("²0²2", TODAY)
def test_any_text_on_any_day_is_a_period_or_none(text: str, today: date) -> None:
    period = parse_period(text, today)
    assert period is None or period.first <= period.last


@given(st.dates(), st.dates())
def test_every_day_is_understood_however_it_is_written(day: date, today: date) -> None:
    name = f"{day:%B}"
    for text in (
        day.isoformat(),
        f"{day.day} {name} {day.year:04}",
        f"{name} {day.day}, {day.year:04}",
        f"{name[:3]}. {day.day} {day.year:04}",
        f"{day.day}.{day.month}.{day.year:04}",
        f"{day.day:02}/{day.month:02}/{day.year:04}",
        f"{day.year:04}/{day.month:02}/{day.day:02}",
        f"{day.year:04}/{day.month}/{day.day}",
    ):
        assert parse_period(text, today) == one(day)


@given(st.dates(), st.integers(0, 99_999))
def test_so_many_days_ago_is_one_day(today: date, count: int) -> None:
    found = parse_period(f"{count} days ago", today)
    if found is None:
        assert (today - date.min).days < count
    else:
        assert found == one(today - timedelta(days=count))


@given(st.dates(), st.sampled_from(["week", "month", "year"]))
def test_what_is_next_begins_where_this_ends(today: date, unit: str) -> None:
    this, later = parse_period(f"this {unit}", today), parse_period(f"next {unit}", today)
    assert this
    if later is None:
        assert this.last == date.max
    else:
        assert later.first == this.last + timedelta(days=1)


@given(st.dates(min_value=date(1, 1, 8)), st.integers(1, 7))
def test_a_weekday_is_the_most_recent_one(today: date, back: int) -> None:
    day = today - timedelta(days=back)
    assert parse_period(f"last {day:%A}", today) == one(day)


def test_nothing_typed_offers_what_people_ask_for_most() -> None:
    offered = suggest_periods("", TODAY)
    assert offered[:5] == ["last 7 days", "last 30 days", "this month", "last month", "this year"]
    assert offered[5:10] == ["2022", "2021", "2020", "2019", "2018"]
    assert offered[10] == "February 2022"
    assert offered[21] == "March 2021"
    assert len(offered) == MOST_SUGGESTIONS


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("jan", ["jan", "January 2022"]),
        ("Since Janu", ["January 2022"]),
        ("28 January", ["28 January"]),
        ("last 7", ["last 7 days"]),
        ("Last  7 Days", ["last 7 days"]),
        ("2019", ["2019"]),
        ("30", ["last 30 days"]),
        ("yes", ["yesterday"]),
        ("tom", ["tomorrow"]),
        ("next", ["next week", "next month", "next year"]),
        ("2022-0", [f"2022-0{month}" for month in range(1, 10)]),
        ("2022-1", ["2022-1", "2022-10", "2022-11", "2022-12"]),
        ("since 2021/1", ["since 2021/1", "2021-10", "2021-11", "2021-12"]),
        ("2022-01", ["2022-01"]),
        ("2022-02-2", ["2022-02-2", *(f"2022-02-2{day}" for day in range(9))]),
        ("2022-01-3", ["2022-01-3", "2022-01-30", "2022-01-31"]),
        ("2022-13-0", []),
        ("day", ["last 7 days", "last 30 days", "today", "yesterday"]),
        ("m 2", []),
        ("soon", []),
    ],
)
def test_what_is_typed_is_completed(typed: str, offered: list[str]) -> None:
    assert suggest_periods(typed, TODAY) == offered


def test_what_begins_as_typed_comes_before_what_holds_it() -> None:
    offered = suggest_periods("ma", TODAY)
    assert offered == ["May 2021", "March 2021"]
    assert suggest_periods("t", TODAY)[:4] == ["this month", "this year", "today", "this week"]


@given(st.dates(), st.dates(), st.integers(5, 10))
def test_every_iso_date_can_be_typed_by_completion(day: date, today: date, length: int) -> None:
    typed, month = day.isoformat()[:length], day.isoformat()[:7]
    offered = suggest_periods(typed, today)
    if length <= len(month):
        assert month in offered
    elif length > len(month) + 1:
        assert day.isoformat() in offered
    else:
        assert offered == [f"{month}-{number:02}" for number in range(1, 26)]


@given(TYPED, st.dates())
@example("", date.min)
@example("", date.max)
@example("the " * 200 + "2022", TODAY)
def test_everything_offered_is_understood(typed: str, today: date) -> None:
    offered = suggest_periods(typed, today)
    assert len(offered) <= MOST_SUGGESTIONS
    assert all(len(text) <= MOST_CHARACTERS for text in offered)
    assert len({text.lower() for text in offered}) == len(offered)
    assert all(parse_period(text, today) for text in offered)
    if parse_period(typed, today):
        assert offered[0].lower() == " ".join(typed.split()).lower()
