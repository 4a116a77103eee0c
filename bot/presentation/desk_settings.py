"""The settings of the desk on one card: a row for each, which shows it and changes it."""

from dataclasses import dataclass
from datetime import datetime

import discord
from discord import SelectDefaultValue, SelectDefaultValueType, ui

from bot.presentation import limits
from bot.presentation.card import Button, Card, button
from bot.presentation.channel_lines import log_line
from bot.presentation.desk_ids import DeskSetting, DeskZone
from bot.presentation.form import Form
from bot.presentation.language import Language
from bot.presentation.line import line
from bot.presentation.setup_state import SetupState
from bot.presentation.subscription_menus import WRITTEN_TYPES

EDITORS, ANYBODY, LOG, ZONE = "editors", "anybody", "log", "zone"
TWO_PEOPLE, ONE_PERSON = "two", "one"
"""What each control chooses."""

TYPED_ZONE = "zone"
"""The custom id of the form's question."""

_LONGEST_ZONE = 60
_READ_ONLY = "Only people with **Manage Server** may change these settings; ask an administrator."
_ANYBODY = "Everybody with **Manage Messages** may edit here."
_GONE = "The role of the editors is not there any more, so nobody may edit: pick another one."
_LACKS = (
    "That role lacks **Manage Messages**, so its members see `/desk` only once an administrator "
    "has allowed it: under **Server Settings > Integrations**, open Sitrep and add the role."
)
_TWO = (
    "Whoever wrote the last change cannot publish it; another editor approves it in the log "
    "channel. One editor alone can publish nothing then."
)
_NO_LOG = "There is no log channel, so nothing can be approved: choose one."


@dataclass(frozen=True)
class SettingsState:
    """What stands on the card, for one person; `server` is what the server has set up.

    `role_gone` says that the role of the editors is not there any more, `role_lacks` that it does
    not have Manage Messages. `time` is what the clocks show in the time zone. `turn` counts the
    clicks on the card, and `news` is what came of the last one.
    """

    server: SetupState
    time: datetime
    role_gone: bool = False
    role_lacks: bool = False
    may_change: bool = False
    turn: int = 0
    news: str = ""

    def control(self, verb: str) -> DeskSetting:
        """The id of a control of this card."""
        return DeskSetting(verb, self.turn)

    def button(self, label: str, verb: str, *, useless: bool = False) -> Button:
        """A button of this card; only who may change something can press it."""
        return button(label, self.control(verb), disabled=useless or not self.may_change)


def settings_card(state: SettingsState, language: Language) -> Card:
    """All of them, one below the other."""
    card = Card()
    card.say("# Settings of the desk", state.news, "" if state.may_change else _READ_ONLY)
    _add_editors(card, state)
    _add_log(card, state)
    _add_zone(card, state, language)
    _add_two_people(card, state)
    return card


def zone_name(zone: str) -> str:
    """A time zone as people write it: "America/New York"."""
    return zone.replace("_", " ")


def zone_form(zone: str, turn: int) -> Form:
    """Asks for the time zone, filled in with one."""
    form = Form("The newsroom's time zone", DeskZone(turn))
    typed: ui.TextInput[Form] = ui.TextInput(
        custom_id=TYPED_ZONE,
        style=discord.TextStyle.short,
        default=zone[:_LONGEST_ZONE] or None,
        max_length=_LONGEST_ZONE,
    )
    form.ask("Time zone", typed, "A city such as Berlin or New York, or an offset such as +2.")
    return form


def _add_editors(card: Card, state: SettingsState) -> None:
    role = state.server.choices.editor_role
    said = _ANYBODY if role is None else f"Members with <@&{role}> may edit here."
    if state.role_gone:
        said = _GONE
    card.say("## Editors", said, _LACKS if state.role_lacks else "")
    shown = None if state.role_gone else role
    menu: ui.RoleSelect[Card] = ui.RoleSelect(
        placeholder="Role of the editors…",
        custom_id=str(state.control(EDITORS)),
        disabled=not state.may_change,
        default_values=_standing(shown, SelectDefaultValueType.role),
    )
    card.frame.add_item(ui.ActionRow(menu))
    card.buttons([state.button("Everybody with Manage Messages", ANYBODY, useless=role is None)])


def _add_log(card: Card, state: SettingsState) -> None:
    """The menu can be emptied, unless a second editor approves there."""
    choices, access = state.server.choices, state.server.log
    shown = choices.log_channel if access is None or access.there else None
    card.say("## Log channel", log_line(state.server))
    menu: ui.ChannelSelect[Card] = ui.ChannelSelect(
        placeholder="Channel for the log…",
        custom_id=str(state.control(LOG)),
        channel_types=WRITTEN_TYPES,
        min_values=1 if choices.two_people else 0,
        disabled=not state.may_change,
        default_values=_standing(shown, SelectDefaultValueType.channel),
    )
    card.frame.add_item(ui.ActionRow(menu))


def _add_zone(card: Card, state: SettingsState, language: Language) -> None:
    zone = line(zone_name(state.server.choices.time_zone or ""), limits.NAME)
    named = f"**{zone}**" if zone else "None is chosen, so days begin as in **UTC**"
    told = f"{named}. It is {state.time:%H:%M} there, {language.date(state.time.date())}."
    card.beside(state.button("Change…", ZONE), f"## Time zone\n{told}")


def _add_two_people(card: Card, state: SettingsState) -> None:
    choices = state.server.choices
    label, verb = ("Switch off", ONE_PERSON) if choices.two_people else ("Switch on", TWO_PEOPLE)
    lines = ["## Two people", f"{'**On.**' if choices.two_people else '**Off.**'} {_TWO}"]
    if choices.two_people and choices.log_channel is None:
        lines.append(_NO_LOG)
    card.beside(state.button(label, verb), "\n".join(lines))


def _standing(key: int | None, kind: SelectDefaultValueType) -> list[SelectDefaultValue]:
    return [] if key is None else [SelectDefaultValue(id=key, type=kind)]
