"""The page of a briefing has a menu of channels for everything that goes to a channel."""

from typing import Any

from hypothesis import given

from bot.domain.briefing import Briefing
from bot.domain.server_choices import ServerChoices
from bot.presentation.card import Card
from bot.presentation.setup_channels_card import setup_channels_card
from bot.presentation.setup_state import SetupState
from tests.presentation.entries import briefings
from tests.presentation.examples import HARBOUR, POLICY
from tests.presentation.setups import SERVER, any_setup, setup_state
from tests.presentation.shown import assert_sendable, buttons, of_kind, text
from tests.presentation.subscriptions import seen

CHANNELS = 8
"""The type of a channel select."""

OWN = HARBOUR.model_copy(update={"newsroom": SERVER})


def menus(card: Card) -> dict[str, dict[str, Any]]:
    assert_sendable(card)
    assert buttons(card) == {"Back": "setup:home:0"}
    return {menu["custom_id"]: menu for menu in of_kind(card, CHANNELS)}


def test_a_reader_chooses_channels_for_alerts_and_one_for_notices() -> None:
    card = setup_channels_card(setup_state(), POLICY)
    found = menus(card)
    assert list(found) == ["setupto:alerts:1", "setupto:notices:1"]
    assert [menu["max_values"] for menu in found.values()] == [10, 1]
    assert all(menu["min_values"] == 0 for menu in found.values())
    assert "Published by Rising Tide." in text(card)


def test_a_newsroom_chooses_one_for_the_log_too() -> None:
    state = setup_state(choices=ServerChoices(log_channel=6, time_zone="UTC"))
    card = setup_channels_card(state, OWN)
    log = menus(card)["setupto:log:2"]
    assert [each["id"] for each in log["default_values"]] == [6]
    assert "Published by this server; only this server may read it. Time zone: UTC" in text(card)
    public = OWN.model_copy(update={"public": True})
    assert "every server may read it" in text(setup_channels_card(state, public))


def test_every_kind_of_channel_that_can_be_written_in_is_offered_and_forums_for_alerts() -> None:
    alerts, *others = menus(setup_channels_card(setup_state(), OWN)).values()
    assert alerts["channel_types"] == [0, 5, 11, 12, 10, 15]
    assert len(others) == 2
    for menu in others:
        assert menu["channel_types"] == [0, 5, 11, 12, 10]


def test_only_the_channels_of_that_briefing_are_listed() -> None:
    state = setup_state(alerts=(seen(), seen(briefing=HARBOUR)))
    said = text(setup_channels_card(state, HARBOUR))
    assert "<#30> gets Harbour Watch." in said
    assert "Policy Alert" not in said
    other = OWN.model_copy(update={"id": 3})
    assert "No channel here gets them yet." in text(setup_channels_card(state, other))
    other = OWN.model_copy(update={"id": 3})
    assert "No channel here gets them yet." in text(setup_channels_card(state, other))


def test_news_of_the_last_click_stand_above() -> None:
    said = text(setup_channels_card(setup_state(), POLICY, ["It is made."])).splitlines()
    assert said.index("It is made.") < said.index("## Alerts")


@given(any_setup, briefings)
def test_whatever_a_server_has_can_be_shown(state: SetupState, found: Briefing) -> None:
    menus(setup_channels_card(state, found, ["A line."]))
