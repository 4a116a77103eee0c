"""A choice of several countries while they are typed one after the other."""

from collections.abc import Sequence

from discord.app_commands import Choice

from bot.domain.record import CountryCode
from bot.presentation import limits
from bot.presentation.language import Language
from bot.presentation.line import label


def countries_choice(codes: Sequence[CountryCode], language: Language) -> Choice[str] | None:
    """The countries by name; its value are the codes, None if they have no room."""
    value = ", ".join(codes)
    names = ", ".join(language.country(code) for code in codes)
    if len(value) > limits.CHOICE:
        return None
    return Choice(name=label(names, limits.CHOICE), value=value)
