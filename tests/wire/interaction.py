"""An interaction: what somebody asked of the bot, and when the bot answered."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

from tests.wire.message import BOT, Message
from tests.wire.server import USUAL, member

COMMAND, CLICK, COMPLETION = 2, 3, 4
DEADLINE, LIFETIME = 3.0, 900.0
"""Seconds; https://docs.discord.com/developers/interactions/receiving-and-responding"""

_READER = {"id": "77", "username": "reader", "discriminator": "0", "avatar": None}


@dataclass(slots=True, eq=False)
class Interaction:
    """`at`: when it was asked. `answered`: when the first answer arrived. `replies`: of the bot.

    `loading`: the bot asked for patience, so that its next reply is what was asked for.
    """

    id: int
    at: float
    kind: int
    server: int
    channel: int
    data: dict[str, Any]
    message: dict[str, Any] | None = None
    answered: float | None = None
    completed: float | None = None
    loading: bool = False
    replies: list[Message] = field(default_factory=list[Message])
    was_answered: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def token(self) -> str:
        return f"token-of-{self.id}"

    @property
    def latency(self) -> float | None:
        """Seconds from the question until an answer, with what both take on their way."""
        return None if self.answered is None else self.answered - self.at

    def is_too_late(self, now: float) -> bool:
        return now - self.at > DEADLINE

    def is_over(self, now: float) -> bool:
        return now - self.at > LIFETIME

    def payload(self) -> dict[str, Any]:
        """Of INTERACTION_CREATE."""
        permissions = str(USUAL.value)
        return {
            "id": str(self.id),
            "application_id": BOT["id"],
            "type": self.kind,
            "token": self.token,
            "version": 1,
            "guild_id": str(self.server),
            "channel_id": str(self.channel),
            "channel": {"id": str(self.channel), "type": 0, "name": "channel", "position": 0},
            "member": member(_READER) | {"permissions": permissions},
            "app_permissions": permissions,
            "data": self.data,
            "locale": "en-US",
            "guild_locale": "en-US",
            "entitlements": [],
            "authorizing_integration_owners": {"0": str(self.server)},
            "context": 0,
            "attachment_size_limit": 10_485_760,
            **({"message": self.message} if self.message else {}),
        }

    def shown(self) -> dict[str, Any]:
        """As JSON. `completed`: when a reply arrived that was more than a request for patience."""
        times = {"at": self.at, "answered": self.answered, "completed": self.completed}
        replies = [reply.shown() for reply in self.replies]
        return {"id": self.id, "latency": self.latency, "replies": replies, **times}
