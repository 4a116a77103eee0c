"""The sender: does at Discord what a delivery asks for, and says what was heard."""

import asyncio
from collections.abc import Callable, Coroutine, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

import aiohttp
import discord

from bot.delivery.attempt import ATTEMPT, NO_TURN, Attempt, TooLate
from bot.delivery.posts import find_post, forum_of, open_post
from bot.domain.delivery import Act, Delivery, Venue
from bot.domain.outcome import Heard
from bot.domain.record import Record

_MOST_SEARCHED = 2_000
"""Messages that are looked through; a channel with more of them since is too busy to be sure."""

_CLOCKS_APART = timedelta(minutes=2)
"""How far our clock may be ahead of Discord's."""

_OK, _TOO_MANY, _ARCHIVED = 200, 429, 50083
_NOT_THERE = (403, 404)


def _never() -> bool:
    """That it is never too late."""
    return False


@dataclass(frozen=True)
class Rendered:
    """A message, the role it mentions, and the revision of the issue that it shows.

    `title` is what a post in a forum is called that begins with it.
    """

    card: discord.ui.LayoutView
    ping: int | None
    revision: int
    title: str = ""


class Renderer(Protocol):
    """Turns deliveries into messages, and knows them again."""

    async def render(self, delivery: Delivery) -> Rendered:
        """What the message says if it is sent or edited now."""
        ...

    def stamp_in(self, custom_id: str) -> int | None:
        """The delivery whose message has a button with this id, None if it is none of ours."""
        ...


class Looked(Record):
    """What a look into a channel found: the message, or that it is surely not there.

    Without certainty `heard` says why, or it is None where the bot may not look.
    """

    message: int | None = None
    channel: int | None = None
    certain: bool = True
    heard: Heard | None = None


class Sender:
    """Everything that delivery does with discord.py."""

    def __init__(self, client: discord.Client, renderer: Renderer) -> None:
        self._client = client
        self._renderer = renderer

    async def do(
        self, delivery: Delivery, nonce: str, too_late: Callable[[], bool] = _never
    ) -> tuple[Heard, int]:
        """Does the act; gives what was heard, and the revision that the message shows.

        A request that has not left yet does not leave once it is `too_late`.
        """
        if delivery.act is Act.CROSSPOST:
            message = self._message(delivery)
            return await _heard(delivery, message.publish(), too_late), delivery.revision
        rendered = await self._renderer.render(delivery)
        heard = await _heard(delivery, self._does(delivery, rendered, nonce), too_late)
        if heard.code == _ARCHIVED and delivery.act is Act.EDIT:
            opened = await _heard(delivery, self._unarchive(delivery))
            if opened.status == _OK:
                heard = await _heard(delivery, self._does(delivery, rendered, nonce))
        return heard, rendered.revision

    async def _does(self, delivery: Delivery, rendered: Rendered, nonce: str) -> discord.Message:
        if delivery.act is Act.EDIT:
            return await self._message(delivery).edit(
                view=rendered.card, allowed_mentions=discord.AllowedMentions.none()
            )
        mentions = _mentions(rendered.ping)
        if delivery.venue is Venue.FORUM:
            forum, tag = await forum_of(self._client, delivery.channel), _tag(delivery)
            return await open_post(forum, rendered.title, tag, rendered.card, mentions)
        return await self._channel(delivery).send(
            view=rendered.card,
            nonce=nonce,
            allowed_mentions=mentions,
            **self._reference(delivery),
        )

    async def _unarchive(self, delivery: Delivery) -> None:
        """Opens a thread that Discord has archived: a message does so by itself, no edit does."""
        thread = await self._client.fetch_channel(delivery.channel)
        if isinstance(thread, discord.Thread):
            await thread.edit(archived=False)

    async def look(self, delivery: Delivery) -> Looked:
        """Looks whether the message of an earlier attempt is in the channel.

        Without the right to read the history Discord shows an empty one, so that right is asked
        for first.
        """
        there: object = self._client.get_channel(delivery.channel)
        if there is None:
            # A thread that was archived is not among those that Discord tells of by itself.
            heard, there = await _asked(delivery, self._client.fetch_channel(delivery.channel))
            if there is None and heard.status not in _NOT_THERE:
                return Looked(certain=False, heard=heard)
        if not _may_be_read(there):
            return Looked(certain=False)
        since = (delivery.unsure_since or delivery.sending_at) - _CLOCKS_APART
        search = self._search_posts if delivery.venue is Venue.FORUM else self._search
        heard, found = await _asked(delivery, search(delivery, since))
        if found is None:
            return Looked(certain=False, heard=heard)
        return found

    async def _search(self, delivery: Delivery, since: datetime) -> Looked:
        """Looks through what was posted in a channel since then."""
        after = discord.Object(discord.utils.time_snowflake(since))
        history = self._channel(delivery).history(
            after=after, limit=_MOST_SEARCHED, oldest_first=True
        )
        seen = 0
        async for message in history:
            seen += 1
            if self._is_stamped(message.components, delivery.id):
                return Looked(message=message.id)
        return Looked(certain=seen < _MOST_SEARCHED)

    async def _search_posts(self, delivery: Delivery, since: datetime) -> Looked:
        """Looks through the posts that were opened in a forum since then."""
        post, certain = await find_post(
            await forum_of(self._client, delivery.channel),
            since,
            lambda message: self._is_stamped(message.components, delivery.id),
        )
        return Looked(message=post, channel=post, certain=certain)

    def _is_stamped(self, components: Iterable[Any], delivery: int) -> bool:
        for component in components:
            custom_id = getattr(component, "custom_id", None)
            if custom_id and self._renderer.stamp_in(custom_id) == delivery:
                return True
            if self._is_stamped(getattr(component, "children", ()), delivery):
                return True
        return False

    def _channel(self, delivery: Delivery) -> discord.PartialMessageable:
        return self._client.get_partial_messageable(delivery.post or delivery.channel)

    def _message(self, delivery: Delivery) -> discord.PartialMessage:
        copy = delivery.copy_of
        if copy is None:
            raise ValueError(f"delivery {delivery.id} names no message")
        return self._channel(delivery).get_partial_message(copy.message)

    def _reference(self, delivery: Delivery) -> dict[str, Any]:
        """To what it answers; a right to read the history is needed for that."""
        copy = delivery.copy_of
        if copy is None or not _may_be_read(self._client.get_channel(delivery.channel)):
            return {}
        reference = discord.MessageReference(
            message_id=copy.message, channel_id=copy.channel, fail_if_not_exists=False
        )
        return {"reference": reference, "mention_author": False}


def _may_be_read(channel: object) -> bool:
    """Whether the bot may read what was posted in a channel."""
    if not isinstance(channel, discord.abc.GuildChannel | discord.Thread):
        return False
    if channel.guild.unavailable or not channel.guild.me:
        return False
    rights = channel.permissions_for(channel.guild.me)
    return rights.view_channel and rights.read_message_history


def _tag(delivery: Delivery) -> str:
    """What a post is tagged with: the briefing's name, where the forum has such a tag."""
    return delivery.subscription.briefing.name if delivery.subscription else ""


def _mentions(role: int | None) -> discord.AllowedMentions:
    mentions = discord.AllowedMentions.none()
    if role is not None:
        mentions.roles = [discord.Object(role)]
    return mentions


async def _heard(
    delivery: Delivery, doing: Coroutine[Any, Any, Any], too_late: Callable[[], bool] = _never
) -> Heard:
    """What is heard of an act, whatever way it ends."""
    return (await _asked(delivery, doing, too_late))[0]


async def _asked(
    delivery: Delivery, doing: Coroutine[Any, Any, Any], too_late: Callable[[], bool] = _never
) -> tuple[Heard, Any]:
    """The same, and what Discord gave; None if it gave nothing.

    What takes too long is left behind: discord.py may sit out a limit before it lets go of it.
    """
    timeout = asyncio.timeout(None)
    once = delivery.venue is Venue.FORUM
    attempt = Attempt(delivery.attempts, timeout, too_late, once=once)
    token = ATTEMPT.set(attempt)
    task = asyncio.create_task(_answer(doing, attempt), name="attempt")
    ATTEMPT.reset(token)
    task.add_done_callback(_let_go)
    made: Any = None
    try:
        async with timeout:
            attempt.queues()
            heard, made = await asyncio.shield(task)
    except TimeoutError:
        heard = attempt.given_up()
    except TooLate:
        heard = attempt.given_up() if once else Heard(about=NO_TURN, left=False)
    finally:
        task.cancel()
    return heard.model_copy(update={"maybe": True}) if attempt.maybe else heard, made


def _let_go(task: asyncio.Task[Any]) -> None:
    """Hears how it ended, which nobody may wait for any more."""
    if not task.cancelled():
        task.exception()


async def _answer(doing: Coroutine[Any, Any, Any], attempt: Attempt) -> tuple[Heard, Any]:
    try:
        made = await doing
    except KeyError:
        # discord.py takes for granted that every 429 says how long to wait.
        if attempt.heard is None or attempt.heard.status != _TOO_MANY:
            raise
        return attempt.heard, None
    except discord.RateLimited as error:
        known = attempt.heard or Heard(status=_TOO_MANY)
        return known.model_copy(update={"status": _TOO_MANY, "wait": error.retry_after}), None
    except discord.HTTPException as error:
        return _said(error, attempt.heard), None
    except (OSError, aiohttp.ClientError) as error:
        return Heard(about=f"the connection broke ({type(error).__name__})"), None
    channel = getattr(getattr(made, "channel", None), "id", None)
    return Heard(status=_OK, message=getattr(made, "id", None), channel=channel), made


def _said(error: discord.HTTPException, seen: Heard | None) -> Heard:
    wait = seen.wait if seen is not None and seen.status == error.status else None
    return Heard(status=error.status, code=error.code, wait=wait, about=error.text[:200])
