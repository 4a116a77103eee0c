"""The first page says what works, what is missing, and where to go from there."""

from hypothesis import given

from bot.domain.server_choices import ServerChoices
from bot.presentation.setup_home_card import not_here_card, setup_home_card
from bot.presentation.setup_state import SetupState
from tests.presentation.examples import HARBOUR, POLICY
from tests.presentation.setups import any_setup, setup_state
from tests.presentation.shown import assert_sendable, buttons, text
from tests.presentation.subscriptions import seen

WAYS = {
    "I want to read": "setup:read:0",
    "I want to publish": "setup:publish:0",
    "Look again": "setup:home:0",
}


def shown(state: SetupState) -> str:
    card = setup_home_card(state)
    assert_sendable(card)
    assert buttons(card) == WAYS
    return text(card)


def test_a_server_that_has_set_up_nothing_is_told_both_ways() -> None:
    said = shown(setup_state())
    assert "press **I want to read**" in said
    assert "press **I want to publish**" in said


def test_what_a_server_gets_and_publishes_is_named() -> None:
    state = setup_state(
        alerts=(seen(),), own=(HARBOUR, POLICY), choices=ServerChoices(time_zone="Europe/Oslo")
    )
    said = shown(state)
    assert "<#30> gets Policy Alert." in said
    assert "This server publishes Harbour Watch and Policy Alert." in said
    assert "Time zone: Europe/Oslo" in said


def test_a_server_that_may_not_publish_is_told_whom_to_ask() -> None:
    assert "This bot publishes for other servers only." in shown(setup_state(may_publish=False))
    card = not_here_card(20)
    assert_sendable(card)
    assert "Ask whoever runs it to add this server's id, `20`" in text(card)
    assert buttons(card) == {"Back": "setup:home:0"}


@given(any_setup)
def test_whatever_a_server_has_can_be_shown(state: SetupState) -> None:
    shown(state)
