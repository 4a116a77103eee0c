"""The filter of a list in words."""

from bot.domain.filter import Filter
from bot.domain.gazetteer import Gazetteer
from bot.terminal.filter import narrowings
from tests.terminal.examples import DAY, QUOTES, TIMELINE


def narrowed(asked: Filter, gazetteer: Gazetteer, **changes: object) -> list[str]:
    return narrowings(asked.model_copy(update=changes), gazetteer)


def test_a_list_of_everything_is_narrowed_to_nothing(gazetteer: Gazetteer) -> None:
    assert narrowings(QUOTES, gazetteer) == []


def test_everything_that_narrows_is_said(gazetteer: Gazetteer) -> None:
    assert narrowed(
        QUOTES, gazetteer, speaker="okada", country="JP", words="dawn", since=DAY, until=DAY
    ) == ["by “okada”", "from Japan", "with “dawn”", f"since {DAY}", f"until {DAY}"]


def test_people_speak_from_a_country_and_things_happen_in_several(gazetteer: Gazetteer) -> None:
    assert narrowed(TIMELINE, gazetteer, country="JP") == ["on Japan"]
