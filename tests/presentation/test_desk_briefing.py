"""The cards about the newsroom's briefings: what each says will happen, or has happened."""

import pytest
from hypothesis import given

from bot.domain.briefing import Briefing
from bot.presentation.desk_briefing import (
    ask_public_card,
    left_card,
    made_card,
    nothing_made_card,
    renamed_card,
    turned_card,
    visibility_card,
)
from bot.presentation.desk_look import look_card
from tests.presentation.entries import briefings, names
from tests.presentation.examples import HARBOUR, POLICY
from tests.presentation.shown import assert_sendable, buttons, components, text


@given(briefings, briefings, names)
def test_discord_takes_every_card_of_any_briefing(one: Briefing, two: Briefing, name: str) -> None:
    for card in (
        made_card(one),
        ask_public_card(name, 10**12 - 1),
        renamed_card(one, two),
        visibility_card(one, 10**6),
        turned_card(one, 10**6),
        left_card(one),
        look_card(one, changed=True),
        look_card(one, changed=False),
    ):
        assert_sendable(card)
    assert_sendable(nothing_made_card())


def test_a_new_briefing_says_who_reads_it() -> None:
    assert "Every server where this bot is may read and subscribe" in text(made_card(POLICY))
    assert "Only this server reads it." in text(made_card(HARBOUR))
    asked = ask_public_card("Tides", 7)
    assert text(asked).splitlines()[0] == "# Make Tides public?"
    assert "Nothing is made yet." in text(asked)
    assert buttons(asked) == {
        "Make it public": "deskmake:public:7",
        "Make it for this server only": "deskmake:private:7",
        "Make nothing": "deskmake:leave:7",
    }


@pytest.mark.parametrize(
    ("briefing", "channels", "said"),
    [
        (POLICY, 0, "No subscription is paused because it is private."),
        (
            POLICY,
            1,
            "1 subscription of other servers is paused because it is private, and goes on.",
        ),
        (
            POLICY,
            2,
            "2 subscriptions of other servers are paused because it is private, and go on.",
        ),
        (HARBOUR, 0, "No other server gets it now."),
        (
            HARBOUR,
            1,
            "1 subscription of other servers pauses, and goes on once it is public again. What is "
            "posted there stays.",
        ),
        (
            HARBOUR,
            3,
            "3 subscriptions of other servers pause, and go on once it is public again. What is "
            "posted there stays.",
        ),
    ],
)
def test_it_is_said_how_many_subscriptions_that_concerns(
    briefing: Briefing, channels: int, said: str
) -> None:
    assert text(visibility_card(briefing, channels)).splitlines()[2] == said


def test_who_will_see_it_is_said_before_anything_happens() -> None:
    opening, closing = visibility_card(POLICY, 0), visibility_card(HARBOUR, 0)
    assert text(opening).splitlines()[:2] == [
        "# Make Policy Alert public?",
        "Every server where this bot is may read and subscribe to it.",
    ]
    assert text(closing).splitlines()[:2] == [
        "# Make Harbour Watch private?",
        "Only this server reads it. Nobody else finds, opens or searches it any more.",
    ]
    assert list(buttons(opening)) == ["Make it public", "Leave it as it is"]
    assert buttons(closing) == {
        "Make it private": "deskturn:private:2",
        "Leave it as it is": "deskturn:leave:2",
    }


def test_afterwards_it_is_said_what_it_is() -> None:
    assert text(turned_card(POLICY, 1)).splitlines()[2] == (
        "1 subscription of other servers works again."
    )
    assert text(turned_card(HARBOUR, 2)).splitlines() == [
        "# Harbour Watch is private now",
        "Only this server reads it.",
        "2 subscriptions of other servers are paused.",
    ]
    assert len(text(turned_card(HARBOUR, 0)).splitlines()) == 2
    assert text(left_card(HARBOUR)) == "Harbour Watch stays private."


def test_both_names_stand_on_the_card_of_a_new_name() -> None:
    shown = text(renamed_card(POLICY, HARBOUR))
    assert shown.splitlines()[0] == "# Policy Alert is called Harbour Watch now"
    assert "Messages that are posted already keep the old one until they are edited" in shown


def test_a_look_is_shown_and_said() -> None:
    painted = POLICY.model_copy(update={"colour": 0x2B6CB0})
    card = look_card(painted, changed=False)
    assert next(components(card))["accent_color"] == 0x2B6CB0
    assert "Blue, #2b6cb0: the line beside this text." in text(card)
    assert "The option `colour` takes red, orange," in text(card)
    plain = look_card(POLICY, changed=True)
    assert next(components(plain)).get("accent_color") is None
    assert "# Policy Alert has no colour of its own" in text(plain)
    assert "Messages that are posted already keep their look" in text(plain)
