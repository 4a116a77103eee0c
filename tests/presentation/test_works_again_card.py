"""A channel that gets alerts again is told what it has missed."""

from collections.abc import Sequence

from bot.domain.issue import Issue
from bot.presentation.card import Card
from bot.presentation.works_again_card import Regained, works_again_card
from tests.moments import NOW
from tests.presentation.alerts import subscription
from tests.presentation.examples import issue
from tests.presentation.shown import assert_sendable, buttons, text


def card(missed: Sequence[Issue] = ()) -> Card:
    made = works_again_card([Regained(subscription(), NOW, (), missed)])
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


def test_what_waited_is_said_to_be_sent() -> None:
    made = works_again_card([Regained(subscription(), NOW, [issue(243), issue(244)])])
    assert text(made).splitlines()[1:] == ["What waited is sent to <#30> now: #244 and #243."]
    assert buttons(made) == {}


def test_several_of_one_channel_are_named_together() -> None:
    tides = subscription(id=6, briefing=issue().briefing.model_copy(update={"name": "Tides"}))
    found = [
        Regained(subscription(), NOW, [issue(244)], [issue(243)]),
        Regained(tides, NOW, (), [issue(1)]),
    ]
    made = works_again_card(found)
    assert_sendable(made)
    assert text(made).splitlines() == [
        "## Alerts of Policy Alert and Tides work again",
        "What waited is sent to <#30> now: Policy Alert #244.",
        "Not sent meanwhile, the last one first: Policy Alert #243; Tides #1.",
    ]
    assert list(buttons(made)) == [
        "Send what was missed of Policy Alert",
        "Send what was missed of Tides",
    ]
