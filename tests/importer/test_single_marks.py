"""British quotation marks and the apostrophes they look like."""

import pytest

from bot.importer.single_marks import are_used, spans


def found(text: str) -> list[str]:
    return [text[start + 1 : end - 1] for start, end in spans(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("‘We wait,’ she said.", ["We wait,"]),
        ("‘The port’s shut,’ he said, ‘it’ll stay so.’", ["The port’s shut,", "it’ll stay so."]),
        ("‘The pilots’ strike is over,’ he said.", ["The pilots’ strike is over,"]),
        ("He called it ‘a lease’.", ["a lease"]),
        ("He called it 'a lease', not 'a gift'.", ["a lease", "a gift"]),
        ("‘They said, “no,” and left.’", ["They said, “no,” and left."]),
        ("The pilots’ strike and the port’s end in the ’90s.", []),
        ("'Twas the farmers' right.", []),
        ("‘Never closed", []),
        ("", []),
    ],
)  # fmt: skip
def test_pairs(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "used"),
    [
        ("‘We wait,’ she said. The pilots’ strike goes on.", True),
        ("‘They said, “no,” and “never”.’", True),
        ("“We wait,” she said of the ‘lease’.", False),
        ("''We wait,'' she said of the 'lease'.", False),
        ("The port’s open.", False),
    ],
)
def test_they_are_used_where_double_marks_are_not(text: str, used: bool) -> None:
    assert are_used(text) is used
