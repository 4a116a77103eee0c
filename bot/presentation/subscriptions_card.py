"""The card of several subscriptions that were made together."""

from collections.abc import Sequence

from bot.presentation.card import Card, button
from bot.presentation.language import Language
from bot.presentation.masthead import briefing_name, newsroom_name
from bot.presentation.room import Room
from bot.presentation.subscription_ids import Manage, SubscriptionList
from bot.presentation.subscription_text import Seen, standing, to_mend, wanted

_ALL = Room(2600, 6500)
"""The room for what is said of all channels."""


def subscriptions_card(made: Sequence[Seen], language: Language) -> Card:
    """At most ten, of one briefing with the same wishes: how each stands, and a test for each."""
    first = made[0].subscription
    name = f"{briefing_name(first.briefing)} · {newsroom_name(first.briefing)}"
    card = Card()
    card.say(f"## {name}: {len(made)} channels", "They are subscribed:")
    card.say(*wanted(first.wishes, language))
    for each in made:
        _add(card, each, _ALL.shared(len(made)), language)
    card.buttons(
        [
            button("Preview", Manage("preview", first.id)),
            button("All subscriptions", SubscriptionList("list", 0)),
        ]
    )
    return card


def _add(card: Card, seen: Seen, room: Room, language: Language) -> None:
    found = seen.subscription
    head = f"<#{found.place.channel}> · {standing(seen, language)}"
    test = button("Send a test", Manage("test", found.id))
    card.beside(test, "\n".join([head, *to_mend(seen, room.beside(head))]))
