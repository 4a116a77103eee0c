"""The menus of the subscription panel: channels, a briefing, countries, a role."""

from collections.abc import Sequence

from discord import ChannelType, SelectDefaultValue, SelectDefaultValueType, SelectOption, ui

from bot.domain.briefing import Briefing
from bot.presentation import limits
from bot.presentation.card import Card
from bot.presentation.language import Language
from bot.presentation.line import label
from bot.presentation.subscription_ids import Panel
from bot.presentation.subscription_state import ALL, PanelState

WRITTEN_TYPES = [
    ChannelType.text,
    ChannelType.news,
    ChannelType.public_thread,
    ChannelType.private_thread,
    ChannelType.news_thread,
]
"""Where a line can be written: text channels, announcement channels, and threads."""

CHANNEL_TYPES = [*WRITTEN_TYPES, ChannelType.forum]
"""Where alerts can go: the same, and forums."""

MOST_CHANNELS = 10
"""Chosen together: the answer says of each how it stands, on one card."""


def add_channel_menu(card: Card, state: PanelState, kept: int) -> None:
    """Any number of channels up to ten."""
    menu: ui.ChannelSelect[Card] = ui.ChannelSelect(
        placeholder="Channels…",
        custom_id=str(Panel("channels", kept)),
        channel_types=CHANNEL_TYPES,
        min_values=0,
        max_values=MOST_CHANNELS,
        default_values=[_default(channel, "channel") for channel in state.channels],
    )
    card.frame.add_item(ui.ActionRow(menu))


def add_briefings_menu(
    card: Card, state: PanelState, briefings: Sequence[Briefing], kept: int
) -> None:
    """One of several briefings; those beyond the first 25 are named by the command's option."""
    chosen = [each for each in briefings if each.id == state.briefing]
    others = [each for each in briefings if each.id != state.briefing]
    options = [
        SelectOption(
            label=label(each.label, limits.OPTION),
            value=str(each.id),
            default=each.id == state.briefing,
        )
        for each in [*chosen, *others][: limits.OPTIONS]
    ]
    card.menu("Briefing…", Panel("briefing", kept), options)


def add_country_menu(card: Card, state: PanelState, kept: int, language: Language) -> None:
    """Any number of the countries on the page, or all there are."""
    options = [SelectOption(label="All countries", value=ALL, default=not state.countries)]
    options += [
        SelectOption(
            label=label(language.country(code), limits.OPTION),
            value=code,
            default=code in state.countries,
        )
        for code in state.offered
    ]
    menu: ui.Select[Card] = ui.Select(
        placeholder="Countries…",
        custom_id=str(Panel("country", kept)),
        options=options,
        min_values=0,
        max_values=len(options),
        required=False,
    )
    card.frame.add_item(ui.ActionRow(menu))


def add_role_menu(card: Card, state: PanelState, kept: int) -> None:
    """The role to ping, or none."""
    menu: ui.RoleSelect[Card] = ui.RoleSelect(
        placeholder="Role to ping, or nobody…",
        custom_id=str(Panel("role", kept)),
        min_values=0,
        max_values=1,
        default_values=[_default(state.ping, "role")] if state.ping else [],
    )
    card.frame.add_item(ui.ActionRow(menu))


def _default(key: int, kind: str) -> SelectDefaultValue:
    return SelectDefaultValue(id=key, type=SelectDefaultValueType[kind])
