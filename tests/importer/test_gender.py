"""Which pronoun a name or title asks for."""

import pytest

from bot.importer.gender import pronoun_of


@pytest.mark.parametrize(
    ("name", "pronoun"),
    [
        ("Maria Pike", "she"),
        ("Mr. Pike", "he"),
        ("spokeswoman Lou Dent", "she"),
        ("King Maria", "he"),
        ("Lou Dent", None),
        ("", None),
    ],
)
def test_the_first_word_that_tells(name: str, pronoun: str | None) -> None:
    assert pronoun_of(name) == pronoun
