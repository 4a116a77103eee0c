"""Suggestions while typing, for the options of the commands on alerts."""

from contextlib import suppress

from discord.app_commands import Choice

from bot.app.country_typing import BETWEEN_COUNTRIES
from bot.domain.record import CountryCode
from bot.errors import Refused
from bot.presentation import limits
from bot.presentation.choices import briefing_choice
from bot.presentation.countries_choice import countries_choice
from bot.presentation.subscription_state import ALL
from cogs.entrance import suggesting
from cogs.host import Interaction
from cogs.replies import language_of, reader_of

_EVERY = frozenset({ALL, "all countries", "*"})


@suggesting
async def briefings(interaction: Interaction, typed: str) -> list[Choice[str]]:
    """What this server may subscribe to, by name."""
    found = await interaction.client.app.subscribing.briefings(reader_of(interaction))
    wanted = typed.strip().casefold()
    choices = [briefing_choice(each) for each in found if wanted in each.label.casefold()]
    return choices[: limits.CHOICES]


@suggesting
async def countries(interaction: Interaction, typed: str) -> list[Choice[str]]:
    """All countries, or what was typed so far with its last name completed."""
    *before, last = BETWEEN_COUNTRIES.split(typed)
    gazetteer, language = interaction.client.app.gazetteer, language_of(interaction)
    chosen = [code for name in before if (code := getattr(gazetteer.resolve(name), "code", None))]
    known = [code for code in await _known(interaction) if code not in chosen]
    begun = gazetteer.suggest(last.strip(), known, language.locale)
    choices = [countries_choice([*chosen, code], language) for code in begun]
    every = [] if typed.strip() else [Choice(name="All countries", value=ALL)]
    return [*every, *filter(None, choices)][: limits.CHOICES]


def countries_in(interaction: Interaction, typed: str) -> tuple[CountryCode, ...]:
    """The countries that somebody typed, commas between them; none are all.

    Raises Refused for what is no country.
    """
    if typed.strip().casefold() in _EVERY:
        return ()
    return interaction.client.app.subscribing.countries_typed(typed)


async def _known(interaction: Interaction) -> list[CountryCode]:
    """The countries of the briefing that is typed so far, most sections first, then all others."""
    app, named = interaction.client.app, getattr(interaction.namespace, "briefing", None)
    covered: tuple[CountryCode, ...] = ()
    with suppress(Refused):  # none is meant yet, so all countries are as good
        briefing = await app.subscribing.named(reader_of(interaction), named or None)
        covered = await app.subscribing.countries(briefing.id)
    return list(dict.fromkeys((*covered, *sorted(app.gazetteer.codes))))
