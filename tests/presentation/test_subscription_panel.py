"""The panel on which subscriptions are chosen."""

from collections.abc import Sequence
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.briefing import Briefing
from bot.presentation.card import Card
from bot.presentation.subscription_panel import panel_card
from bot.presentation.subscription_state import PanelState
from tests.presentation.alerts import ROLE
from tests.presentation.entries import briefings
from tests.presentation.examples import HARBOUR, POLICY, briefing, language
from tests.presentation.shown import assert_sendable, buttons, components, menus, options, text
from tests.presentation.test_subscription_state import COUNTRIES, states

CHANNEL, ROLES = 8, 6
"""The types of those menus in Discord's component reference."""


def panel(
    state: PanelState, choices: Sequence[Briefing] = (POLICY,), covered: Sequence[str] = ("JP",)
) -> Card:
    card = panel_card(state.laid_out(covered), choices, covered, 77, language())
    assert_sendable(card)
    return card


def of_type(card: Card, kind: int) -> dict[str, Any]:
    (found,) = [each for each in components(card) if each["type"] == kind]
    return found


def test_a_new_panel_says_what_is_missing() -> None:
    card = panel(PanelState(briefing=1))
    assert text(card).splitlines() == [
        "## Choose who gets alerts",
        "Nothing is subscribed until you press **Done**; several channels can be chosen.",
        "**Channels**: none chosen yet",
        "**Briefing**: Policy Alert · Rising Tide",
        "**Countries**: all",
        "**Ping**: nobody",
    ]
    assert buttons(card) == {}


def test_channels_are_text_announcements_threads_and_forums_several_together() -> None:
    menu = of_type(panel(PanelState(briefing=1, channels=(30, 31))), CHANNEL)
    assert menu["channel_types"] == [0, 5, 11, 12, 10, 15]
    assert (menu["min_values"], menu["max_values"]) == (0, 10)
    assert menu["default_values"] == [
        {"id": 30, "type": "channel"},
        {"id": 31, "type": "channel"},
    ]


def test_what_is_chosen_is_said_and_can_be_done() -> None:
    state = PanelState(
        channels=(30, 31), briefing=1, countries=("JP", "RU"), ping=ROLE, ping_updates=True
    )
    card = panel(state)
    assert text(card).splitlines()[2:] == [
        "**Channels**: <#30> and <#31>",
        "**Briefing**: Policy Alert · Rising Tide",
        "**Countries**: Japan and Russia",
        f"**Ping**: <@&{ROLE}>, for each new issue and each update",
    ]
    assert buttons(card) == {
        "Ping for new issues only": "subscribe:updates:77",
        "Done": "subscribe:done:77",
    }
    assert of_type(card, ROLES)["default_values"] == [{"id": ROLE, "type": "role"}]


def test_updates_are_offered_once_there_is_a_role() -> None:
    assert "Ping for updates too" in buttons(panel(PanelState(briefing=1, ping=ROLE)))


def test_one_of_several_briefings_is_chosen_in_a_menu() -> None:
    card = panel(PanelState(), [POLICY, HARBOUR])
    assert list(menus(card)) == ["subscribe:briefing:77"]
    assert options(menus(card)["subscribe:briefing:77"]) == {
        "1": "Policy Alert · Rising Tide",
        "2": "Harbour Watch · Sea Desk",
    }
    assert "**Briefing**: none chosen yet" in text(card)
    chosen = panel(PanelState(briefing=2), [POLICY, HARBOUR])
    assert "subscribe:country:77" in menus(chosen)


def test_of_many_briefings_the_chosen_one_stays_in_the_menu() -> None:
    card = panel(PanelState(briefing=30), [briefing(number) for number in range(1, 31)])
    assert list(options(menus(card)["subscribe:briefing:77"]))[:2] == ["30", "1"]


def test_countries_are_ticked_below_an_option_for_all() -> None:
    card = panel(PanelState(briefing=1, countries=("JP",)), covered=("RU", "JP"))
    menu = menus(card)["subscribe:country:77"]
    assert options(menu) == {"all": "All countries", "RU": "Russia", "JP": "Japan"}
    assert [each["value"] for each in menu["options"] if each["default"]] == ["JP"]
    assert (menu["min_values"], menu["max_values"]) == (0, 3)
    every = menus(panel(PanelState(briefing=1)))["subscribe:country:77"]
    assert [each["value"] for each in every["options"] if each["default"]] == ["all"]


def test_sixty_countries_are_turned_page_by_page() -> None:
    first, middle, last = (
        panel(PanelState(briefing=1, page=page), covered=COUNTRIES) for page in range(3)
    )
    assert "-# Countries, page 2 of 3" in text(middle)
    assert buttons(first) == {"Next": "subscribe:next:77"}
    assert list(buttons(middle)) == ["Previous", "Next"]
    assert buttons(last) == {"Previous": "subscribe:prev:77"}
    assert len(options(menus(first)["subscribe:country:77"])) == 25


def test_a_subscription_that_is_edited_keeps_its_channel_and_its_briefing() -> None:
    state = PanelState(editing=5, channels=(30,), briefing=1)
    card = panel(state, [POLICY, HARBOUR])
    assert text(card).startswith("## Change these alerts\nNothing changes until you press **Done**")
    assert list(menus(card)) == ["subscribe:country:77"]
    assert [each["type"] for each in components(card) if each["type"] == CHANNEL] == []
    assert "Done" in buttons(card)


@given(states, st.lists(briefings, max_size=30), st.sampled_from(((), ("JP", "RU"), COUNTRIES)))
def test_any_state_can_be_shown(
    state: PanelState, choices: list[Briefing], covered: tuple[str, ...]
) -> None:
    panel(state, list({each.id: each for each in choices}.values()), covered)


def test_the_longest_panel_can_be_shown() -> None:
    channels = tuple(range(10**18, 10**18 + 10))
    state = PanelState(channels=channels, briefing=1, countries=COUNTRIES, ping=ROLE)
    names = POLICY.model_copy(update={"name": "港" * 500, "newsroom_name": "@everyone **" * 90})
    panel(state, [names, HARBOUR], COUNTRIES)
