"""Replies: who asked, who may see the answer, and where it is put."""

from dataclasses import replace
from typing import Any, Literal

import discord

from bot.domain.answer import Answer, Reading
from bot.domain.listing import InContext, Opened
from bot.domain.reader import Reader
from bot.errors import Refused
from bot.presentation.answers import render
from bot.presentation.language import Language
from bot.presentation.list_state import must_be_kept
from bot.presentation.place import NOBODY, Place, Spot
from cogs.desk_people import editor_of
from cogs.host import Interaction
from cogs.remembering import remember

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
    place = await _place(interaction, answer, short=public, private=private)
    await _send(interaction, answer, place)


async def answer_privately(interaction: Interaction, answer: Answer, **place: Any) -> None:
    """Answers with a card of its own, which only that person sees."""
    private = not _in_own_dm(interaction)
    await _send(interaction, answer, await _place(interaction, answer, private=private, **place))


async def share(
    interaction: Interaction,
    answer: Answer,
    *,
    short: bool,
    spot: Spot = _BEGINNING,
    cursor: str | None = None,
) -> None:
    """Posts a card for everyone in the channel; whoever turns its pages gets their own.

    Raises Refused where the person could not write themselves.
    """
    if not may_post(interaction):
        raise Refused("You may not write in this channel, so nothing was shared.")
    place = await _place(interaction, answer, short=short, spot=spot, cursor=cursor, private=False)
    name = interaction.user.display_name
    await _send(interaction, answer, replace(place, asker=NOBODY, shared_by=name))


async def turn(
    interaction: Interaction, answer: Answer, *, asker: int, short: bool, **where: Any
) -> None:
    """Answers a click: the asker's card changes in place, anybody else gets one of their own.

    That one is private, so it need not be short. `where` is the page, the spot or the cursor.
    """
    if asker != interaction.user.id:
        await answer_privately(interaction, answer, **where)
        return
    message = interaction.message
    private = message is not None and message.flags.ephemeral
    place = await _place(interaction, answer, short=short, private=private, **where)
    card = render(answer, place, language_of(interaction))
    await interaction.response.edit_message(view=card)
    if message is not None and not private:
        await remember(interaction, answer, place, message.id)


async def _send(interaction: Interaction, answer: Answer, place: Place) -> None:
    card = render(answer, place, language_of(interaction))
    sent = await interaction.response.send_message(view=card, ephemeral=place.private)
    if not place.private:
        await remember(interaction, answer, place, sent.message_id)


async def _place(interaction: Interaction, answer: Answer, **where: Any) -> Place:
    """Where an answer is shown, to who asked."""
    kept = await _kept(interaction, answer)
    editor = bool(where.get("private", True)) and await _may_correct(interaction, answer)
    return Place(asker=interaction.user.id, kept=kept, editor=editor, **where)


async def _may_correct(interaction: Interaction, answer: Answer) -> bool:
    """Whether an editor reads their own newsroom's issue in its server; others are not asked for.

    It only says what is shown: the right is asked for again when the button is used.
    """
    match answer:
        case Reading():
            newsroom = answer.issue.briefing.newsroom
        case Opened() | InContext():
            newsroom = answer.item.issue.briefing.newsroom
        case _:
            return False
    if newsroom != interaction.guild_id or not isinstance(interaction.user, discord.Member):
        return False
    return await interaction.client.app.desk.may_edit(editor_of(interaction))


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
