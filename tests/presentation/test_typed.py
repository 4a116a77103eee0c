"""What was typed is repeated in quotation marks once, and never as nothing between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.presentation.line import visible
from bot.presentation.typed import quoted


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("grain", "“grain”"),
        ("“Crane 4.6”", "“Crane 4.6”"),
        ('"Crane 4.6"', "“Crane 4.6”"),
        ("«Crane»", "“Crane”"),
        ("ice “low tide” -crane", "ice “low tide” -crane"),
        ("“one” and “two”", "“one” and “two”"),
        ("*grain*", "“\\*grain\\*”"),
        ("two\nlines", "“two lines”"),
    ],
)
def test_it_stands_in_quotation_marks_once(typed: str, shown: str) -> None:
    assert quoted(typed) == shown


@pytest.mark.parametrize("typed", ["", "\0", "\u200b", " ", "“”", '"', "“ \0 ”"])
def test_what_cannot_be_read_is_said_so(typed: str) -> None:
    assert quoted(typed) == "something that cannot be read"


def test_a_long_phrase_keeps_its_marks() -> None:
    shown = quoted(f"“{'tide ' * 40}”")
    assert shown.startswith("“tide")
    assert shown.endswith("…”")


@given(st.text(max_size=100))
def test_nothing_is_ever_quoted(typed: str) -> None:
    assert visible(quoted(typed).strip("“”"))
