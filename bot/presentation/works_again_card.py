"""The notice that a channel gets alerts again, and what it has missed."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.issue import Issue
from bot.domain.subscription import Subscription
from bot.presentation.card import Card, button
from bot.presentation.language import listed_first
from bot.presentation.masthead import briefing_name, number
from bot.presentation.subscription_ids import SendMissed

_NAMED = 5


def works_again_card(
    subscription: Subscription, missed: Sequence[Issue] = (), since: datetime | None = None
) -> Card:
    """`missed` are the issues that were not sent since then, the last one at the end."""
    card = Card()
    name, channel = briefing_name(subscription.briefing), subscription.place.channel
    card.say(f"## Alerts of {name} work again", f"<#{channel}> gets the next one.")
    if missed and since:
        issues = [number(issue) for issue in reversed(missed)]
        card.say(f"Not sent meanwhile, the last one first: {listed_first(issues, _NAMED)}.")
        key = SendMissed(subscription.id, int(since.timestamp()))
        card.buttons([button("Send what was missed", key)])
    return card
