"""A refusal as a line of text."""

import pytest

from bot.errors import Incomplete, Refused, SitrepError, Unavailable
from bot.terminal.refusal import refusal_line


def because(error: SitrepError, reason: Exception) -> SitrepError:
    error.__cause__ = reason
    return error


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (Refused("It is gone."), "It is gone."),
        (Incomplete("Say why.", lacks="reason"), "Say why (--reason)."),
        (Unavailable("Try again."), "Try again."),
        (because(Unavailable("Try again."), OSError("full\ndisk")), "Try again (full)."),
        (because(Unavailable("It is full; wait."), OSError("full")), "It is full; wait."),
        (because(Refused("It is gone."), OSError("full")), "It is gone."),
    ],
)
def test_an_error_says_what_an_operator_needs(error: SitrepError, line: str) -> None:
    assert refusal_line(error) == line
