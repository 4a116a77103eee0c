"""Cursors: where a page of a list goes on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.cursor import Cursor, Way, last_of, month_of
from bot.domain.when import When

DAYS = st.dates().flatmap(
    lambda day: st.sampled_from([f"{day}", f"{day}"[:7], f"{day}"[:4]]).map(str)
)


@given(st.sampled_from(Way), DAYS, st.integers(0, 999_999_999_999))
def test_a_cursor_is_read_as_it_was_written(way: Way, day: str, key: int) -> None:
    cursor = Cursor(way=way, day=day, id=key)
    assert Cursor.parse(str(cursor)) == cursor
    assert len(str(cursor)) <= 24


@pytest.mark.parametrize(
    "text", ["", "-", "o", "o2022", "2022.1", "x2022.1", "o2022-1.1", "o2022.x"]
)
def test_nothing_else_is_a_cursor(text: str) -> None:
    assert Cursor.parse(text) is None


@pytest.mark.parametrize(
    ("day", "month"), [("2022-01-21", "2022-01"), ("2022-01", "2022-01"), ("2022", "2022")]
)
def test_a_year_alone_is_a_group_of_its_own(day: str, month: str) -> None:
    assert month_of(day) == month


@given(DAYS, st.integers(1, 999_999_999_999))
def test_a_month_lies_between_its_two_cursors(day: str, key: int) -> None:
    start, end = Cursor.from_start(month_of(day)), Cursor.from_end(month_of(day))
    assert (start.way, end.way) == (Way.NEWER, Way.OLDER)
    assert (start.day, start.id) < (day, key) <= (end.day, end.id)


@given(DAYS, DAYS)
def test_months_follow_one_another_as_their_cursors_do(one: str, other: str) -> None:
    if month_of(one) < month_of(other):
        assert last_of(month_of(one)) < other
        assert (Cursor.from_end(month_of(one)).day) < Cursor.from_start(month_of(other)).day


@given(st.dates())
def test_a_year_comes_before_its_months_and_a_month_before_its_days(day: object) -> None:
    texts = [f"{day}"[:4], f"{day}"[:7], f"{day}"]
    assert sorted(texts) == texts
    assert [str(When.parse(text)) for text in texts] == texts
