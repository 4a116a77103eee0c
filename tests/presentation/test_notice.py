"""A notice shows its sentence and nothing else."""

import pytest
from hypothesis import given

from bot.presentation.notice import notice
from tests.presentation.discord_markdown import read
from tests.presentation.shown import assert_sendable, buttons, text
from tests.presentation.texts import long_texts


def test_the_sentence_is_all_there_is() -> None:
    card = notice("The number 244 is taken; choose another.")
    assert text(card) == "The number 244 is taken; choose another."
    assert buttons(card) == {}


def test_what_somebody_typed_becomes_no_markup() -> None:
    assert text(notice("There is no “**244** @everyone”.")) == (
        "There is no “\\*\\*244\\*\\* @\u200beveryone”."
    )


@pytest.mark.parametrize("nothing", ["", " ", "\u200b"])
def test_no_sentence_is_a_sentence_too(nothing: str) -> None:
    assert text(notice(nothing)) == "Something went wrong."


@given(long_texts)
def test_any_sentence_can_be_sent(sentence: str) -> None:
    card = notice(sentence)
    assert_sendable(card)
    assert read(text(card)).active == ()


def test_names_of_commands_have_no_marks_around_them() -> None:
    assert text(
        notice("It has ended; `/alerts list` shows what there is, and `sitrep check`.")
    ) == ("It has ended; /alerts list shows what there is, and sitrep check.")
    typed = "There is no “`**a**` `@here`”; `/search` finds what is."
    assert text(notice(typed)) == (
        "There is no “\\`\\*\\*a\\*\\*\\` \\`@\u200bhere\\`”; /search finds what is."
    )
