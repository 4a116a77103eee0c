"""The first message is short and says how to begin."""

from bot.presentation.welcome import welcome
from tests.presentation.shown import assert_sendable, buttons, text


def test_it_says_what_sitrep_does_and_how_to_begin() -> None:
    card = welcome()
    assert_sendable(card)
    title, does, begin = text(card).splitlines()
    assert title == "# Sitrep is here"
    assert does.count(". ") == 1
    assert "`/setup`" in begin
    assert buttons(card) == {}
