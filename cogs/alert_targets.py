"""Targets: the channels and roles that alerts are meant for, found and checked."""

from collections.abc import Sequence
from typing import Any

import discord
from discord import app_commands

from bot.domain.access import NOWHERE, Access
from bot.domain.subscription import ChannelKind, Place
from bot.errors import Refused
from bot.presentation.subscription_menus import CHANNEL_TYPES
from cogs.host import Host, Interaction
from cogs.reaching import Target, access_of, place_of, target_of


class _ChannelId(app_commands.Transformer):
    """A channel to which alerts can go, by its id: the bot may have to ask Discord for it."""

    @property
    def type(self) -> discord.AppCommandOptionType:
        return discord.AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[discord.ChannelType]:
        return CHANNEL_TYPES

    async def transform(self, interaction: discord.Interaction[Any], value: Any, /) -> int:
        return value.id


PickedChannel = app_commands.Transform[int, _ChannelId]
"""An option of a command: a text or announcement channel, or a thread."""


async def targets(
    interaction: Interaction, channels: Sequence[int], ping: int | None
) -> list[tuple[Place, Access]]:
    """The channels of these ids, and what the bot may do there.

    Raises Refused for one that is not found in this server, or that the person may not manage.
    """
    return [await _target(interaction, channel, ping) for channel in channels]


async def access_now(bot: Host, place: Place, ping: int | None = None) -> Access:
    """What the bot may do in a subscription's channel."""
    found = await _find(bot, place.channel, maybe_archived=place.kind is ChannelKind.THREAD)
    return NOWHERE if found is None else access_of(found, ping)


def require_pings(interaction: Interaction, ping: int, access: Access) -> None:
    """Raises Refused for a role that is none to ping, or that the person may not mention here.

    The bot may mention roles that the person may not; alerts are no way around that.
    """
    role = interaction.guild and interaction.guild.get_role(ping)
    if role is None or role.is_default():
        raise Refused("Only a role of this server can be pinged; pick one, or none.")
    own = role.mentionable or interaction.permissions.mention_everyone
    if access.can_ping and not own:
        raise Refused(
            "You may not mention this role yourself; pick another one, or ask somebody who may"
            " mention all roles."
        )


async def _target(
    interaction: Interaction, channel: int, ping: int | None
) -> tuple[Place, Access]:
    found, person = await _find(interaction.client, channel), interaction.user
    if found is None or found.guild.id != interaction.guild_id:
        raise Refused(
            "Sitrep does not find this channel: add Sitrep to it if it is a private thread, or"
            " pick another one."
        )
    if not (isinstance(person, discord.Member) and found.permissions_for(person).manage_channels):
        raise Refused(
            f"Only people with Manage Channels in #{found.name} may choose it; pick another one."
        )
    return place_of(found), access_of(found, ping)


async def _find(bot: Host, channel: int, *, maybe_archived: bool = True) -> Target | None:
    """The channel; Discord says nothing of threads that are archived until it is asked."""
    known = bot.get_channel(channel)
    if known is None and maybe_archived:
        try:
            known = await bot.fetch_channel(channel)
        except (discord.NotFound, discord.Forbidden):
            return None
    return target_of(known)
