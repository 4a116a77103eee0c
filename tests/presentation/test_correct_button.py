"""The button of editors: on their own cards, in the same row, and on nobody else's."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from bot.domain.answer import Reading
from bot.domain.item import Happened, Said
from bot.domain.listing import InContext, Opened
from bot.presentation.answers import render
from bot.presentation.desk_ids import DeskCorrect
from bot.presentation.place import Place
from tests.presentation.entries import readings
from tests.presentation.examples import language
from tests.presentation.lists import happenings, sayings
from tests.presentation.shown import assert_sendable, components

MINE = Place(asker=7, editor=True)


def asked(answer: Reading | Opened | InContext, place: Place = MINE) -> list[str]:
    """The ids of such buttons on its card, which Discord takes."""
    card = render(answer, place, language())
    assert_sendable(card)
    found = (str(part.get("custom_id")) for part in components(card))
    return [key for key in found if key.startswith("deskcorr:")]


@settings(deadline=None, max_examples=20)
@given(readings())
def test_an_issue_and_its_sections_can_be_corrected(shown: Reading) -> None:
    assert len(asked(shown)) == 1


@settings(deadline=None, max_examples=20)
@given(sayings())
def test_a_quote_can_be_corrected_alone_and_in_context(item: Said) -> None:
    key = str(DeskCorrect(f"q{item.id}"))
    assert asked(Opened(item=item)) == asked(InContext(item=item)) == [key]


@settings(deadline=None, max_examples=20)
@given(happenings)
def test_an_event_can_be_corrected(item: Happened) -> None:
    assert asked(Opened(item=item)) == [str(DeskCorrect(f"e{item.id}"))]


@pytest.mark.parametrize("private", [True, False])
@settings(deadline=None, max_examples=5)
@given(readings(), sayings())
def test_nobody_else_has_the_button(private: bool, shown: Reading, item: Said) -> None:
    place = replace(MINE, editor=False, private=private)
    assert asked(shown, place) == asked(Opened(item=item), place) == []
    assert asked(InContext(item=item), place) == []
