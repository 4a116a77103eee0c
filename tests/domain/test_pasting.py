"""A text that was pasted in pieces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.pasting import joined

FIRST = "Calm seas were seen. Divers counted boats in Li"


@pytest.mark.parametrize(
    ("second", "whole"),
    [
        ("ma today.", "Calm seas were seen. Divers counted boats in Lima today."),
        (
            "counted boats in Lima today.",
            "Calm seas were seen. Divers counted boats in Lima today.",
        ),
        (f"{FIRST}ma today.", f"{FIRST}ma today."),
        (FIRST, FIRST),
        ("Divers counted boats in Li", FIRST),
        ("Li", FIRST),
        ("", FIRST),
    ],
)
def test_what_both_pieces_have_is_taken_once(second: str, whole: str) -> None:
    assert joined(FIRST, second) == whole


def test_a_few_letters_in_common_are_no_overlap() -> None:
    assert joined("He said yes. ", "yes. and no") == "He said yes. yes. and no"


def test_without_a_first_piece_the_second_is_all() -> None:
    assert joined(" ", "Calm.") == "Calm."


@given(st.text("ab ", max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_a_text_that_is_cut_anywhere_is_whole_again(text: str, end: int, start: int) -> None:
    first, second = text[:end], text[min(start, end) :]
    whole = joined(first, second)
    assert set(whole) <= set(text)
    assert len(whole) <= len(first) + len(second)
