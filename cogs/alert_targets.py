"""Targets: the channels and roles that alerts are meant for, found and checked."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import discord
from discord import app_commands

from bot.domain.access import Access
from bot.domain.subscription import Place, Subscription
from bot.errors import Refused
from bot.presentation.subscription_menus import CHANNEL_TYPES, WRITTEN_TYPES
from cogs.host import Host, Interaction
from cogs.looking import look
from cogs.reaching import Target, access_of, place_of, require_manage_channels, target_of


class _ChannelId(app_commands.Transformer):
    """A channel of certain types, by its id: the bot may have to ask Discord for it."""

    def __init__(self, types: list[discord.ChannelType]) -> None:
        self._types = types

    @property
    def type(self) -> discord.AppCommandOptionType:
        return discord.AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[discord.ChannelType]:
        return self._types

    async def transform(self, interaction: discord.Interaction[Any], value: Any, /) -> int:
        return value.id


PickedChannel = app_commands.Transform[int, _ChannelId(CHANNEL_TYPES)]
"""An option of a command: where alerts can go."""

WrittenChannel = app_commands.Transform[int, _ChannelId(WRITTEN_TYPES)]
"""An option of a command: where a notice can be written."""


async def find(bot: Host, channel: int) -> Target | None:
    """The channel, if it is there; Discord tells of archived threads only when it is asked."""
    known = bot.get_channel(channel)
    if known is None:
        try:
            known = await bot.fetch_channel(channel)
        except (discord.NotFound, discord.Forbidden):
            return None
    return target_of(known)


async def access_now(bot: Host, place: Place, ping: int | None = None) -> Access:
    """What the bot may do in a subscription's channel; raises Refused while Discord cannot say."""
    return said(await look(bot, place, ping))


def said(access: Access | None) -> Access:
    """What Discord says of a channel; raises Refused while it cannot say."""
    if access is None:
        raise Refused("Discord says nothing of this server at the moment; try again in a minute.")
    return access


async def targets(
    interaction: Interaction, channels: Sequence[int], ping: int | None = None
) -> list[tuple[Place, Access]]:
    """The channels of these ids, and what the bot may do there.

    Raises Refused for one that is not found in this server, or that the person may not manage.
    """
    found = await asyncio.gather(*(_target(interaction, channel) for channel in channels))
    return [(place_of(each), access_of(each, ping)) for each in found]


async def managed(interaction: Interaction, key: int) -> Subscription:
    """One subscription, if the person may manage its channel, also from a direct message.

    Raises Refused if not.
    """
    subscribing, person = interaction.client.app.subscribing, interaction.user
    if interaction.guild_id is None:
        found = await subscribing.of_subscriber(person.id, key)
        person = await _member(interaction, found.place.server)
    else:
        found = await subscribing.get(require_manage_channels(interaction), key)
    await _require_channel(interaction.client, found.place.channel, person)
    return found


async def require_channel(interaction: Interaction, channel: int) -> None:
    """Raises Refused if the person may manage channels here, but not that one."""
    await _require_channel(interaction.client, channel, interaction.user)


def require_ping(interaction: Interaction, ping: int, access: Access) -> None:
    """Raises Refused for what is no role to ping, or one that the person may not mention.

    The bot may mention roles that the person may not; alerts are no way around that.
    """
    role = interaction.guild.get_role(ping) if interaction.guild else None
    if role is None or role.is_default():
        raise Refused("Alerts can ping a role of this server, and not everyone; pick another one.")
    own = role.mentionable or interaction.permissions.mention_everyone
    if access.can_ping and not own:
        raise Refused(
            "You may not mention this role yourself; pick another one, or ask somebody who may"
            " mention all roles."
        )


async def _target(interaction: Interaction, channel: int) -> Target:
    found = await find(interaction.client, channel)
    if found is None or found.guild.id != interaction.guild_id:
        raise Refused(
            "Sitrep does not find this channel: add Sitrep to it if it is a private thread, or"
            " pick another one."
        )
    _require_managed(found, interaction.user)
    return found


async def _member(interaction: Interaction, server: int) -> discord.Member:
    """Who the person of a direct message is in a server."""
    guild = interaction.client.get_guild(server)
    if guild is not None:
        with suppress(discord.NotFound):
            return await guild.fetch_member(interaction.user.id)
    raise Refused("You and Sitrep are not in that server together any more; join it and try again.")


async def _require_channel(bot: Host, channel: int, person: discord.User | discord.Member) -> None:
    """For a channel that is not found, the right in the whole server counts."""
    found = await find(bot, channel)
    if found is not None:
        _require_managed(found, person)
    elif not (isinstance(person, discord.Member) and person.guild_permissions.manage_channels):
        raise Refused(
            "Sitrep does not find this channel, so only people with Manage Channels in the whole"
            " server may do this; ask an administrator."
        )


def _require_managed(channel: Target, person: discord.User | discord.Member) -> None:
    if not _may_manage(channel, person):
        raise Refused(
            f"Only people with Manage Channels in #{channel.name} may do this there; ask an"
            " administrator of the server."
        )


def _may_manage(channel: Target, person: discord.User | discord.Member) -> bool:
    return (
        isinstance(person, discord.Member)
        and person.guild.id == channel.guild.id
        and channel.permissions_for(person).manage_channels
    )
