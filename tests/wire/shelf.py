"""The shelf with the messages of all channels."""

import json
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import Any

from tests.wire.message import Message

_ID = attrgetter("id")


class Shelf:
    """Messages in the order of their ids, which is that of their times."""

    def __init__(self, remembers: float) -> None:
        self._remembers = remembers
        self._channels: dict[int, list[Message]] = {}
        self._messages: dict[int, Message] = {}
        self._nonces: dict[str, Message] = {}

    def twin(self, nonce: str, now: float) -> Message | None:
        """The message made with this nonce before, in any channel, as long as that is remembered.

        It may have been deleted since.
        """
        first = self._nonces.get(nonce)
        return first if first and now - first.at <= self._remembers else None

    def put(self, message: Message) -> None:
        self._channels.setdefault(message.channel, []).append(message)
        self._messages[message.id] = message
        if message.nonce is not None:
            self._nonces[message.nonce] = message

    def find(self, channel: int | None, message: int) -> Message | None:
        """A message of this channel that was not deleted."""
        found = self._messages.get(message)
        return found if found and found.channel == channel and not found.deleted else None

    def remove(self, message: Message) -> None:
        message.deleted = True
        self._channels[message.channel].remove(message)

    def stored(self, channel: int) -> list[Message]:
        """The messages of a channel, oldest first."""
        return list(self._channels.get(channel, ()))

    def edits(self, message: int) -> list[dict[str, Any]]:
        """The bodies with which a message was edited, the latest last."""
        return [json.loads(edit.raw) for edit in self._messages[message].edits]

    def counts(self) -> dict[int, int]:
        """How many messages there are in each channel that has some."""
        return {channel: len(held) for channel, held in self._channels.items() if held}

    def page(
        self, channel: int, limit: int, *,
        before: int | None = None, after: int | None = None, around: int | None = None,
    ) -> list[Message]:  # fmt: skip
        """Newest first; those after an id are the oldest of them."""
        held = self._channels.get(channel, [])
        if around is not None:
            middle = bisect_left(held, around, key=_ID)
            start = max(0, middle - limit // 2)
            found = held[start : start + limit]
        elif after is not None:
            start = bisect_right(held, after, key=_ID)
            found = held[start : start + limit]
        else:
            end = len(held) if before is None else bisect_left(held, before, key=_ID)
            found = held[max(0, end - limit) : end]
        return found[::-1]

    def duplicates(self, stamp: str | None = None) -> dict[int, int]:
        """By channel, how many messages too many bear one stamp."""
        found = {
            channel: sum(count - 1 for count in Counter(stamps(held, stamp)).values())
            for channel, held in self._channels.items()
        }
        return {channel: extra for channel, extra in found.items() if extra}

    def lost(self, channels: Iterable[int], stamp: str | None = None) -> list[int]:
        """The channels without any message, or without any that bears the stamp."""
        return [
            channel
            for channel in channels
            if not (held := self._channels.get(channel))
            or (stamp is not None and not any(stamps(held, stamp)))
        ]


def stamps(messages: Iterable[Message], pattern: str | None) -> Iterator[str]:
    """The nonces of messages, or what the pattern finds in what they were made with."""
    for message in messages:
        if pattern is None:
            if message.nonce is not None:
                yield message.nonce
        elif found := re.search(pattern, json.dumps(message.first, ensure_ascii=False)):
            yield found[0]
