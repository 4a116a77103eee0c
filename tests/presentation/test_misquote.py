"""A misquote shows what is different, even at the end of a long quote."""

import pytest

from bot.domain.difference import Misquote
from bot.domain.quote import Quote
from bot.presentation.misquote import misquote_line
from tests.presentation.alerts import quote
from tests.presentation.examples import SENTENCE


def line(before: Quote | None, after: Quote | None) -> str:
    return misquote_line(Misquote(before=before, after=after))


def test_words_that_changed_are_shown_before_and_after() -> None:
    assert line(quote("We sail."), quote("We wait.")) == (
        "Quote by Ada Quill: was “We sail.” and is now “We wait.”"
    )


def test_another_speaker_of_the_same_words_is_named() -> None:
    assert line(quote("We sail."), quote("We sail.", "Ben Oar")) == (
        "Quote “We sail.”: was by Ada Quill and is now by Ben Oar"
    )
    assert line(quote("We sail.", None), quote("We sail.")) == (
        "Quote “We sail.”: was of nobody named and is now by Ada Quill"
    )


def test_words_that_are_gone_are_said_to_be() -> None:
    assert line(quote("We sail."), None) == "Quote by Ada Quill left out: “We sail.”"
    assert line(quote("We sail.", None), None) == "Quote of nobody named left out: “We sail.”"


def test_words_that_are_new_misled_nobody() -> None:
    assert line(None, quote("We sail.")) == ""


def test_the_end_of_a_long_quote_is_shown_where_that_is_what_changed() -> None:
    shown = line(quote(f"{SENTENCE * 3}We sail."), quote(f"{SENTENCE * 3}We wait."))
    assert shown == (
        "Quote by Ada Quill: was “…that the port stays open. We sail.” "
        "and is now “…that the port stays open. We wait.”"
    )


def test_the_beginning_is_shown_where_that_is_what_changed() -> None:
    shown = line(quote(f"We sail. {SENTENCE * 3}"), quote(f"We wait. {SENTENCE * 3}"))
    assert "was “We sail. Harbour" in shown
    assert "is now “We wait. Harbour" in shown
    assert shown.count("…”") == 2


@pytest.mark.parametrize("words", ["", "\u200b"])
def test_nothing_to_see_is_an_ellipsis(words: str) -> None:
    assert line(quote(words), None) == "Quote by Ada Quill left out: “…”"


def test_markup_is_inert() -> None:
    assert "\\*sail\\*" in line(quote("We *sail*"), None)
