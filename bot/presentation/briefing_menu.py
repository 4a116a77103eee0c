"""The menu of the other briefings that could be read instead."""

from collections.abc import Sequence

from discord import SelectOption

from bot.domain.briefing import Briefing
from bot.presentation import limits
from bot.presentation.card import Card
from bot.presentation.custom_id import CustomId
from bot.presentation.line import label


def add_briefing_menu(
    card: Card,
    current: Briefing,
    choices: Sequence[Briefing],
    switch: CustomId,
) -> None:
    """Adds a menu of the current briefing and the first others, if there are any."""
    others = {briefing.id: briefing for briefing in choices if briefing.id != current.id}
    if others:
        shown = _option(f"Briefing: {current.label}", current, present=True)
        options = [shown, *(_option(other.label, other) for other in others.values())]
        card.menu("Choose another briefing…", switch, options[: limits.OPTIONS])


def _option(name: str, briefing: Briefing, *, present: bool = False) -> SelectOption:
    return SelectOption(label=label(name, limits.OPTION), value=str(briefing.id), default=present)
