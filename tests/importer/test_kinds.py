"""Clauses and fragments."""

import pytest

from bot.importer.kinds import is_clause


@pytest.mark.parametrize(
    "text",
    [
        "We wait.",
        "It is a start,",
        "debt is a tool, and tools are judged by what they make.",
        "a polite fiction is better than a rude silence",
        "Read the list of speakers.",
        "and decisions have authors.",
        "But we’d like to know.",
        "I went there",
        "one two three four five six seven eight nine ten eleven twelve thirteen",
        "Prices do not read papers",
    ],
)
def test_a_clause(text: str) -> None:
    assert is_clause(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "…",
        "a toll by another name.",
        "would not be hurried.",
        "keep the door and the ledger open.",
        "Difficult, but not hopeless,",
        "no intention to leave",
        "open to anyone who asks",
        "witty and wrong",
        "to keep calm,",
    ],
)
def test_a_fragment(text: str) -> None:
    assert not is_clause(text)
