"""Replies: who asked, who may see the answer, and where it is put."""

from typing import Literal

import discord

from bot.domain.answer import Answer
from bot.domain.reader import Reader
from bot.presentation.answers import render
from bot.presentation.language import Language
from bot.presentation.place import Place, Spot
from cogs.host import Interaction

Show = Literal["only me", "everyone"]
_BEGINNING = Spot()


def reader_of(interaction: Interaction) -> Reader:
    """The person and place that an interaction comes from; a thread is its channel's."""
    place = interaction.channel
    channel = place.parent_id if isinstance(place, discord.Thread) else interaction.channel_id
    return Reader(user=interaction.user.id, server=interaction.guild_id, channel=channel)


def language_of(interaction: Interaction) -> Language:
    """The language of the person's own Discord."""
    return Language(str(interaction.locale), interaction.client.app.gazetteer)


def may_post(interaction: Interaction) -> bool:
    """Whether this person could write here themselves, so that a shared card is no way around."""
    allowed = interaction.permissions
    if isinstance(interaction.channel, discord.Thread):
        return allowed.send_messages_in_threads
    return interaction.guild_id is None or allowed.send_messages


async def reply(interaction: Interaction, answer: Answer, show: Show | None = None) -> None:
    """Answers a command: privately, unless the person or the server wants it otherwise."""
    public = await _for_everyone(interaction, show)
    private = not public and not _in_own_dm(interaction)
    place = Place(asker=interaction.user.id, short=public, private=private)
    card = render(answer, place, language_of(interaction))
    await interaction.response.send_message(view=card, ephemeral=private)


async def turn(
    interaction: Interaction,
    answer: Answer,
    *,
    asker: int,
    short: bool,
    page: int = 0,
    spot: Spot = _BEGINNING,
) -> None:
    """Answers a click: the asker's card changes in place, anybody else gets one of their own.

    That one is private, so it need not be short.
    """
    user, language = interaction.user.id, language_of(interaction)
    if asker != user:
        card = render(answer, Place(asker=user, page=page, spot=spot), language)
        await interaction.response.send_message(view=card, ephemeral=True)
        return
    private = interaction.message is not None and interaction.message.flags.ephemeral
    place = Place(asker=user, page=page, spot=spot, short=short, private=private)
    await interaction.response.edit_message(view=render(answer, place, language))


async def _for_everyone(interaction: Interaction, show: Show | None) -> bool:
    """Whether others see the answer: as the person says, else as the server wants."""
    if _in_own_dm(interaction) or not may_post(interaction):
        return False
    if show is None:
        return await interaction.client.app.servers.public_answers(reader_of(interaction))
    return show == "everyone"


def _in_own_dm(interaction: Interaction) -> bool:
    """Whether this is the conversation of one person with the bot, where nobody else reads."""
    alone = isinstance(interaction.channel, discord.DMChannel)
    return alone and not interaction.context.private_channel
