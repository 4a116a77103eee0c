"""Names, headings and first words stay on one line and within their room."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.presentation.line import label, line, visible, words
from bot.presentation.room import Room, units
from tests.presentation.discord_markdown import read
from tests.presentation.texts import long_texts

NAME = Room(80, 200)


@given(long_texts)
def test_a_line_is_one_inert_line_that_fits(text: str) -> None:
    shown = line(text, NAME, "Untitled")
    assert NAME.takes(shown)
    assert "\n" not in shown
    assert visible(shown)
    assert read(shown).active == ()


@given(long_texts, st.integers(20, 150))
def test_a_label_is_one_visible_line_that_fits(text: str, longest: int) -> None:
    shown = label(text, longest)
    assert 1 <= units(shown) <= longest
    assert visible(shown)
    assert "\n" not in shown


def test_what_is_short_enough_stays_as_it_is() -> None:
    assert line(" Policy \n Alert ", NAME) == "Policy Alert"
    assert label("Harbour_Watch *daily*", 80) == "Harbour_Watch *daily*"


def test_a_longer_text_ends_at_a_word() -> None:
    assert label("The harbour council of the north", 22) == "The harbour council…"
    assert line("The harbour council of the north", Room(22, 60)) == "The harbour council…"


def test_a_longer_word_is_cut_inside() -> None:
    assert label("x" * 200, 80) == "x" * 79 + "…"


def test_a_flag_is_not_halved() -> None:
    assert label("🇷🇺" * 30, 80) == "🇷🇺" * 19 + "…"


@pytest.mark.parametrize("text", ["", "   ", "\u200b", "\n\t", "\u202e"])
def test_nothing_visible_is_named_otherwise(text: str) -> None:
    assert not visible(text)
    assert label(text, 80, "Untitled") == "Untitled"
    assert line(text, NAME, "Untitled") == "Untitled"


def test_a_name_does_not_turn_the_words_after_it() -> None:
    assert words("abc\u202edef\u2066") == "abcdef"


@pytest.mark.parametrize("text", ["a", "7", "🚢", "港", "שלום", "-"])
def test_letters_figures_signs_and_marks_are_visible(text: str) -> None:
    assert visible(text)
