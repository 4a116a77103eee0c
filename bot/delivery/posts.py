"""Posts: the threads of a forum that the bot opens, one for each issue."""

from collections.abc import Callable
from datetime import datetime

import discord

from bot.domain.forum_tag import tag_for

_MOST_SEARCHED = 200
"""Posts of ours that are looked through; a forum with more of them since is too busy to be sure."""


async def forum_of(client: discord.Client, channel: int) -> discord.ForumChannel:
    """The forum of that id; raises discord.HTTPException where Discord does not show it."""
    found = client.get_channel(channel) or await client.fetch_channel(channel)
    if not isinstance(found, discord.ForumChannel):
        raise TypeError(f"channel {channel} is no forum")
    return found


async def open_post(
    forum: discord.ForumChannel,
    name: str,
    tag: str,
    card: discord.ui.LayoutView,
    mentions: discord.AllowedMentions,
) -> discord.Message:
    """Opens a post with this message, under the tag that `tag_for` finds."""
    chosen = tag_for(
        forum.available_tags,
        tag,
        required=forum.flags.require_tag,
        moderates=forum.permissions_for(forum.guild.me).manage_threads,
    )
    made = await forum.create_thread(
        name=name,
        view=card,
        allowed_mentions=mentions,
        applied_tags=[chosen] if chosen is not None else [],
    )
    return made.message


async def find_post(
    forum: discord.ForumChannel, since: datetime, is_ours: Callable[[discord.Message], bool]
) -> tuple[int | None, bool]:
    """The post opened since then whose first message is ours, and whether all were looked at.

    The id of a post is that of its first message.
    """
    earliest = discord.utils.time_snowflake(since)
    threads = [each for each in await forum.guild.active_threads() if each.parent_id == forum.id]
    async for thread in forum.archived_threads(limit=None):
        if thread.archive_timestamp < since:
            break
        threads.append(thread)
    me = forum.guild.me.id
    mine = [each for each in threads if each.id > earliest and each.owner_id == me]
    mine.sort(key=lambda each: each.id, reverse=True)
    for thread in mine[:_MOST_SEARCHED]:
        message = await _first_message(thread)
        if message is not None and is_ours(message):
            return thread.id, True
    return None, len(mine) <= _MOST_SEARCHED


async def _first_message(thread: discord.Thread) -> discord.Message | None:
    """The message that a post began with, unless somebody has deleted it."""
    try:
        return await thread.fetch_message(thread.id)
    except discord.NotFound:
        return None
