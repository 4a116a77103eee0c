"""Reaching: what the bot may do in a channel, and of what kind that is."""

import discord

from bot.domain.access import NOWHERE, Access
from bot.domain.subscription import ChannelKind, Place
from bot.errors import Refused
from cogs.forum_posts import has_tag
from cogs.host import Host

Written = discord.TextChannel | discord.Thread
"""Where a line can be written: a text or announcement channel, or a thread."""

Target = Written | discord.ForumChannel
"""What alerts can go to: the same, or a forum."""


def target_of(channel: object) -> Target | None:
    """The channel if alerts can go to it; a media channel wants a picture with every post."""
    if isinstance(channel, discord.ForumChannel) and channel.is_media():
        return None
    return channel if isinstance(channel, Target) else None


def access_to(bot: Host, channel: int, ping: int | None = None) -> Access:
    """What the bot may do in a channel by its id, from what Discord has told it."""
    there = target_of(bot.get_channel(channel))
    return NOWHERE if there is None else access_of(there, ping)


def access_chosen(bot: Host, server: int, channel: int | None) -> Access | None:
    """What the bot may do in a channel that a server has chosen, if it has chosen one."""
    if channel is None:
        return None
    guild = bot.get_guild(server)
    there = guild is not None and guild.get_channel_or_thread(channel) is not None
    return access_to(bot, channel) if there else NOWHERE


def access_of(channel: Target, ping: int | None = None) -> Access:
    """What the bot may do in a channel; `ping` is the id of a role to mention there.

    A private thread that the bot is not in is not among the channels that Discord tells it of.
    """
    rights = channel.permissions_for(channel.guild.me)
    thread = isinstance(channel, discord.Thread)
    forum = channel if isinstance(channel, discord.ForumChannel) else None
    return Access(
        view=rights.view_channel,
        send=rights.send_messages_in_threads if thread else rights.send_messages,
        history=rights.read_message_history,
        kind=_kind_of(channel),
        locked=thread and channel.locked and not rights.manage_threads,
        send_in_posts=forum is None or rights.send_messages_in_threads,
        tagged=forum is None or has_tag(forum),
        can_ping=None if ping is None else _can_ping(channel, rights, ping),
    )


def _can_ping(channel: Target, rights: discord.Permissions, ping: int) -> bool:
    """Whether a mention of the role pings: it is mentionable, or the bot may mention all.

    The id of @everyone is that of the server.
    """
    role = channel.guild.get_role(ping)
    if role is None:
        return False
    return rights.mention_everyone or (role.mentionable and not role.is_default())


def place_of(channel: Target) -> Place:
    """The channel as a subscription names it."""
    return Place(server=channel.guild.id, channel=channel.id, kind=_kind_of(channel))


def _kind_of(channel: Target) -> ChannelKind:
    match channel:
        case discord.Thread():
            return ChannelKind.THREAD
        case discord.ForumChannel():
            return ChannelKind.FORUM
        case _:
            return ChannelKind.ANNOUNCEMENT if channel.is_news() else ChannelKind.TEXT


def require_manage_channels(interaction: discord.Interaction[Host]) -> int:
    """The server, if the person may manage its channels: Discord's own check can be overridden.

    Raises Refused if not.
    """
    if interaction.guild_id is None or not interaction.permissions.manage_channels:
        raise Refused(
            "Only people with Manage Channels may do this; ask an administrator of the server."
        )
    return interaction.guild_id


def require_manage_server(interaction: discord.Interaction[Host]) -> int:
    """The server, if the person may manage it; raises Refused if not."""
    if interaction.guild_id is None or not interaction.permissions.manage_guild:
        raise Refused(
            "Only people with Manage Server may do this; ask an administrator of the server."
        )
    return interaction.guild_id
