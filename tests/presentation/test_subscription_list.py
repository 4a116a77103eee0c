"""The list of a server's subscriptions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.subscription import Standing, Wishes
from bot.presentation.card import Card
from bot.presentation.subscription_list import SIZE, page_of, subscription_list_card
from bot.presentation.subscription_text import Seen
from tests.presentation.examples import POLICY, language
from tests.presentation.shown import assert_sendable, buttons, menus, options, text
from tests.presentation.subscriptions import NOTHING, any_seen, seen, several
from tests.presentation.test_subscription_state import COUNTRIES


def page(number: int, of: int) -> Card:
    shown = several(of)[number * SIZE : (number + 1) * SIZE]
    card = subscription_list_card(shown, of, number, language())
    assert_sendable(card)
    return card


def test_nothing_is_subscribed() -> None:
    card = subscription_list_card([], 0, 0, language())
    assert text(card) == (
        "# Alerts of this server\nNo channel is subscribed to anything yet; `/alerts subscribe`"
        " begins."
    )
    assert (buttons(card), menus(card)) == ({}, {})


def test_each_is_said_with_what_it_wants_and_how_it_stands() -> None:
    found = seen(wishes=Wishes(countries=("JP",)))
    card = subscription_list_card([found], 1, 0, language())
    assert text(card).splitlines() == [
        "# Alerts of this server",
        "## 1. Policy Alert · Rising Tide in <#30>",
        "**Countries**: Japan · **Ping**: nobody",
        "**Working**: the next issue comes by itself; nothing has been sent yet.",
    ]
    (menu,) = menus(card).items()
    assert menu[0] == "subscriptions:pick:0"
    assert options(menu[1]) == {"5": "1. Policy Alert in #harbour"}


def test_a_channel_without_a_name_is_lost_and_a_name_is_inert() -> None:
    hostile = POLICY.model_copy(update={"name": "\u202e\n"})
    card = subscription_list_card([seen(name="", briefing=hostile)], 1, 0, language())
    (menu,) = menus(card).values()
    assert options(menu) == {"5": "1. Untitled briefing in a lost channel"}


def test_it_is_turned_five_by_five() -> None:
    first, last = page(0, 12), page(2, 12)
    assert "-# Page 1 of 3" in text(first)
    assert buttons(first) == {"Next": "subscriptions:next:1"}
    assert buttons(last) == {"Previous": "subscriptions:prev:1"}
    assert "## 11. " in text(last)
    assert list(options(next(iter(menus(last).values())))) == ["11", "12"]
    assert list(buttons(page(1, 12))) == ["Previous", "Next"]
    assert buttons(page(0, 5)) == {}


@pytest.mark.parametrize(
    ("number", "asked", "given"),
    [(0, 0, 0), (0, 3, 0), (5, 1, 0), (6, 1, 1), (12, 9, 2), (6, -1, 0)],
)
def test_a_page_that_is_not_there_is_the_nearest(number: int, asked: int, given: int) -> None:
    assert page_of(number, asked) == given


def test_five_that_lack_everything_can_be_shown() -> None:
    names = POLICY.model_copy(update={"name": "港" * 500, "newsroom_name": "@everyone **" * 90})
    wishes = Wishes(countries=COUNTRIES, ping=10**19, ping_updates=True)
    shown = several(5, NOTHING, briefing=names, wishes=wishes, standing=Standing.NO_RIGHT)
    for locale in ("en-US", "bg", "th"):
        card = subscription_list_card(shown, 12, 0, language(locale))
        assert_sendable(card)
    assert "`/alerts list` tells when you pick it" in text(card)


@given(st.lists(any_seen, max_size=5, unique_by=lambda found: found.subscription.id))
def test_any_five_can_be_shown(shown: list[Seen]) -> None:
    assert_sendable(subscription_list_card(shown, 99, 3, language("bg")))
