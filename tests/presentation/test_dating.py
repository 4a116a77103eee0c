"""The date of an event is as exact as it is known."""

import pytest

from bot.presentation.dating import dating
from tests.presentation.examples import language
from tests.presentation.items import happened


@pytest.mark.parametrize(
    ("when", "expected", "shown"),
    [
        ("2022-01-21", False, "**January 21, 2022**"),
        ("2022-01", False, "**January 2022**"),
        ("2022", True, "**2022**, expected"),
        ("2022-01-21/2022-01-24", True, "**January 21 – 24, 2022**, expected"),
        ("0001-01-01", False, "**January 1, 1**"),
        ("0001", False, "**1 AD**"),
        ("9999-12-31", True, "**December 31, 9999**, expected"),
    ],
)
def test_the_date_is_as_exact_as_known(when: str, expected: bool, shown: str) -> None:
    assert dating(happened(when=when, expected=expected).event, language()) == shown
