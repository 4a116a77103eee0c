"""The list of a server's subscriptions, page by page, with a menu to pick one."""

from collections.abc import Sequence

from discord import SelectOption

from bot.presentation import limits
from bot.presentation.card import Button, Card, button
from bot.presentation.language import Language
from bot.presentation.line import label
from bot.presentation.room import Room
from bot.presentation.subscription_ids import SubscriptionList
from bot.presentation.subscription_text import Seen, alerts_of, standing, to_mend, wanted

SIZE = 5
"""Subscriptions on a page."""

_NAME = 45
_ONE = Room(3300, 8500).shared(SIZE)


def page_of(number: int, page: int) -> int:
    """The page nearest to the one that is asked for, where there are so many subscriptions."""
    return min(max(page, 0), max(number - 1, 0) // SIZE)


def subscription_list_card(
    shown: Sequence[Seen], number: int, page: int, language: Language
) -> Card:
    """The subscriptions of one page, of so many in all."""
    card = Card()
    card.say("# Alerts of this server", "" if shown else _NOTHING)
    for place, seen in enumerate(shown, page * SIZE + 1):
        card.say(_one(place, seen, language))
    last = page_of(number, number)
    if last:
        card.say(f"-# Page {page + 1} of {last + 1}")
    options = [_option(place, seen) for place, seen in enumerate(shown, page * SIZE + 1)]
    card.menu("Pick one to see or change it…", SubscriptionList("pick", page), options)
    card.buttons(_turning(page, last))
    return card


_NOTHING = "No channel is subscribed to anything yet; `/alerts subscribe` begins."


def _one(place: int, seen: Seen, language: Language) -> str:
    found = seen.subscription
    lines = [
        f"## {place}. {alerts_of(found)}",
        " · ".join(wanted(found.wishes, language, short=True)),
        standing(seen, language),
    ]
    return "\n".join([*lines, *to_mend(seen, _ONE.beside(*lines))])


def _option(place: int, seen: Seen) -> SelectOption:
    found = seen.subscription
    briefing = label(found.briefing.name, _NAME, "Untitled briefing")
    channel = label(f"#{seen.channel_name}", _NAME) if seen.channel_name else "a lost channel"
    name = label(f"{place}. {briefing} in {channel}", limits.OPTION)
    return SelectOption(label=name, value=str(found.id))


def _turning(page: int, last: int) -> list[Button]:
    if not last:
        return []
    back, on = max(page - 1, 0), min(page + 1, last)
    return [
        button("Previous", SubscriptionList("prev", back), disabled=page == 0),
        button("Next", SubscriptionList("next", on), disabled=page == last),
    ]
