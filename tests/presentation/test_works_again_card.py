"""A channel that gets alerts again is told what it has missed."""

from collections.abc import Sequence

from bot.domain.issue import Issue
from bot.presentation.card import Card
from bot.presentation.works_again_card import works_again_card
from tests.moments import NOW
from tests.presentation.alerts import subscription
from tests.presentation.examples import issue
from tests.presentation.shown import assert_sendable, buttons, text


def card(missed: Sequence[Issue] = ()) -> Card:
    made = works_again_card(subscription(), missed, NOW)
    assert_sendable(made)
    return made


def test_what_was_missed_can_be_sent_now() -> None:
    made = card([issue(242), issue(243), issue(244)])
    assert text(made).splitlines() == [
        "## Alerts of Policy Alert work again",
        "<#30> gets the next one.",
        "Not sent meanwhile, the last one first: #244, #243 and #242.",
    ]
    assert buttons(made) == {"Send what was missed": f"sendmissed:5:{int(NOW.timestamp())}"}


def test_where_nothing_was_missed_nothing_is_offered() -> None:
    made = card()
    assert text(made).splitlines()[1:] == ["<#30> gets the next one."]
    assert buttons(made) == {}


def test_of_very_many_the_last_are_named() -> None:
    shown = text(card([issue(number) for number in range(200, 245)]))
    assert "first: #244, #243, #242, #241, #240 and 40 more." in shown
