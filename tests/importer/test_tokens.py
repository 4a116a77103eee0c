"""Words, marks and quotations."""

import pytest

from bot.importer.marks import quoted
from bot.importer.tokens import tokenise


def words(text: str) -> list[str]:
    return [token.text for token in tokenise(text, 0, len(text), [])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Pike’s plan", ["Ann", "Pike’s", "plan"]),
        ("farmers' right", ["farmers'", "right"]),
        ("the U.S. and Col. Vale", ["the", "U.S.", "and", "Col.", "Vale"]),
        ("al-Sisi, co-chair", ["al-Sisi", ",", "co-chair"]),
        ("wait... what?", ["wait", "...", "what", "?"]),
        ("Jan. 5", ["Jan", "5"]),
        ("a_b", ["a_b"]),
        ("", []),
    ],
)
def test_words_and_marks(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_a_quotation_is_one_token() -> None:
    text = "He said “yes. No,” twice."
    quotes = list(enumerate(quoted(text, [(0, len(text))])))
    tokens = tokenise(text, 0, len(text), quotes)
    assert [token.kind for token in tokens] == ["word", "word", "quote", "word", "stop"]
    assert text[tokens[2].start : tokens[2].end] == "“yes. No,”"


@pytest.mark.parametrize(
    ("word", "stem"), [("Pike’s", "Pike"), ("farmers'", "farmers"), ("a", "a")]
)
def test_a_stem_has_no_genitive(word: str, stem: str) -> None:
    (token,) = tokenise(word, 0, len(word), [])
    assert token.stem == stem
    assert token.is_possessive is (word != stem)
