"""A message that the stand-in holds."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

BOT: dict[str, Any] = {
    "id": "1001",
    "username": "sitrep",
    "discriminator": "0",
    "global_name": None,
    "avatar": None,
    "bot": True,
}
CROSSPOSTED, COMPONENTS_V2 = 1 << 0, 1 << 15
_ECHOED = ("content", "components", "embeds", "flags", "message_reference")


@dataclass(frozen=True, slots=True)
class Edit:
    """When, and the body of the request."""

    at: float
    raw: bytes


@dataclass(slots=True, eq=False)
class Message:
    """`raw`: the body of the request that made it, with what is never echoed."""

    id: int
    channel: int
    at: float
    raw: bytes
    nonce: str | None = None
    crossposted: bool = False
    deleted: bool = False
    edits: list[Edit] = field(default_factory=list[Edit])

    @property
    def first(self) -> dict[str, Any]:
        """What it was made with."""
        return json.loads(self.raw)

    @property
    def now(self) -> dict[str, Any]:
        """What it is after all edits, of which none can take back that it is made of components."""
        body = self.first
        for edit in self.edits:
            kept = (body.get("flags") or 0) & COMPONENTS_V2
            body |= json.loads(edit.raw)
            body["flags"] = (body.get("flags") or 0) | kept
        return body

    def edit(self, at: float, raw: bytes) -> None:
        self.edits.append(Edit(at, raw))

    def payload(self) -> dict[str, Any]:
        """As Discord gives it: without its nonce, which only whoever makes it gets to see."""
        body = self.now
        echoed = {name: body[name] for name in _ECHOED if body.get(name) is not None}
        flags = echoed.get("flags", 0) | (CROSSPOSTED if self.crossposted else 0)
        return {
            "embeds": [],
            **echoed,
            "content": echoed.get("content", "").strip(),
            "id": str(self.id),
            "channel_id": str(self.channel),
            "type": 0,
            "author": BOT,
            "flags": flags,
            "components": numbered(echoed.get("components", [])),
            "timestamp": _moment(self.at),
            "edited_timestamp": _moment(self.edits[-1].at) if self.edits else None,
            "attachments": [],
            "mentions": [],
            "mention_roles": [],
            "mention_everyone": False,
            "pinned": False,
            "tts": False,
        }

    def shown(self) -> dict[str, Any]:
        """As JSON, with all that is known of it."""
        edits = [{"at": edit.at, "body": json.loads(edit.raw)} for edit in self.edits]
        return {
            "id": self.id, "channel": self.channel, "at": self.at, "nonce": self.nonce,
            "crossposted": self.crossposted, "body": self.first, "edits": edits,
        }  # fmt: skip


def _moment(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat()


def numbered(components: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Discord gives an id to each component that has none."""
    for number, component in enumerate(_each(components), 1):
        component.setdefault("id", number)
    return components


def _each(components: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for component in components:
        yield component
        yield from _each(component.get("components", []))
        if "accessory" in component:
            yield component["accessory"]
