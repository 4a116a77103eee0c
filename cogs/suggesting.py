"""Suggestions while typing, for the options that several commands share."""

from discord.app_commands import Choice

from bot.domain.filter import Listed
from bot.domain.reference import Kind
from bot.presentation import limits
from bot.presentation.choices import (
    briefing_choice,
    country_choice,
    hit_choice,
    issue_choice,
    period_choice,
    query_choice,
    speaker_choice,
)
from cogs.entrance import Suggest, suggesting
from cogs.host import Interaction
from cogs.replies import language_of, reader_of

_FINDINGS = 10
"""More than a phone shows at once are not read."""


def _briefing(interaction: Interaction) -> str | None:
    """The briefing typed so far in the same command."""
    return getattr(interaction.namespace, "briefing", None) or None


def _countries(kind: Kind) -> Suggest:
    """Countries that there is something of that kind on."""

    @suggesting
    async def countries(interaction: Interaction, typed: str) -> list[Choice[str]]:
        language, suggestions = language_of(interaction), interaction.client.app.suggestions
        place = (reader_of(interaction), typed, _briefing(interaction), language.locale)
        codes = await suggestions.countries(*place, limits.CHOICES, kind)
        return [country_choice(code, language) for code in codes]

    return countries


countries = _countries(Kind.SECTION)
quoted_countries = _countries(Kind.QUOTE)
dated_countries = _countries(Kind.EVENT)


@suggesting
async def numbers(interaction: Interaction, typed: str) -> list[Choice[str]]:
    """Issues by number or title."""
    language = language_of(interaction)
    found = await interaction.client.app.suggestions.issues(
        reader_of(interaction), typed, _briefing(interaction), limits.CHOICES
    )
    return [issue_choice(issue, language) for issue in found]


@suggesting
async def briefings(interaction: Interaction, typed: str) -> list[Choice[str]]:
    """Briefings by name."""
    found = await interaction.client.app.suggestions.briefings(
        reader_of(interaction), typed, limits.CHOICES
    )
    return [briefing_choice(briefing) for briefing in found]


@suggesting
async def speakers(interaction: Interaction, typed: str) -> list[Choice[str]]:
    """Who is quoted, by name."""
    found = await interaction.client.app.suggestions.speakers(
        reader_of(interaction), typed, _briefing(interaction), limits.CHOICES
    )
    return [speaker_choice(speaker) for speaker in found]


@suggesting
async def findings(interaction: Interaction, typed: str) -> list[Choice[str]]:
    """What was typed, then items that have it, the last word perhaps unfinished."""
    found = await interaction.client.app.suggestions.found(
        reader_of(interaction), typed, _briefing(interaction), _FINDINGS
    )
    typed_choice = [query_choice(typed)] if typed.strip() else []
    return [*typed_choice, *(hit_choice(item, language_of(interaction)) for item in found)]


def _periods(listed: Listed) -> Suggest:
    """Days, months and stretches that can be read, those of the list among them."""

    @suggesting
    async def periods(interaction: Interaction, typed: str) -> list[Choice[str]]:
        place = (reader_of(interaction), typed, _briefing(interaction), listed)
        found = await interaction.client.app.suggestions.periods(*place, limits.CHOICES)
        return [period_choice(text) for text in found]

    return periods


said_periods = _periods(Listed.QUOTES)
happened_periods = _periods(Listed.TIMELINE)
