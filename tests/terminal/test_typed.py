"""What a person typed, repeated to them in quotation marks."""

import pytest

from bot.terminal.typed import typed_text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("at dawn", "“at dawn”"),
        ("crew's", "“crew's”"),
        ('"at dawn"', '"at dawn"'),
        ("„at dawn“ -storm", "„at dawn“ -storm"),
        ("«на рассвете»", "«на рассвете»"),
    ],
)
def test_no_text_is_quoted_twice(text: str, shown: str) -> None:
    assert typed_text(text) == shown
