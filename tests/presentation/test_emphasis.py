"""Bold stretches of a text do not touch the rest of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.presentation.emphasis import emphasised
from bot.presentation.markdown import plain
from tests.presentation.discord_markdown import read
from tests.presentation.texts import short_texts

spans = st.lists(st.tuples(st.integers(0, 90), st.integers(0, 90)), max_size=6)


def spans_of(text: str, *words: str) -> list[tuple[int, int]]:
    return [(text.index(word), text.index(word) + len(word)) for word in words]


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        ("the port stays open", ["port"], "the **port** stays open"),
        ("the port stays open", ["port", "open"], "the **port** stays **open**"),
        ("the port stays open", ["port", "stays"], "the **port stays** open"),
        ("the port", ["the port"], "**the port**"),
        ("a*b port_", ["port_"], "a\\*b **port\\_**"),
        ("one\ntwo\n\nthree", ["one\ntwo\n\nthree"], "**one**\n**two**\n\n**three**"),
        ("港口开放。", ["港口"], "**港口**开放。"),
        ("see https://example.org/port now", ["port"], "see https://example.org/port now"),
        ("see https://example.org/p now", ["see https://example.org/p now"], None),
    ],
)
def test_words_are_bold(text: str, words: list[str], shown: str | None) -> None:
    expected = shown or "**see** https://example.org/p **now**"
    assert emphasised(text, spans_of(text, *words)) == expected


def test_stretches_that_overlap_are_one() -> None:
    assert emphasised("the port stays", [(4, 8), (0, 6), (6, 14)]) == "**the port stays**"


def test_a_stretch_outside_of_the_text_is_none() -> None:
    assert emphasised("port", [(9, 12), (3, 1), (-4, 0)]) == "port"


@given(short_texts, spans)
def test_without_the_bold_marks_it_is_the_text(text: str, marked: list[tuple[int, int]]) -> None:
    shown = emphasised(text, marked)
    seen = read(shown)
    assert set(seen.active) <= {"*"}
    assert not set(seen.active) or marked


@given(short_texts)
def test_no_stretch_no_bold(text: str) -> None:
    assert emphasised(text, []) == plain(text)


def test_what_cannot_be_seen_is_not_bold() -> None:
    assert emphasised("a \u200b b", [(2, 3)]) == "a \u200b b"
