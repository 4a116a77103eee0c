"""Below a preview at the desk: as which channel of the newsroom it is seen."""

from collections.abc import Sequence

from discord import SelectOption

from bot.domain.bench import Bench
from bot.domain.subscription import Subscription
from bot.presentation import limits
from bot.presentation.card import Card
from bot.presentation.desk_ids import DeskSeen
from bot.presentation.language import Language
from bot.presentation.line import label

_EVERYTHING = "As any channel sees it that wants all of it"
_ALL = "all"

Named = Sequence[tuple[Subscription, str]]
"""Subscriptions with the names of their channels, empty where Discord does not tell it."""


def add_channels(
    card: Card, bench: Bench, found: Named, chosen: Subscription | None, language: Language
) -> None:
    """A menu of the newsroom's own channels; nothing if there is none."""
    if not found:
        return
    options = [
        SelectOption(label=_EVERYTHING, value=_ALL, default=chosen is None),
        *(
            SelectOption(
                label=label(f"As #{name or each.place.channel} sees it", limits.OPTION),
                description=label(_wants(each, language), limits.OPTION),
                value=str(each.id),
                default=chosen is not None and each.id == chosen.id,
            )
            for each, name in found[: limits.OPTIONS - 1]
        ),
    ]
    card.menu("As seen by…", DeskSeen(bench.issue.id, bench.version), options)


def unseen_card(subscription: Subscription, language: Language) -> Card:
    """What a channel gets that wants none of the countries in the issue."""
    card = Card()
    card.say(
        f"# <#{subscription.place.channel}> gets no alert of it",
        f"It wants {_wants(subscription, language)}, and no section is on that.",
    )
    return card


def _wants(subscription: Subscription, language: Language) -> str:
    countries = subscription.wishes.countries
    return language.some_countries(countries) if countries else "all countries"
