"""Column types: what SQLite cannot hold by itself comes back as it was."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import TypeDecorator
from sqlalchemy.dialects import sqlite

from bot.domain.when import Precision, When
from bot.store.columns import IsoDate, Notes, UtcMoment, WhenText
from tests.moments import NOW

DIALECT = sqlite.dialect()
ZONES = st.timezones() | st.integers(-1439, 1439).map(lambda m: timezone(timedelta(minutes=m)))
MOMENTS = st.datetimes(datetime(1900, 1, 1), datetime(2999, 1, 1), timezones=ZONES)  # noqa: DTZ001


def kept(kind: TypeDecorator[Any], value: Any) -> Any:
    return kind.process_bind_param(value, DIALECT)


def back(kind: TypeDecorator[Any], value: Any) -> Any:
    return kind.process_result_value(kept(kind, value), DIALECT)


@given(MOMENTS)
def test_a_moment_of_any_zone_comes_back(moment: datetime) -> None:
    again = back(UtcMoment(), moment)
    assert again == moment.astimezone(UTC)
    assert again.utcoffset() == timedelta(0)


@given(MOMENTS, MOMENTS)
def test_moments_sort_as_text(one: datetime, other: datetime) -> None:
    assert one.timestamp() == other.timestamp() or (
        (kept(UtcMoment(), one) < kept(UtcMoment(), other)) == (one.timestamp() < other.timestamp())
    )


def test_a_naive_moment_is_refused() -> None:
    with pytest.raises(ValueError, match="a naive datetime has no place"):
        kept(UtcMoment(), NOW.replace(tzinfo=None))


@given(st.dates())
def test_every_day_comes_back(day: date) -> None:
    assert back(IsoDate(), day) == day


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_first_and_the_last_day_come_back_and_sort(day: date) -> None:
    assert len(kept(IsoDate(), day)) == 10
    assert back(IsoDate(), day) == day
    assert kept(IsoDate(), date.min) <= kept(IsoDate(), day) <= kept(IsoDate(), date.max)


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("0001", Precision.YEAR),
        ("9999", Precision.YEAR),
        ("0001-01", Precision.MONTH),
        ("9999-12", Precision.MONTH),
        ("2024-02", Precision.MONTH),
        ("0001-01-01", Precision.DAY),
        ("9999-12-31", Precision.DAY),
        ("0001-01-01/9999-12-31", Precision.INTERVAL),
    ],
)
def test_a_date_keeps_its_precision(text: str, precision: Precision) -> None:
    when = back(WhenText(), When.parse(text))
    assert (str(when), when.precision) == (text, precision)
    assert len(kept(WhenText(), when)) <= 21


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]))))
def test_notes_come_back(notes: list[str]) -> None:
    assert back(Notes(), tuple(notes)) == tuple(notes)


@pytest.mark.parametrize("kind", [UtcMoment(), IsoDate(), WhenText()])
def test_nothing_stays_nothing(kind: TypeDecorator[Any]) -> None:
    assert back(kind, None) is None


def test_no_notes_are_an_empty_list() -> None:
    assert kept(Notes(), None) == "[]"
    assert back(Notes(), None) == ()
