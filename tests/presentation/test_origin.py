"""Where an item stands is said with every item."""

import pytest

from bot.presentation.origin import origin, standing
from tests.presentation.examples import OVERVIEW, issue, language
from tests.presentation.items import happened, said, section


def test_the_small_line_ends_with_issue_and_short_id() -> None:
    assert origin(said(), "January 21, 2022") == "-# January 21, 2022 · #244 · #q345"
    assert origin(happened(), "") == "-# #244 · #e7"
    assert origin(section()) == "-# #244 · #s12"


def test_an_issue_without_a_number_says_so() -> None:
    loose = said().model_copy(update={"issue": issue(None)})
    assert origin(loose) == "-# without a number · #q345"


def test_the_section_is_named() -> None:
    assert standing(said(), language()) == "Policy Alert #244 · section Japan"
    assert standing(section(), language()) == "Policy Alert #244"


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"heading": None, "countries": ("CN", "IN")}, "China and India"),
        ({"heading": "_Grain_ #1"}, "\\_Grain\\_ \\#1"),
    ],
)
def test_a_section_is_named_as_above_its_text(changes: dict[str, object], name: str) -> None:
    entry = said().entry.model_copy(update=changes)
    found = said().model_copy(update={"entry": entry})
    assert standing(found, language()).endswith(f"section {name}")


def test_the_overview_is_a_section_too() -> None:
    found = happened().model_copy(update={"entry": OVERVIEW})
    assert standing(found, language()) == "Policy Alert #244 · section Overview"
