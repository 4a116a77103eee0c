"""Runs of words that may name somebody."""

import pytest

from bot.importer.noun_phrases import noun_phrase
from bot.importer.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Pike said so", "Ann Pike"),
        ("the former mayor of Port Hale said so", "the former mayor of Port Hale"),
        (
            "the Ministry of Foreign Affairs of Norland said",
            "the Ministry of Foreign Affairs of Norland",
        ),
        ("Ministry of Economy, Trade and Industry said", "Ministry of Economy, Trade and Industry"),
        ("a rebel commander said", "a rebel commander"),
        ("one of its members said", "one of its members"),
        ("Norland’s envoy said", "Norland’s envoy"),
        ("Norland’s harbours are shut", "Norland’s"),
        ("Maria von der Heide said", "Maria von der Heide"),
        ("al-Masri said", "al-Masri"),
        ("Senator June Alder said", "Senator June Alder"),
        ("ministers of Spain and Italy said", "ministers of Spain"),
        ("spokesman for the port said", "spokesman"),
    ],
)
def test_a_phrase(text: str, expected: str) -> None:
    tokens = tokenise(text, 0, len(text), [])
    phrase = noun_phrase(tokens, 0)
    assert phrase is not None
    assert text[tokens[phrase.first].start : tokens[phrase.last - 1].end] == expected


@pytest.mark.parametrize("text", ["said so", "The rain fell", "In May it rained", "12 ships", "he"])
def test_no_phrase(text: str) -> None:
    assert noun_phrase(tokenise(text, 0, len(text), []), 0) is None
