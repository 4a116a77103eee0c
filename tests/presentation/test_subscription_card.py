"""The card of one subscription, and the question before it ends."""

import pytest
from hypothesis import given

from bot.domain.access import NOWHERE, Access
from bot.domain.subscription import HELD, Standing, Wishes
from bot.presentation.subscription_card import removal_card, subscription_card
from bot.presentation.subscription_text import Seen
from tests.presentation.alerts import subscription
from tests.presentation.examples import POLICY, language
from tests.presentation.shown import assert_sendable, buttons, text
from tests.presentation.subscriptions import NOTHING, any_seen, seen
from tests.presentation.test_subscription_state import COUNTRIES

SHOWING = {"All subscriptions": "subscriptions:list:0"}
TEST = {"Preview": "manage:preview:5", "Send a test": "manage:test:5"}
CHANGING = {"Edit": "manage:edit:5", "Remove": "manage:remove:5"}
PAUSE, RESUME = {"Pause": "manage:pause:5"}, {"Resume": "manage:resume:5"}


def test_it_says_what_was_done_what_is_wanted_and_how_it_stands() -> None:
    card = subscription_card(seen(wishes=Wishes(countries=("JP",))), language(), "Subscribed.")
    assert text(card).splitlines() == [
        "## Policy Alert · Rising Tide in <#30>",
        "Subscribed.",
        "**Countries**: Japan",
        "**Ping**: nobody",
        "**Working**: the next issue comes by itself; nothing has been sent yet.",
    ]


@pytest.mark.parametrize(
    ("standing", "offered"),
    [
        (
            Standing.WORKING,
            CHANGING | PAUSE | SHOWING | TEST | {"Send the last issue now": "sendlast:5"},
        ),
        (Standing.BY_HAND, CHANGING | RESUME | SHOWING | TEST),
        (Standing.NO_RIGHT, CHANGING | PAUSE | SHOWING | TEST | {"Check again": "recheck:5"}),
        (Standing.GONE, CHANGING | PAUSE | SHOWING | TEST | {"Check again": "recheck:5"}),
        (Standing.CLOSED, {"Remove": "manage:remove:5"} | SHOWING),
    ],
)
def test_it_offers_what_can_be_done_now(standing: Standing, offered: dict[str, str]) -> None:
    assert buttons(subscription_card(seen(standing=standing), language())) == offered


@pytest.mark.parametrize("standing", HELD)
def test_what_blocks_is_said_with_where_to_click_and_that_it_waits(standing: Standing) -> None:
    access = NOWHERE if standing is Standing.GONE else Access(send=False)
    shown = text(subscription_card(seen(access, standing=standing), language()))
    assert "it waits, and starts by itself once this is mended:\n- " in shown


def test_all_that_is_missing_is_said() -> None:
    shown = text(subscription_card(seen(NOTHING, standing=Standing.NO_RIGHT), language()))
    assert shown.count("\n- ") == 5


@given(any_seen)
def test_any_subscription_can_be_shown_and_ended(found: Seen) -> None:
    assert_sendable(subscription_card(found, language(), "Changed."))
    assert_sendable(removal_card(found.subscription))


def test_the_longest_card_can_be_shown() -> None:
    names = POLICY.model_copy(update={"name": "港" * 500, "newsroom_name": "@everyone **" * 90})
    found = seen(NOTHING, briefing=names, wishes=Wishes(countries=COUNTRIES, ping=10**19))
    assert_sendable(subscription_card(found, language("bg"), "Subscribed."))


def test_it_is_asked_once_more_before_it_ends() -> None:
    card = removal_card(subscription())
    assert text(card).splitlines() == [
        "## Remove the alerts of Policy Alert · Rising Tide in <#30>?",
        "Nothing more is sent there. What has been sent stays, and is corrected if need be.",
    ]
    assert buttons(card) == {"Remove": "manage:end:5", "Keep it": "manage:show:5"}
