"""The settings of the desk: their panel, and what a click on it does."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import discord

from bot.app.desk_rights import require_manager
from bot.domain.editor import Editor
from bot.domain.zone import proposed_zone
from bot.errors import Refused
from bot.presentation.desk_ids import DeskSetting, DeskZone
from bot.presentation.desk_settings import (
    ANYBODY,
    EDITORS,
    LOG,
    ONE_PERSON,
    TWO_PEOPLE,
    TYPED_ZONE,
    ZONE,
    SettingsState,
    settings_card,
    zone_form,
    zone_name,
)
from bot.presentation.rights import access_sentences
from bot.presentation.setup_state import SetupState
from cogs.alert_views import put
from cogs.chosen_channels import chosen_channels, picked_ids
from cogs.desk_people import editor_of
from cogs.entrance import Entrance
from cogs.host import Interaction
from cogs.modals import FormEntrance
from cogs.reaching import Written, access_chosen
from cogs.replies import language_of
from cogs.telling import may_write

_MOST_TURNS = 1_000_000
_UNSEEN = (
    "Nothing was changed: Sitrep does not find <#{}> here. If it is a thread, open it and mention "
    "Sitrep in it, then choose it again."
)
_NO_CHANNEL = "Nothing was changed: this is no channel; pick another one."
_NO_ROLE = "There is no such role in this server; pick another one."
_CHANGED = "This panel has changed; type `/desk settings` again."


async def show_settings(interaction: Interaction, news: str = "", turn: int = 0) -> None:
    """The panel with what is chosen now; raises Refused for who may not even look."""
    settings, editor = interaction.client.app.desk_settings, editor_of(interaction)
    choices = await settings.shown(editor)
    role = _role(interaction, choices.editor_role)
    known = interaction.guild is not None and not interaction.guild.unavailable
    state = SettingsState(
        server=SetupState(
            server=editor.server,
            choices=choices,
            log=access_chosen(interaction.client, editor.server, choices.log_channel),
        ),
        time=settings.time_in(choices.time_zone),
        role_gone=known and role is None and choices.editor_role is not None,
        role_lacks=role is not None and not role.permissions.manage_messages,
        may_change=editor.manages_server,
        turn=turn % _MOST_TURNS,
        news=news,
    )
    await put(interaction, settings_card(state, language_of(interaction)))


async def set_zone(interaction: Interaction, typed: str, turn: int = 0) -> None:
    """Keeps the time zone that was typed; raises Refused if there is none such."""
    settings, editor = interaction.client.app.desk_settings, editor_of(interaction)
    zone = await settings.choose_zone(editor, typed, interaction.id)
    await show_settings(interaction, f"Time zone: {zone_name(zone)}.", turn)


class DeskSettingControl(Entrance[DeskSetting], kind=DeskSetting):
    """Every button and menu of the panel."""

    async def answer(self, interaction: Interaction) -> None:
        editor = editor_of(interaction)
        require_manager(editor)
        if self.key.verb == ZONE:
            await _ask_zone(interaction, editor, self.key.at)
            return
        choose = _CHOICES.get(self.key.verb)
        if choose is None:
            raise Refused(_CHANGED)
        news = await choose(interaction, editor)
        await show_settings(interaction, news, self.key.at + 1)


class DeskZoneEntrance(FormEntrance[DeskZone], kind=DeskZone):
    """The time zone that was typed."""

    async def answer(self, interaction: Interaction) -> None:
        await set_zone(interaction, self.typed.get(TYPED_ZONE, ""), self.key.at + 1)


async def _ask_zone(interaction: Interaction, editor: Editor, turn: int) -> None:
    choices = await interaction.client.app.desk_settings.shown(editor)
    zone = choices.time_zone or proposed_zone(str(interaction.locale))
    await interaction.response.send_modal(zone_form(zone, turn))


async def _choose_editors(interaction: Interaction, editor: Editor) -> str:
    role = _role(interaction, next(iter(picked_ids(interaction)), None))
    if role is None:
        raise Refused(_NO_ROLE)
    await interaction.client.app.desk_settings.choose_editors(editor, role.id, interaction.id)
    return f"Editors: members with <@&{role.id}>."


async def _choose_anybody(interaction: Interaction, editor: Editor) -> str:
    await interaction.client.app.desk_settings.choose_editors(editor, None, interaction.id)
    return "Editors: everybody with **Manage Messages**."


async def _choose_log(interaction: Interaction, editor: Editor) -> str:
    """One channel, or none of an emptied menu; what cannot be written in is told and not kept."""
    settings = interaction.client.app.desk_settings
    if _emptied(interaction):
        await settings.choose_log(editor, None, interaction.id)
        return "Log channel: none."
    found, unseen = await chosen_channels(interaction)
    if not found:
        return _UNSEEN.format(unseen[0]) if unseen else _NO_CHANNEL
    channel = found[0]
    if not isinstance(channel, Written):
        raise Refused("The log is a text channel, an announcement channel or a thread; pick one.")
    # A release is told only where Discord tells of the channel: of no thread that is archived.
    access = access_chosen(interaction.client, editor.server, channel.id)
    if access is None or not access.there:
        return _UNSEEN.format(channel.id)
    if not may_write(access):
        # What is only written there needs no history.
        writing = access.model_copy(update={"history": True})
        return "\n".join(["Nothing was changed.", *access_sentences(writing, channel.id)])
    await settings.choose_log(editor, channel.id, interaction.id)
    return f"Log channel: <#{channel.id}>."


async def _want_two(interaction: Interaction, editor: Editor) -> str:
    settings = interaction.client.app.desk_settings
    await settings.want_two_people(editor, wanted=True, interaction=interaction.id)
    return "Two people: on."


async def _want_one(interaction: Interaction, editor: Editor) -> str:
    settings = interaction.client.app.desk_settings
    await settings.want_two_people(editor, wanted=False, interaction=interaction.id)
    return "Two people: off."


def _emptied(interaction: Interaction) -> bool:
    data: Mapping[str, Any] = dict(interaction.data or {})
    return data.get("values") == []


def _role(interaction: Interaction, key: int | None) -> discord.Role | None:
    return interaction.guild.get_role(key) if interaction.guild and key is not None else None


_CHOICES: dict[str, Callable[[Interaction, Editor], Awaitable[str]]] = {
    EDITORS: _choose_editors,
    ANYBODY: _choose_anybody,
    LOG: _choose_log,
    TWO_PEOPLE: _want_two,
    ONE_PERSON: _want_one,
}
VERBS = (*_CHOICES, ZONE)
"""What the controls choose."""

ENTRANCES = (DeskSettingControl,)
FORMS = (DeskZoneEntrance,)
