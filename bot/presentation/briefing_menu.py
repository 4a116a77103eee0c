"""The menu of the other briefings that could be read instead."""

from collections.abc import Sequence

from discord import SelectOption

from bot.domain.briefing import Briefing
from bot.domain.record import CountryCode
from bot.presentation import limits
from bot.presentation.card import Card
from bot.presentation.custom_id import Switch
from bot.presentation.line import label
from bot.presentation.place import Place

_PROMPT = ": choose another briefing…"


def add_briefing_menu(
    card: Card,
    current: Briefing,
    choices: Sequence[Briefing],
    country: CountryCode | None,
    place: Place,
) -> None:
    """Adds a menu that names the current briefing and offers the first 25 others."""
    others = {briefing.id: briefing for briefing in choices if briefing.id != current.id}
    options = [
        SelectOption(label=label(briefing.label, limits.OPTION), value=str(briefing.id))
        for briefing in list(others.values())[: limits.OPTIONS]
    ]
    name = label(current.label, limits.PLACEHOLDER - len(_PROMPT))
    card.menu(name + _PROMPT, Switch(country, place.short, place.asker), options)
