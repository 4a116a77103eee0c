"""No character is cut in two."""

import pytest

from bot.presentation.grapheme import boundary


@pytest.mark.parametrize(
    ("text", "end", "place"),
    [
        ("abc", 2, 2),
        ("abc", 3, 3),
        ("ae\u0301b", 2, 1),
        ("a👩‍👩‍👧b", 3, 1),
        ("a👩‍👩‍👧b", 5, 1),
        ("a👍🏽b", 2, 1),
        ("a❤\ufe0fb", 2, 1),
        ("🇷🇺🇨🇳", 1, 1),
        ("🇷🇺🇨🇳", 2, 2),
        ("🇷🇺🇨🇳", 3, 2),
    ],
)
def test_the_last_boundary_is_found(text: str, end: int, place: int) -> None:
    assert boundary(text, 0, end) == place


def test_a_character_without_end_is_cut() -> None:
    assert boundary("a" + "\u0301" * 100, 0, 60) == 60


def test_there_is_always_something_before_the_boundary() -> None:
    assert boundary("e\u0301\u0301", 0, 1) == 1
    assert boundary("xe\u0301\u0301", 1, 3) == 3
