"""Typing errors are counted and forgiven within limits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.spelling import Spellings, distance, slips_allowed

WORDS = st.text("abcdé", max_size=12)


@pytest.mark.parametrize(
    ("left", "right", "errors"),
    [
        ("japan", "japan", 0),
        ("jpan", "japan", 1),
        ("japann", "japan", 1),
        ("jaqan", "japan", 1),
        ("untied", "united", 1),
        ("chian", "chile", 2),
        ("", "cuba", 4),
        ("cuba", "", 4),
    ],
)
def test_errors_are_counted(left: str, right: str, errors: int) -> None:
    assert distance(left, right, 9) == errors


@given(WORDS, WORDS)
def test_a_distance_is_the_same_both_ways(left: str, right: str) -> None:
    assert distance(left, right, 20) == distance(right, left, 20)


@given(WORDS, WORDS, st.integers(0, 4))
def test_a_limit_hides_only_what_is_over_it(left: str, right: str, limit: int) -> None:
    assert distance(left, right, limit) == min(distance(left, right, 99), limit + 1)


@given(WORDS, st.lists(WORDS, max_size=8))
def test_nothing_near_is_dropped_by_the_quick_check(text: str, known: list[str]) -> None:
    limit = slips_allowed(len(text))
    errors = [distance(text, word, 99) for word in known]
    least = min(errors, default=99)
    expected = [word for word, count in zip(known, errors, strict=True) if count == least <= limit]
    assert Spellings(known).near(text) == (expected if limit else [])


def test_of_several_only_the_nearest_are_given() -> None:
    known = ["angola", "angolan", "mongolia", "angolans"]
    assert Spellings(known).near("angolann") == ["angolan", "angolans"]


def test_a_beginning_is_completed_from_three_letters_on() -> None:
    known = Spellings(["portugal", "port moresby", "poland"])
    assert known.completing("por") == ["portugal", "port moresby"]
    assert known.completing("po") == []


def test_a_common_stem_counts_by_its_share() -> None:
    known = Spellings(["франция", "французская гвиана", "финляндия"])
    assert known.sharing_stem("французский") == ["франция"]
    assert Spellings(["日本", "中国"]).sharing_stem("日本語") == ["日本"]
    assert Spellings(["peru"]).sharing_stem("person") == []
