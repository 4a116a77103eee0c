"""A quote in its context: the paragraph, the quote marked in it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.item import Said
from bot.domain.listing import InContext, Opened
from bot.presentation import limits
from bot.presentation.answers import render
from bot.presentation.card import Card
from bot.presentation.place import Place
from bot.presentation.room import units
from tests.presentation.examples import ASKER, SENTENCE, language
from tests.presentation.items import WORDS, detached, said, said_in
from tests.presentation.lists import sayings
from tests.presentation.shown import TEXT, assert_sendable, buttons, of_kind, text

HEAD = 450  # units of heading, attribution and the first words


def card(item: Said, **place: Any) -> Card:
    made = render(InContext(item=item), Place(**{"asker": ASKER, **place}), language())
    assert_sendable(made)
    return made


def test_the_paragraph_is_shown_with_the_quote_in_bold() -> None:
    assert text(card(said())).splitlines() == [
        "# Quote in context",
        "**Ada Quill**, harbour master, 🇯🇵 Japan",
        f"“{WORDS}” is in bold in its paragraph:",
        f"The tide was high. Ada Quill said that “**{WORDS}**” and went on board.",
        "-# Policy Alert #244 · section Japan · January 21, 2022 · #q345",
    ]


def test_the_buttons_lead_back_and_on() -> None:
    assert buttons(card(said())) == {
        "Back to quote": f"item:q345:0:{ASKER}",
        "Section": "turn:section:244:-:12:1:0:0",
        "Cite": "cite:q345",
        "Share": "shareitem:q345:1:0",
    }


def test_a_long_paragraph_is_cut_on_both_sides_of_the_quote() -> None:
    shown = text(card(said_in(f"{SENTENCE * 40}“{WORDS}” {SENTENCE * 40}", WORDS)))
    paragraph = shown.splitlines()[3]
    assert paragraph.startswith("…")
    assert paragraph.endswith("…")
    assert f"**{WORDS}**" in paragraph
    before, after = paragraph.split(f"**{WORDS}**")
    assert len(before) > 400
    assert len(after) > 400


def test_a_quote_longer_than_a_card_is_cut_itself() -> None:
    words = WORDS * 60
    shown = text(card(said_in(f"Ada Quill: {words} she said.", words)))
    assert "Ada Quill: **the port" in shown
    assert "…" in shown


def test_a_quote_over_paragraphs_is_bold_in_each() -> None:
    words = "one day.\n\nTwo days"
    shown = text(card(said_in(f"Before.\nShe said {words} and left.\nAfter.", words)))
    assert "She said **one day.**\n\n**Two days** and left." in shown
    assert "Before." not in shown
    assert "After." not in shown


@pytest.mark.parametrize("words", ["הנמל נשאר פתוח", "港口开放", "a_*b*_ `c`"])
def test_any_script_and_any_mark_is_shown_as_it_stands(words: str) -> None:
    shown = text(card(said_in(f"x {words} y", words)))
    escaped = words.translate({ord(mark): f"\\{mark}" for mark in "_*`"})
    assert f"x **{escaped}** y" in shown


def test_a_quote_that_stands_in_no_paragraph_has_a_card_of_its_own() -> None:
    assert text(card(detached())) == text(render(Opened(item=detached()), Place(), language()))


def test_a_paragraph_without_anything_to_see_is_an_ellipsis() -> None:
    assert "\n…\n" in text(card(said_in("\u200b", "\u200b")))


@given(sayings().filter(lambda found: found.quote.start is not None), st.booleans())
def test_any_context_is_within_its_room(found: Said, short: bool) -> None:
    head, *rest = of_kind(card(found, short=short), TEXT)
    assert units(head["content"]) <= HEAD
    for part in rest:
        assert units(part["content"].replace("**", "")) <= limits.quote(short=short).units + 2
