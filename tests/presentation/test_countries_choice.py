"""Several countries that are typed one after the other."""

from bot.presentation.countries_choice import countries_choice
from tests.presentation.examples import language


def test_names_are_shown_and_codes_are_meant() -> None:
    choice = countries_choice(["JP", "RU"], language("de"))
    assert choice is not None
    assert (choice.name, choice.value) == ("Japan, Russland", "JP, RU")


def test_as_many_are_offered_as_have_room() -> None:
    most = countries_choice(["JP"] * 25, language())
    assert most is not None
    assert len(most.value) == 98
    assert len(most.name) <= 100
    assert countries_choice(["JP"] * 26, language()) is None
