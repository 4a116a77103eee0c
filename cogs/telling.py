"""Telling: how a server or a person hears of something that nobody asked for just now."""

from enum import IntEnum
from typing import NamedTuple

import discord
import structlog

from bot.domain.access import Access
from bot.presentation.card import Card
from bot.presentation.language import Language
from cogs.host import Host
from cogs.looking import NOT_REACHED
from cogs.reaching import Written, access_of

_log = structlog.stdlib.get_logger("sitrep.telling")


def language_of_server(bot: Host, server: int) -> Language:
    """A message in a channel is read by all of the server."""
    guild = bot.get_guild(server)
    locale = guild.preferred_locale if guild else discord.Locale.american_english
    return Language(str(locale), bot.app.gazetteer)


def may_write(access: Access) -> bool:
    """Whether a message can be posted; to look for it later is not needed."""
    send = access.send and not access.locked
    return access.there and access.view and send


def writable(bot: Host, server: int, channel: int | None) -> Written | None:
    """That channel of that server, if the bot may write there."""
    guild = bot.get_guild(server)
    found = guild.get_channel_or_thread(channel) if guild and channel else None
    return found if isinstance(found, Written) and may_write(access_of(found)) else None


class Heard(IntEnum):
    """Whether somebody was told, the best last."""

    NOBODY = 0
    """There is nobody to tell, or Discord lets nobody be told."""
    NOT_NOW = 1
    """It could not be sent this time; another time it may."""
    TOLD = 2


class Told(NamedTuple):
    """What came of telling somebody, and the message that tells them if it was sent."""

    heard: Heard
    message: discord.Message | None = None


async def tell(bot: Host, place: Written | None, person: int | None, card: Card) -> Told:
    """Posts in the place, or sends to the person if that cannot be; says what came of it."""
    posted = await post(place, card) if place is not None else Told(Heard.NOBODY)
    if posted.heard is Heard.TOLD or person is None:
        return posted
    try:
        conversation = await bot.create_dm(discord.Object(person))
    except NOT_REACHED as error:
        _log.info("a person cannot be told", reason=str(error))
        return max(posted, Told(_after(error)), key=_heard)
    return max(posted, await post(conversation, card), key=_heard)


async def post(place: discord.abc.Messageable, card: Card) -> Told:
    """Sends a card; where Discord does not let it through, nobody else need hear of that."""
    try:
        return Told(Heard.TOLD, await place.send(view=card))
    except NOT_REACHED as error:
        _log.info("a notice was not sent", reason=str(error))
        return Told(_after(error))


async def rewrite(bot: Host, channel: int, message: int, card: Card) -> bool:
    """Changes a message that was posted; whether Discord let that through."""
    place = bot.get_partial_messageable(channel).get_partial_message(message)
    try:
        await place.edit(view=card, allowed_mentions=discord.AllowedMentions.none())
    except NOT_REACHED as error:
        _log.info("a notice was not changed", reason=str(error))
        return False
    return True


def _heard(told: Told) -> Heard:
    return told.heard


def _after(error: Exception) -> Heard:
    final = isinstance(error, discord.Forbidden | discord.NotFound)
    return Heard.NOBODY if final else Heard.NOT_NOW
