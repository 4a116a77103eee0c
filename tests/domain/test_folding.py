"""Spellings that a person means alike are folded alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.folding import fold, without_article


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("U.S.", "US"),
        ("Côte d’Ivoire", "cote d'ivoire"),
        ("The Netherlands", "netherlands"),
        ("Guinea-Bissau", "guinea  bissau"),
        ("Bosnia & Herzegovina", "Bosnia and Herzegovina"),
        ("Орёл", "орел"),
        ("Łódź", "Lodz"),
        ("İstanbul", "istanbul"),
        ("Cafe\u0301", "Café"),
        ("L’Allemagne", "allemagne"),
        (" Sri\tLanka ", "sri lanka"),
    ],
)
def test_these_are_alike(left: str, right: str) -> None:
    assert fold(left) == fold(right)


@pytest.mark.parametrize(
    ("left", "right"), [("Niger", "Nigeria"), ("Oman", "Roman"), ("भारत", "भरत")]
)
def test_these_stay_different(left: str, right: str) -> None:
    assert fold(left) != fold(right)


@given(st.text(max_size=80))
def test_a_folded_text_has_single_spaces_and_no_capitals(text: str) -> None:
    folded = fold(text)
    assert folded == " ".join(folded.split())
    assert folded == folded.casefold()


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("die turkei", "turkei"),
        ("los estados unidos", "estados unidos"),
        ("laos", "laos"),
        ("la", "la"),
    ],
)
def test_an_article_is_a_word_before_a_name(text: str, rest: str) -> None:
    assert without_article(text) == rest
