"""Suggestions while typing, for the options that several commands share."""

from discord.app_commands import Choice

from bot.presentation import limits
from bot.presentation.choices import briefing_choice, country_choice, issue_choice
from cogs.entrance import suggesting
from cogs.host import Interaction
from cogs.replies import language_of, reader_of


def _briefing(interaction: Interaction) -> str | None:
    """The briefing typed so far in the same command."""
    return getattr(interaction.namespace, "briefing", None) or None


@suggesting
async def countries(interaction: Interaction, typed: str) -> list[Choice[str]]:
    """Countries that there are sections on."""
    language = language_of(interaction)
    codes = await interaction.client.app.suggestions.countries(
        reader_of(interaction), typed, _briefing(interaction), language.locale, limits.CHOICES
    )
    return [country_choice(code, language) for code in codes]


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
