"""Ways into the desk: from a message, or from a card that an editor reads, to its issue."""

import discord
from discord import app_commands

from bot.app.desk_tracing import Traced
from bot.domain.reference import Reference
from bot.errors import Refused
from bot.presentation.desk_card import desk_card
from bot.presentation.desk_ids import DeskCorrect
from bot.presentation.desk_list import which_card
from bot.presentation.desk_parts import part_card
from bot.presentation.desk_section import section_card
from bot.presentation.shown_in import issues_shown, item_shown
from cogs.alert_views import answer_alone
from cogs.controls import custom_ids
from cogs.desk_people import editor_of
from cogs.desk_showing import show_desk
from cogs.entrance import Entrance
from cogs.host import Interaction
from cogs.replies import language_of

_NO_MESSAGE = "This message shows no issue of this newsroom; use the menu on a message of Sitrep."


@app_commands.context_menu(name="Correct…")
@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
@app_commands.allowed_installs(guilds=True, users=False)
@app_commands.default_permissions(manage_messages=True)
async def correct(interaction: Interaction, message: discord.Message) -> None:
    """Opens the desk at the issue that a message of Sitrep shows."""
    tracing, editor = interaction.client.app.desk_tracing, editor_of(interaction)
    await interaction.client.app.desk.require(editor)
    if interaction.client.user is None or message.author.id != interaction.client.user.id:
        raise Refused(_NO_MESSAGE)
    ids = list(custom_ids(message.components))
    if reference := item_shown(ids):
        await _show(interaction, await tracing.open(editor, reference))
        return
    found = await tracing.shown(editor, message.id, issues_shown(ids))
    if len(found) > 1:
        await answer_alone(interaction, which_card(found))
        return
    await show_desk(interaction, await interaction.client.app.desk.open(editor, found[0].id))


class DeskCorrectButton(Entrance[DeskCorrect], kind=DeskCorrect):
    """Opens the desk at what a card shows, beside the card."""

    async def answer(self, interaction: Interaction) -> None:
        reference = Reference.parse(self.key.item)
        if reference is None:
            raise Refused("This is not there any more; open the issue with `/desk open`.")
        tracing = interaction.client.app.desk_tracing
        await _show(interaction, await tracing.open(editor_of(interaction), reference))


async def _show(interaction: Interaction, traced: Traced) -> None:
    """The screen of a quote or an event, of a section, or the first one."""
    bench, at, language = traced.bench, traced.at, language_of(interaction)
    if at is None:
        card = desk_card(bench, language)
    elif at.item is None:
        card = section_card(bench, at.entry, language)
    else:
        card = part_card(bench, at, language, event=traced.event)
    await answer_alone(interaction, card)


ENTRANCES = (DeskCorrectButton,)
MENUS = (correct,)
