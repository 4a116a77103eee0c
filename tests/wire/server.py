"""A server that the bot is in, with its channels and roles."""

from dataclasses import dataclass, field
from typing import Any

import discord

from tests.wire.message import BOT

USUAL = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    embed_links=True,
    attach_files=True,
    read_message_history=True,
    manage_messages=True,
    mention_everyone=True,
)
_REQUIRE_TAG = 1 << 4
_NO_EMOJI = {"emoji_id": None, "emoji_name": None}
TEXT, ANNOUNCEMENTS, THREAD, FORUM = 0, 5, 11, 15


@dataclass(slots=True)
class Place:
    """A channel or a thread; `denied`: permissions that the bot does not have in it.

    `tags` of a forum by their ids, those in `moderated` for moderators only; `applied` are those
    of a post. `archived_at`, as ISO 8601, is when a thread was archived or opened again.
    """

    id: int
    name: str
    kind: int = TEXT
    parent: int | None = None
    denied: discord.Permissions = field(default_factory=discord.Permissions.none)
    archived: bool = False
    archived_at: str = "2026-01-01T00:00:00+00:00"
    locked: bool = False
    needs_tag: bool = False
    tags: dict[int, str] = field(default_factory=dict[int, str])
    moderated: tuple[int, ...] = ()
    applied: list[int] = field(default_factory=list[int])

    def payload(self, server: int) -> dict[str, Any]:
        body: dict[str, Any] = {"id": str(self.id), "type": self.kind, "name": self.name}
        body |= {"guild_id": str(server), "parent_id": self.parent and str(self.parent)}
        return body | (self._of_thread() if self.kind == THREAD else self._of_channel(server))

    def _of_channel(self, server: int) -> dict[str, Any]:
        denied = {"id": str(server), "type": 0, "allow": "0", "deny": str(self.denied.value)}
        usual = {"position": 0, "permission_overwrites": [denied]}
        return usual | (self._of_forum() if self.kind == FORUM else {})

    def _of_forum(self) -> dict[str, Any]:
        tags = [
            {"id": str(tag), "name": name, "moderated": tag in self.moderated, **_NO_EMOJI}
            for tag, name in self.tags.items()
        ]
        return {"flags": _REQUIRE_TAG if self.needs_tag else 0, "available_tags": tags}

    def _of_thread(self) -> dict[str, Any]:
        stamp = self.archived_at
        data = {"archived": self.archived, "locked": self.locked, "auto_archive_duration": 1440}
        data |= {"archive_timestamp": stamp, "create_timestamp": stamp}
        counts = {"message_count": 0, "member_count": 1}
        counts |= {"applied_tags": [str(tag) for tag in self.applied]}
        return {"owner_id": BOT["id"], "thread_metadata": data, **counts}


@dataclass(slots=True)
class Server:
    """The bot's role has `permissions`; the role of everyone has none, `press` may be mentioned."""

    id: int
    name: str
    places: list[Place] = field(default_factory=list[Place])
    permissions: discord.Permissions = USUAL

    @property
    def press(self) -> int:
        """The id of a role that anybody may mention."""
        return self.id + 2

    def payload(self) -> dict[str, Any]:
        """Of GUILD_CREATE."""
        shown = [(place.kind == THREAD, place.payload(self.id)) for place in self.places]
        return {
            "id": str(self.id),
            "name": self.name,
            "unavailable": False,
            "owner_id": "1",
            "member_count": 100,
            "roles": [
                _role(self.id, "@everyone", 0),
                _role(self.id + 1, BOT["username"], self.permissions.value, managed=True),
                _role(self.press, "Press", 0, mentionable=True),
            ],
            "channels": [payload for is_thread, payload in shown if not is_thread],
            "threads": [payload for is_thread, payload in shown if is_thread],
            "members": [member(BOT, self.id + 1)],
        }


def _role(number: int, name: str, permissions: int, **more: bool) -> dict[str, Any]:
    return {"id": str(number), "name": name, "permissions": str(permissions), **more}


def member(user: dict[str, Any], *roles: int) -> dict[str, Any]:
    """A user as a member of a server."""
    joined = {"joined_at": "2026-01-01T00:00:00+00:00", "flags": 0, "deaf": False, "mute": False}
    return {"user": user, "roles": [str(role) for role in roles], **joined}


def server(number: int, channels: int) -> Server:
    """The server of this number; its channels' ids follow its own."""
    own = number << 22
    places = [Place(own + 100 + n, f"channel-{n}") for n in range(channels)]
    return Server(own, f"Harbour {number}", places)
