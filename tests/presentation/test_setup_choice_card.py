"""A briefing is chosen from a menu, 25 at a time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.briefing import Briefing
from bot.presentation.setup_choice_card import own_card, read_card
from tests.presentation.entries import briefings
from tests.presentation.examples import HARBOUR, POLICY, briefing
from tests.presentation.shown import assert_sendable, buttons, menus, options, text

MANY = [briefing(number) for number in range(1, 61)]


def test_briefings_are_named_with_their_servers() -> None:
    card = read_card([HARBOUR, POLICY], 0)
    assert_sendable(card)
    assert options(menus(card)["setuppick:read:0"]) == {
        "2": "Harbour Watch · Sea Desk",
        "1": "Policy Alert · Rising Tide",
    }
    assert buttons(card) == {"Back": "setup:home:0"}


@pytest.mark.parametrize(
    ("page", "first", "last", "turns"),
    [
        (0, "1", "25", {"Next": "setup:read:1"}),
        (1, "26", "50", {"Previous": "setup:read:0", "Next": "setup:read:2"}),
        (2, "51", "60", {"Previous": "setup:read:1"}),
        (9, "51", "60", {"Previous": "setup:read:1"}),
    ],
)
def test_many_are_on_pages(page: int, first: str, last: str, turns: dict[str, str]) -> None:
    card = read_card(MANY, page)
    assert_sendable(card)
    (menu,) = menus(card).values()
    values = list(options(menu))
    assert (values[0], values[-1]) == (first, last)
    assert buttons(card) == {"Back": "setup:home:0"} | turns


def test_where_there_is_none_it_says_how_that_changes() -> None:
    card = read_card([], 0)
    assert_sendable(card)
    assert "There is no briefing to read yet" in text(card)
    assert buttons(card) == {"Back": "setup:home:0"}


def test_one_s_own_are_chosen_or_another_is_made() -> None:
    card = own_card([HARBOUR])
    assert_sendable(card)
    assert list(options(menus(card)["setuppick:publish:0"])) == ["2"]
    assert buttons(card) == {"Back": "setup:home:0", "Make another briefing": "setup:make:0"}


@given(st.lists(briefings, max_size=40, unique_by=lambda each: each.id), st.integers(0, 5))
def test_any_briefings_can_be_shown(found: list[Briefing], page: int) -> None:
    assert_sendable(read_card(found, page))
    if found:
        assert_sendable(own_card(found))
