"""A cut falls between words where one is near."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.presentation.word_edge import edge_after, edge_before
from tests.presentation.texts import short_texts

TEXT = "the port stays open"


@pytest.mark.parametrize(("start", "shown"), [(0, TEXT), (4, "port stays open"), (5, "stays open")])
def test_a_beginning_is_that_of_a_word(start: int, shown: str) -> None:
    assert TEXT[edge_after(TEXT, start, len(TEXT)) :] == shown


@pytest.mark.parametrize(("end", "shown"), [(19, TEXT), (8, "the port"), (7, "the"), (4, "the")])
def test_an_end_is_that_of_a_word(end: int, shown: str) -> None:
    assert TEXT[: edge_before(TEXT, 0, end)] == shown


def test_a_word_without_end_is_cut_inside() -> None:
    endless = "a" * 99
    assert edge_after(endless, 50, 99) == 50
    assert edge_before(endless, 0, 50) == 50


def test_no_character_is_cut_in_two() -> None:
    letters = "e\u0301" * 40
    assert edge_before(letters, 0, 41) == 40
    assert edge_after(letters, 41, 80) == 40


@given(short_texts, st.integers(0, 99), st.integers(0, 99))
def test_edges_are_in_the_text(text: str, one: int, other: int) -> None:
    low, high = sorted((min(one, len(text)), min(other, len(text))))
    assert 0 <= edge_after(text, low, high) <= max(high, low)
    assert low <= edge_before(text, low, high) <= high
