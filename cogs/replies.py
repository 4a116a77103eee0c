"""Replies: who asked, who may see the answer, and where it is put."""

from typing import Any, Literal

import discord

from bot.domain.answer import Answer
from bot.domain.reader import Reader
from bot.errors import Refused
from bot.presentation.answers import render
from bot.presentation.card import Card
from bot.presentation.language import Language
from bot.presentation.list_state import must_be_kept
from bot.presentation.place import NOBODY, Place, Spot
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
    card = await _card(interaction, answer, short=public, private=private)
    await interaction.response.send_message(view=card, ephemeral=private)


async def answer_privately(interaction: Interaction, answer: Answer, **place: Any) -> None:
    """Answers with a card of its own, which only that person sees."""
    private = not _in_own_dm(interaction)
    card = await _card(interaction, answer, private=private, **place)
    await interaction.response.send_message(view=card, ephemeral=private)


async def share(
    interaction: Interaction, answer: Answer, *, short: bool, spot: Spot = _BEGINNING
) -> None:
    """Posts a card for everyone in the channel; whoever turns its pages gets their own.

    Raises Refused where the person could not write themselves.
    """
    if not may_post(interaction):
        raise Refused("You may not write in this channel, so nothing was shared.")
    name = interaction.user.display_name
    card = await _card(
        interaction, answer, asker=NOBODY, short=short, private=False, shared_by=name, spot=spot
    )
    await interaction.response.send_message(view=card)


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
    if asker != interaction.user.id:
        await answer_privately(interaction, answer, page=page, spot=spot)
        return
    private = interaction.message is not None and interaction.message.flags.ephemeral
    card = await _card(interaction, answer, page=page, spot=spot, short=short, private=private)
    await interaction.response.edit_message(view=card)


async def _card(
    interaction: Interaction, answer: Answer, *, asker: int | None = None, **place: Any
) -> Card:
    """The card of an answer, for who asked unless said otherwise."""
    owner = interaction.user.id if asker is None else asker
    kept = await _kept(interaction, answer)
    return render(answer, Place(asker=owner, kept=kept, **place), language_of(interaction))


async def _kept(interaction: Interaction, answer: Answer) -> int | None:
    """The key of the list's state, where its buttons have no room for all of it."""
    wanted = getattr(answer, "filter", None)
    text = must_be_kept(wanted) if wanted else None
    return await interaction.client.app.list_states.keep(text) if text else None


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
