"""Suggestions at the desk: its issues and its briefings, countries and time zones."""

from discord.app_commands import Choice

from bot.domain.briefing import Briefing
from bot.domain.colour import COLOURS, colour_name
from bot.domain.issue import Issue
from bot.presentation import limits
from bot.presentation.desk_settings import zone_name
from bot.presentation.line import label
from cogs.desk_people import editor_of
from cogs.entrance import suggesting
from cogs.host import Interaction
from cogs.replies import language_of


@suggesting
async def issues(interaction: Interaction, typed: str) -> list[Choice[str]]:
    """What is at the desk, drafts first, by number or title."""
    found = await interaction.client.app.desk.listed(editor_of(interaction))
    sought = typed.casefold().lstrip("#")
    named = [(_told(each.issue), each.issue) for each in found]
    fitting = [(name, issue) for name, issue in named if sought in name.casefold()]
    return [
        Choice(name=label(name, limits.CHOICE), value=str(issue.id))
        for name, issue in fitting[: limits.CHOICES]
    ]


@suggesting
async def histories(interaction: Interaction, typed: str) -> list[Choice[str]]:
    """Every issue of the newsroom, whatever became of it, by number or title."""
    history, editor = interaction.client.app.desk_history, editor_of(interaction)
    found = await history.offered(editor, typed.strip().lstrip("#"), limits.CHOICES)
    return [Choice(name=label(_told(each), limits.CHOICE), value=f"i{each.id}") for each in found]


@suggesting
async def countries(interaction: Interaction, typed: str) -> list[Choice[str]]:
    """All there are, by what is typed of their names."""
    language, gazetteer = language_of(interaction), interaction.client.app.gazetteer
    codes = gazetteer.suggest(typed, sorted(gazetteer.codes), language.locale)
    return [
        Choice(name=language.country(code), value=gazetteer.name(code))
        for code in codes[: limits.CHOICES]
    ]


@suggesting
async def briefings(interaction: Interaction, typed: str) -> list[Choice[str]]:
    """Those of the newsroom."""
    found = await interaction.client.app.desk.briefings(editor_of(interaction))
    return _offered(found, typed)


@suggesting
async def all_briefings(interaction: Interaction, typed: str) -> list[Choice[str]]:
    """The same, for who may manage the server too."""
    found = await interaction.client.app.desk_briefings.owned(editor_of(interaction))
    return _offered(found, typed)


@suggesting
async def colours(_: Interaction, typed: str) -> list[Choice[str]]:
    """Those that have a name."""
    named = {name: colour_name(colour) for name, colour in COLOURS.items()} | {"none": "none"}
    sought = typed.strip().casefold()
    return [Choice(name=shown, value=name) for name, shown in named.items() if sought in shown]


def _offered(found: list[Briefing], typed: str) -> list[Choice[str]]:
    fitting = [each for each in found if typed.casefold() in each.name.casefold()]
    return [
        Choice(name=label(each.name, limits.CHOICE), value=str(each.id))
        for each in fitting[: limits.CHOICES]
    ]


@suggesting
async def zones(interaction: Interaction, typed: str) -> list[Choice[str]]:
    """Time zones by their cities or offsets, with the time that it is there."""
    settings = interaction.client.app.desk_settings
    found = settings.zones(typed, str(interaction.locale), limits.CHOICES)
    return [Choice(name=f"{zone_name(zone)} · {time:%H:%M}", value=zone) for zone, time in found]


def _told(issue: Issue) -> str:
    return f"{issue.label}: {issue.title or 'no title yet'} ({issue.state})"
