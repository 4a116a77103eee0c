"""Telling: how a server or a person hears of something that nobody asked for just now."""

import discord
import structlog

from bot.domain.access import Access
from bot.presentation.card import Card
from bot.presentation.language import Language
from cogs.host import Host
from cogs.looking import NOT_REACHED
from cogs.reaching import Target, access_of, target_of

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


def writable(bot: Host, server: int, channel: int | None) -> Target | None:
    """That channel of that server, if the bot may write there."""
    guild = bot.get_guild(server)
    found = target_of(guild.get_channel_or_thread(channel)) if guild and channel else None
    return found if found and may_write(access_of(found)) else None


async def tell(bot: Host, place: Target | None, person: int | None, card: Card) -> bool:
    """Posts in the place, or sends to the person if that cannot be; says whether it was told."""
    if place is not None and await post(place, card):
        return True
    if person is None:
        return False
    try:
        conversation = await bot.create_dm(discord.Object(person))
    except NOT_REACHED as error:
        _log.info("a person cannot be told", reason=str(error))
        return False
    return await post(conversation, card)


async def post(place: discord.abc.Messageable, card: Card) -> bool:
    """Sends a card; where Discord does not let it through, nobody else need hear of that."""
    try:
        await place.send(view=card)
    except NOT_REACHED as error:
        _log.info("a notice was not sent", reason=str(error))
        return False
    return True
