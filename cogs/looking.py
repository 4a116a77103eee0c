"""Looking: what the bot may do in a subscribed channel now, asked of Discord where it must be."""

import aiohttp
import discord

from bot.domain.access import NOWHERE, Access
from bot.domain.subscription import ChannelKind, Place
from cogs.host import Host
from cogs.reaching import access_of, access_to, target_of

NOT_REACHED = (discord.HTTPException, OSError, aiohttp.ClientError)
"""What a request raises that Discord refuses, or never hears of."""


async def look(bot: Host, place: Place, ping: int | None = None) -> Access | None:
    """What the bot may do there; None while Discord cannot say."""
    guild = bot.get_guild(place.server)
    if guild is None:
        return NOWHERE
    if guild.unavailable:
        return None
    if place.kind is not ChannelKind.THREAD or guild.get_thread(place.channel):
        return access_to(bot, place.channel, ping)
    return await _ask(guild, place.channel, ping)


async def _ask(guild: discord.Guild, thread: int, ping: int | None) -> Access | None:
    """Asks for a thread: Discord tells of none that is archived, and a message opens it again."""
    try:
        found = target_of(await guild.fetch_channel(thread))
    except (discord.NotFound, discord.Forbidden):
        return NOWHERE
    except NOT_REACHED:
        return None
    return NOWHERE if found is None else access_of(found, ping)
