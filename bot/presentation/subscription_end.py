"""The cards about the end of subscriptions, and about the way back."""

from collections.abc import Sequence

from bot.domain.subscription import Subscription
from bot.presentation.card import Card, button
from bot.presentation.language import listed_first
from bot.presentation.masthead import briefing_name
from bot.presentation.subscription_ids import Restore

_NAMED = 10


def ended_card(ended: Sequence[Subscription], kept: int) -> Card:
    """What a channel gets no more; `kept` is the key of the `Ended` that Undo takes back."""
    names = listed_first([f"**{briefing_name(each.briefing)}**" for each in ended], _NAMED)
    card = Card()
    card.say(
        f"<#{ended[0].place.channel}> gets no more alerts of {names}.",
        "What has been sent stays, and is corrected if need be.",
    )
    card.buttons([button("Undo", Restore(kept))])
    return card


def restored_card(channel: int, restored: Sequence[Subscription]) -> Card:
    """What a channel is subscribed to again."""
    names = listed_first([f"**{briefing_name(each.briefing)}**" for each in restored], _NAMED)
    again = f"is subscribed to {names} again, as before" if restored else "was subscribed anew"
    card = Card()
    card.say(f"<#{channel}> {again}; `/alerts list` shows how it stands.")
    return card
