"""Citing: the message menu "Cite", and the buttons of single items."""

import re
from collections.abc import Iterable, Iterator

import discord
from discord import app_commands

from bot.domain.reference import Reference
from bot.errors import Refused
from bot.presentation.custom_id import CiteItem
from cogs.controls import custom_ids
from cogs.host import Host, Interaction
from cogs.item_buttons import ENTRANCES
from cogs.replies import answer_privately, reader_of


@app_commands.context_menu(name="Cite")
async def cite(interaction: Interaction, message: discord.Message) -> None:
    """Answers with the citation of the card in a message."""
    reference = next(_cited(custom_ids(message.components)), None)
    if reference is None:
        raise Refused("Cite works on a card of Sitrep that shows one section, quote or event.")
    answer = await interaction.client.app.items.cite(reader_of(interaction), reference)
    await answer_privately(interaction, answer)


def _cited(ids: Iterable[str]) -> Iterator[Reference]:
    """What the Cite buttons in a message name; a card says nowhere else what it shows."""
    for text in ids:
        found = re.fullmatch(CiteItem.TEMPLATE, text)
        if found and (reference := Reference.parse(CiteItem.parse(found).item)):
            yield reference


async def setup(bot: Host) -> None:
    """Loads the menu, and the buttons of every card ever sent."""
    bot.add_dynamic_items(*ENTRANCES)
    bot.tree.add_command(cite)
