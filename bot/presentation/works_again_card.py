"""The notice that a channel gets alerts again: what is sent now, and what it has missed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.issue import Issue
from bot.domain.subscription import Subscription
from bot.presentation import limits
from bot.presentation.card import Button, Card, button
from bot.presentation.language import listed_first
from bot.presentation.line import label
from bot.presentation.masthead import briefing_name, number
from bot.presentation.subscription_ids import SendMissed

_NAMED = 5
_BUTTONS = limits.BUTTONS


@dataclass(frozen=True)
class Regained:
    """One that works again since `since`: the issues that waited, and those that came too late."""

    subscription: Subscription
    since: datetime
    waiting: Sequence[Issue] = ()
    missed: Sequence[Issue] = ()


def works_again_card(found: Sequence[Regained]) -> Card:
    """The subscriptions of one channel; the issues of each stand the oldest first."""
    names = listed_first([briefing_name(each.subscription.briefing) for each in found], _NAMED)
    channel = found[0].subscription.place.channel
    card = Card()
    card.say(f"## Alerts of {names} work again", *_sent(found, channel))
    card.say(*_missed(found))
    card.buttons(list(_offers(found))[:_BUTTONS])
    return card


def _sent(found: Sequence[Regained], channel: int) -> list[str]:
    """What comes now, else that the next one will."""
    waiting = [_named(each, each.waiting, several=len(found) > 1) for each in found if each.waiting]
    if waiting:
        return [f"What waited is sent to <#{channel}> now: {'; '.join(waiting)}."]
    return [f"<#{channel}> gets the next one."]


def _missed(found: Sequence[Regained]) -> list[str]:
    missed = [_named(each, each.missed, several=len(found) > 1) for each in found if each.missed]
    return [f"Not sent meanwhile, the last one first: {'; '.join(missed)}."] if missed else []


def _named(each: Regained, issues: Sequence[Issue], *, several: bool) -> str:
    """Numbers, with the briefing where there are several."""
    numbers = listed_first([number(issue) for issue in reversed(issues)], _NAMED)
    return f"{briefing_name(each.subscription.briefing)} {numbers}" if several else numbers


def _offers(found: Sequence[Regained]) -> list[Button]:
    missing = [each for each in found if each.missed]
    return [
        button(
            label(_offer(each, several=len(missing) > 1), limits.BUTTON),
            SendMissed(each.subscription.id, int(each.since.timestamp())),
        )
        for each in missing
    ]


def _offer(each: Regained, *, several: bool) -> str:
    of = f" of {each.subscription.briefing.name}" if several else ""
    return f"Send what was missed{of}"
