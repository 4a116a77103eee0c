"""The tense around a date."""

import pytest

from bot.importer.tense import tense_at


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She will brief the press on Friday", "future"),
        ("The talks are due to take place in Oslo on Friday", "future"),
        ("A workshop is planned for Friday", "future"),
        ("He voted on Friday", "past"),
        ("The next round will move, the envoy announced Friday", "past"),
        ("Friday will be the day", "future"),
        ("The gate is shut Friday", "unknown"),
        ("It will rain. He left Friday", "past"),
    ],
)
def test_the_verb_nearest_to_the_date_counts(text: str, expected: str) -> None:
    start = text.index("Friday")
    assert tense_at(text, start, start + 6) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Theresa May told them on Friday", "past"),
        ("They agreed to meet on Friday", "future"),
        ("They failed to meet on Friday", "past"),
        ("She pledged on Friday to go", "past"),
        ("It opens as soon as Friday", "future"),
        ("Until Friday, nobody had asked", "past"),
        ("It is shut until Friday", "future"),
        ("Calm since Friday will hold", "past"),
        ("A round set for Friday was told of", "future"),
        ("The envoys are travelling Friday", "future"),
    ],
)
def test_the_verb_that_governs_the_date(text: str, expected: str) -> None:
    start = text.index("Friday")
    assert tense_at(text, start, start + 6) == expected
