"""The notice that a channel gets alerts again, and what it has missed."""

from collections.abc import Sequence

from bot.domain.issue import Issue
from bot.domain.subscription import Subscription
from bot.presentation.card import Card, button
from bot.presentation.custom_id import SendLast
from bot.presentation.language import listed_first
from bot.presentation.masthead import briefing_name, number

_NAMED = 5


def works_again_card(subscription: Subscription, missed: Sequence[Issue] = ()) -> Card:
    """`missed` are the issues that were not sent, the last one at the end."""
    card = Card()
    name, channel = briefing_name(subscription.briefing), subscription.place.channel
    card.say(f"## Alerts of {name} work again", f"<#{channel}> gets the next one.")
    if missed:
        issues = [number(issue) for issue in reversed(missed)]
        card.say(f"Not sent meanwhile, the last one first: {listed_first(issues, _NAMED)}.")
        card.buttons([button("Send the last issue now", SendLast(subscription.id))])
    return card
