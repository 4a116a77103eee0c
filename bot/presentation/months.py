"""The months that a list can jump to, as options of its menu."""

from collections.abc import Callable, Sequence

from discord import SelectOption

from bot.domain.cursor import Cursor
from bot.domain.when import When
from bot.presentation import limits
from bot.presentation.language import Language
from bot.presentation.line import label


def month_name(month: str, language: Language) -> str:
    """The month "2022-01" as "January 2022", and "2022", of which no month is known, as "2022"."""
    return language.when(When.parse(month))


def month_options(
    months: Sequence[str], present: str, cursor: Callable[[str], Cursor], language: Language
) -> list[SelectOption]:
    """Each month once, its value the cursor that shows it; the one that is shown is marked."""
    return [
        SelectOption(
            label=label(month_name(month, language), limits.OPTION),
            value=str(cursor(month)),
            default=month == present,
        )
        for month in dict.fromkeys(months)
    ]
