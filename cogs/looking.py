"""Looking: what the bot may do in a subscribed channel now, asked of Discord where it must be."""

import asyncio
from collections.abc import Sequence

import aiohttp
import discord

from bot.domain.access import NOWHERE, Access
from bot.domain.subscription import ChannelKind, Place, Subscription
from cogs.host import Host
from cogs.reaching import access_of, access_to, target_of

NOT_REACHED = (discord.HTTPException, discord.RateLimited, OSError, aiohttp.ClientError)
"""What a request raises that Discord refuses, or never hears of, or that would wait too long."""

_AT_ONCE = 10
"""Requests at a time; Discord is not asked for a hundred threads in one moment."""

_FEW = 3
"""As many threads can be asked for before an answer is due, which is in three seconds."""


async def look(bot: Host, place: Place, ping: int | None = None) -> Access | None:
    """What the bot may do there; None while Discord cannot say."""
    guild = bot.get_guild(place.server)
    if guild is None:
        return NOWHERE
    if guild.unavailable:
        return None
    if not _must_ask(guild, place):
        return access_to(bot, place.channel, ping)
    return await _ask(guild, place.channel, ping)


async def look_at_each(bot: Host, found: Sequence[Subscription]) -> list[Access | None]:
    """What the bot may do in the channel of each, several of them asked for at once."""
    seen = list[Access | None]()
    for start in range(0, len(found), _AT_ONCE):
        some = found[start : start + _AT_ONCE]
        looks = (look(bot, each.place, each.wishes.ping) for each in some)
        seen += await asyncio.gather(*looks)
    return seen


def takes_long(bot: Host, found: Sequence[Subscription]) -> bool:
    """Whether Discord has to be asked for more than a few of their channels."""
    guilds = ((bot.get_guild(each.place.server), each.place) for each in found)
    return sum(guild is not None and _must_ask(guild, place) for guild, place in guilds) > _FEW


def _must_ask(guild: discord.Guild, place: Place) -> bool:
    return place.kind is ChannelKind.THREAD and guild.get_thread(place.channel) is None


async def _ask(guild: discord.Guild, thread: int, ping: int | None) -> Access | None:
    """Asks for a thread: Discord tells of none that is archived, and a message opens it again."""
    try:
        found = target_of(await guild.fetch_channel(thread))
    except (discord.NotFound, discord.Forbidden):
        return NOWHERE
    except NOT_REACHED:
        return None
    return NOWHERE if found is None else access_of(found, ping)
