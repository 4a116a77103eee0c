"""Forum posts: what cogs open and delete in a forum by themselves."""

from contextlib import suppress

import discord

from bot.domain.forum_tag import tag_for
from bot.presentation.card import Card


def has_tag(forum: discord.ForumChannel) -> bool:
    """Whether a post gets a tag where it must have one."""
    return not forum.flags.require_tag or bool(_tags(forum, ""))


async def open_post(
    forum: discord.ForumChannel, title: str, tag: str, card: Card
) -> discord.Thread:
    """Opens a post that pings nobody."""
    made = await forum.create_thread(
        name=title,
        view=card,
        applied_tags=_tags(forum, tag),
        allowed_mentions=discord.AllowedMentions.none(),
    )
    return made.thread


async def delete_post(post: discord.Thread) -> None:
    """Deletes a post; without the right to do so, its first message, and puts it away."""
    try:
        await post.delete()
    except discord.Forbidden:
        with suppress(discord.NotFound):
            await post.get_partial_message(post.id).delete()
        with suppress(discord.HTTPException):
            await post.edit(archived=True)


def _tags(forum: discord.ForumChannel, name: str) -> list[discord.ForumTag]:
    moderates = forum.permissions_for(forum.guild.me).manage_threads
    required = forum.flags.require_tag
    tag = tag_for(forum.available_tags, name, required=required, moderates=moderates)
    return [] if tag is None else [tag]
