"""The filter of a list comes back from the text that an id carries."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.filter import Filter, Listed
from bot.presentation.list_state import MOST, kept, must_be_kept, read, state, written
from bot.presentation.place import Place
from tests.presentation.lists import filters

QUOTES = Filter(listed=Listed.QUOTES, briefing=1)
FULL = Filter(
    listed=Listed.QUOTES,
    briefing=12,
    country="RU",
    speaker="orlov",
    words="grain quay",
    since=date(2022, 1, 1),
    until=date(2022, 1, 31),
)


@given(filters)
def test_any_filter_comes_back(asked: Filter) -> None:
    text = written(asked)
    assert read(text) == asked
    assert text.isascii()
    assert text.isprintable()
    assert not set(text) & set(": ")


@given(st.text() | st.from_regex(r"[qts][0-9]{1,12}(&[cswfuie][ -~]{0,12}){0,4}", fullmatch=True))
def test_anything_else_is_no_filter_and_no_error(text: str) -> None:
    found = read(text)
    assert found is None or read(written(found)) == found


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        (QUOTES, "q1"),
        (FULL, "q12&cRU&sorlov-&wgrain+quay-&f20220101&u20220131"),
        (QUOTES.model_copy(update={"speaker": "Орлов"}), "q1&sq0a4b0ami"),
        (QUOTES.model_copy(update={"issue": 5}), "q1&i5"),
        (QUOTES.model_copy(update={"entries": (120, 121, 119)}), "q1&e120,1,-2"),
        (Filter(listed=Listed.TIMELINE, briefing=3, since=date(1, 1, 1)), "t3&f00010101"),
        (Filter(listed=Listed.SEARCH, briefing=3, words="a:b&c"), "s3&wa%3Ab%26c-"),
    ],
)
def test_the_text_is_short_and_readable(asked: Filter, text: str) -> None:
    assert written(asked) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "x1",
        "q",
        "q1234567890123",
        "q1&cru",
        "q1&wgas-&cRU",
        "q1&f20220230",
        "q1&f00000101",
        "q1&s%ff",
        "q1&s" + "a" * 101 + "-",
        "q1&e1,",
        "q1&e1" + ",1" * 25,
        "~q12",
        "q1\n",
    ],
)
def test_what_was_never_written_is_not_understood(text: str) -> None:
    assert read(text) is None


def test_what_has_no_room_must_be_kept() -> None:
    assert must_be_kept(QUOTES) is None
    longest = QUOTES.model_copy(update={"speaker": "o" * (MOST - len("q1&s-"))})
    assert must_be_kept(longest) is None
    longer = longest.model_copy(update={"briefing": 10})
    assert must_be_kept(longer) == written(longer)


def test_a_kept_filter_is_its_key_and_still_says_what_it_lists() -> None:
    assert state(FULL, Place(kept=7)) == "~q7"
    assert state(FULL, Place()) == written(FULL)
    assert kept("~q7") == (7, Listed.QUOTES)
    assert kept("~s12") == (12, Listed.SEARCH)


@pytest.mark.parametrize("text", ["q7", "~", "~7", "~q", "~q-7", "~q1234567890123", "~q7 ", "~q٧"])
def test_anything_else_is_no_key(text: str) -> None:
    assert kept(text) is None
