"""The menu of the other briefings."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.briefing import Briefing
from bot.presentation.briefing_menu import add_briefing_menu
from bot.presentation.card import Card
from bot.presentation.custom_id import Switch
from tests.presentation.entries import briefings
from tests.presentation.examples import ASKER, HARBOUR, POLICY, briefing
from tests.presentation.shown import assert_sendable, menus, options


def card_with(choices: list[Briefing], current: Briefing = POLICY) -> Card:
    card = Card()
    card.say("Something")
    add_briefing_menu(card, current, choices, Switch(current.id, "RU", False, ASKER))
    return card


def test_the_menu_shows_this_briefing_and_offers_the_others() -> None:
    (menu,) = menus(card_with([HARBOUR])).values()
    assert options(menu) == {
        "1": "Briefing: Policy Alert · Rising Tide",
        "2": "Harbour Watch · Sea Desk",
    }
    assert [option["value"] for option in menu["options"] if option["default"]] == ["1"]
    assert menu["custom_id"] == f"switch:1:RU:0:{ASKER}"


def test_no_other_briefing_no_menu() -> None:
    assert menus(card_with([])) == {}
    assert menus(card_with([POLICY])) == {}


def test_the_first_twenty_five_are_offered_once_each() -> None:
    (menu,) = menus(card_with([briefing(n) for n in (*range(2, 40), 2, 3)])).values()
    assert list(options(menu)) == [str(number) for number in range(1, 26)]


@given(briefings, st.lists(briefings, max_size=30))
def test_any_names_fit(current: Briefing, choices: list[Briefing]) -> None:
    assert_sendable(card_with(choices, current))
