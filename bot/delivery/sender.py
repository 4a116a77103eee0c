"""The sender: does at Discord what a delivery asks for, and says what was heard."""

import asyncio
from collections.abc import Callable, Coroutine, Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Protocol

import aiohttp
import discord

from bot.delivery.attempt import ATTEMPT, NO_TURN, Attempt, TooLate
from bot.domain.delivery import Act, Delivery
from bot.domain.outcome import Heard
from bot.domain.record import Record

_MOST_SEARCHED = 2_000
"""Messages that are looked through; a channel with more of them since is too busy to be sure."""

_CLOCKS_APART = timedelta(minutes=2)
"""How far our clock may be ahead of Discord's."""

_TOO_MANY = 429
_NOT_THERE = (403, 404)


def _never() -> bool:
    """That it is never too late."""
    return False


@dataclass(frozen=True)
class Rendered:
    """A message, the role it mentions, and the revision of the issue that it shows."""

    card: discord.ui.LayoutView
    ping: int | None
    revision: int


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
        if delivery.act is Act.EDIT:
            doing = self._message(delivery).edit(
                view=rendered.card, allowed_mentions=discord.AllowedMentions.none()
            )
        else:
            doing = self._channel(delivery).send(
                view=rendered.card,
                nonce=nonce,
                allowed_mentions=_mentions(rendered.ping),
                **self._reference(delivery),
            )
        return await _heard(delivery, doing, too_late), rendered.revision

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
        begun = delivery.unsure_since or delivery.sending_at
        after = discord.Object(discord.utils.time_snowflake(begun - _CLOCKS_APART))
        found: list[int] = []

        async def search() -> None:
            seen = 0
            history = self._channel(delivery).history(
                after=after, limit=_MOST_SEARCHED, oldest_first=True
            )
            async for message in history:
                seen += 1
                if self._is_stamped(message.components, delivery.id):
                    found.append(message.id)
                    return
            if seen == _MOST_SEARCHED:
                found.append(0)

        heard = await _heard(delivery, search())
        if heard.status is None or heard.status >= 300:
            return Looked(certain=False, heard=heard)
        if found == [0]:
            return Looked(certain=False)
        return Looked(message=found[0] if found else None)

    def _is_stamped(self, components: Iterable[Any], delivery: int) -> bool:
        for component in components:
            custom_id = getattr(component, "custom_id", None)
            if custom_id and self._renderer.stamp_in(custom_id) == delivery:
                return True
            if self._is_stamped(getattr(component, "children", ()), delivery):
                return True
        return False

    def _channel(self, delivery: Delivery) -> discord.PartialMessageable:
        return self._client.get_partial_messageable(delivery.channel)

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
    attempt = Attempt(delivery.attempts, timeout, too_late)
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
        heard = Heard(about=NO_TURN, left=False)
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
    return Heard(status=200, message=getattr(made, "id", None)), made


def _said(error: discord.HTTPException, seen: Heard | None) -> Heard:
    wait = seen.wait if seen is not None and seen.status == error.status else None
    return Heard(status=error.status, code=error.code, wait=wait, about=error.text[:200])
