"""Moments to come, as they are typed."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.due import clock_in, parse_due
from bot.domain.zone import zone_of
from bot.errors import Refused

PARIS = "Europe/Paris"
FRIDAY = datetime(2022, 1, 28, 13, 30, tzinfo=UTC)  # 14:30 in Paris


@pytest.mark.parametrize(
    ("typed", "there"),
    [
        ("18:00", "2022-01-28 18:00"),
        ("18.00", "2022-01-28 18:00"),
        ("18h", "2022-01-28 18:00"),
        ("18h30", "2022-01-28 18:30"),
        ("6pm", "2022-01-28 18:00"),
        ("6:05 p.m.", "2022-01-28 18:05"),
        ("at 6 pm", "2022-01-28 18:00"),
        ("9am", "2022-01-29 09:00"),
        ("14:30", "2022-01-29 14:30"),
        ("12am", "2022-01-29 00:00"),
        ("midnight", "2022-01-29 00:00"),
        ("noon tomorrow", "2022-01-29 12:00"),
        ("tomorrow 9am", "2022-01-29 09:00"),
        ("Tomorrow at 09:00", "2022-01-29 09:00"),
        ("today 15:00", "2022-01-28 15:00"),
        ("monday 9:00", "2022-01-31 09:00"),
        ("Friday, 18:00", "2022-01-28 18:00"),
        ("2022-01-28 14:31", "2022-01-28 14:31"),
        ("2022-01-28T23:59", "2022-01-28 23:59"),
        ("January 30 14:00", "2022-01-30 14:00"),
        ("14:00 on January 30", "2022-01-30 14:00"),
        ("30 Jan 2022, 2pm", "2022-01-30 14:00"),
        ("3 January 8:00", "2023-01-03 08:00"),
        ("in 20 minutes", "2022-01-28 14:50"),
        ("in 2 hours", "2022-01-28 16:30"),
    ],
)
def test_what_is_typed_is_the_next_such_moment(typed: str, there: str) -> None:
    due = parse_due(typed, FRIDAY, PARIS)
    assert f"{due.at.astimezone(zone_of(PARIS)):%Y-%m-%d %H:%M}" == there


def test_a_time_that_has_passed_is_tomorrows_and_says_so() -> None:
    assert parse_due("9am", FRIDAY, PARIS).rolled
    assert not parse_due("18:00", FRIDAY, PARIS).rolled
    assert not parse_due("tomorrow 9am", FRIDAY, PARIS).rolled


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("soon", "“soon” is no moment; type it like 18:00"),
        ("tomorrow", "is no moment"),
        ("18", "is no moment"),
        ("25:00", "is no moment"),
        ("13pm", "is no moment"),
        ("18:00 in January", "is no moment"),
        ("", "is no moment"),
        ("2022-01-28 14:00", "“2022-01-28 14:00” has passed"),
        ("yesterday 18:00", "has passed"),
        ("in 0 minutes", "has passed"),
        ("2024-01-28 14:00", "more than a year ahead"),
        ("2022-03-27 02:30", "Clocks leave 02:30 out on 2022-03-27"),
    ],
)
def test_what_is_no_moment_to_come_is_refused(typed: str, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        parse_due(typed, FRIDAY, PARIS)


def test_of_an_hour_that_comes_twice_the_first_is_meant() -> None:
    due = parse_due("2022-10-30 02:30", FRIDAY, PARIS)
    assert due.at == datetime(2022, 10, 30, 0, 30, tzinfo=UTC)


@given(st.text(max_size=120))
def test_anything_typed_is_a_moment_to_come_or_refused(typed: str) -> None:
    try:
        due = parse_due(typed, FRIDAY, PARIS)
    except Refused:
        return
    assert FRIDAY < due.at <= FRIDAY + timedelta(days=366)


@given(st.integers(1, 300 * 24 * 60), st.sampled_from([PARIS, "UTC", "UTC-09:30"]))
def test_a_moment_that_is_written_out_is_that_moment(minutes: int, zone: str) -> None:
    minute = FRIDAY + timedelta(minutes=minutes)
    there = minute.astimezone(zone_of(zone))
    if there.fold:
        return
    assert parse_due(f"{there:%Y-%m-%d %H:%M}", FRIDAY, zone).at == minute
    assert clock_in(zone, minute) == f"{there:%H:%M}"
