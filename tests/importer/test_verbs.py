"""Verbs of speech in all their forms."""

import pytest

from bot.importer.verbs import CUES, NOUNS, is_adverb, is_cue, is_finite, is_saying


@pytest.mark.parametrize(
    "word",
    [
        *["say", "says", "said", "saying", "told", "wrote", "cried", "denied", "replies"],
        *["stresses", "quipped", "admitted", "argued", "arguing", "criticised", "criticized"],
    ],
)
def test_a_verb_of_speech(word: str) -> None:
    assert is_cue(word)


@pytest.mark.parametrize("word", ["walked", "house", "", "sayd"])
def test_another_word(word: str) -> None:
    assert word not in CUES
    assert not is_saying(word)


def test_a_noun_is_not_always_a_verb() -> None:
    assert is_cue("report")
    assert "report" in NOUNS
    assert not is_saying("report")


@pytest.mark.parametrize(("word", "expected"), [("also", True), ("warmly", True), ("fly", False)])
def test_adverbs(word: str, expected: bool) -> None:
    assert is_adverb(word) is expected


@pytest.mark.parametrize(
    ("word", "expected"), [("was", True), ("landed", True), ("landing", False), ("red", False)]
)
def test_finite_verbs(word: str, expected: bool) -> None:
    assert is_finite(word) is expected
