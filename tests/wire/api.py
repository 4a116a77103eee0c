"""The API: hands each request to whatever answers its route."""

from collections.abc import Callable
from typing import Any

from tests.wire.answer import UNKNOWN_PATH, Answer, in_json
from tests.wire.channels import Channels
from tests.wire.forums import Forums
from tests.wire.message import BOT
from tests.wire.record import Record
from tests.wire.refusal import REFUSALS
from tests.wire.replies import Replies

_APPLICATION: dict[str, Any] = {
    "id": BOT["id"],
    "name": BOT["username"],
    "description": "",
    "icon": None,
    "bot_public": True,
    "bot_require_code_grant": False,
    "owner": BOT,
    "team": None,
    "verify_key": "",
    "flags": 0,
}


class Api:
    """What each request comes to when no limit and no fault is in its way."""

    def __init__(
        self,
        channels: Channels,
        forums: Forums,
        replies: Replies,
        gateway: Callable[[], object],
    ) -> None:
        self._channels = channels
        self._forums = forums
        self._replies = replies
        self._gateway = gateway
        self._refusals: dict[tuple[int, str | None], tuple[int, float | None]] = {}

    def refuse(
        self, channel: int, code: int, on: str | None = None, retry_after: float | None = None
    ) -> None:
        """A channel answers with a code, on one route or on those that the code is about."""
        routes = (on,) if on else REFUSALS[code].on or (None,)
        for route in routes:
            self._refusals[channel, route] = (code, retry_after)

    def allow(self, channel: int) -> None:
        """A channel refuses nothing any more."""
        for key in [key for key in self._refusals if key[0] == channel]:
            del self._refusals[key]

    def answer(self, record: Record) -> Answer:
        return self._refusal(record) or self._carried_out(record)

    def _refusal(self, record: Record) -> Answer | None:
        if record.channel is None or not self._refusals:
            return None
        for route in (record.name, None):
            found = self._refusals.get((record.channel, route))
            if found is not None:
                code, retry_after = found
                record.scope = "shared" if REFUSALS[code].status == 429 else ""
                return REFUSALS[code].answer(retry_after)
        return None

    def _carried_out(self, record: Record) -> Answer:
        match record.name:
            case "me":
                return in_json(BOT)
            case "application":
                return in_json(_APPLICATION)
            case "gateway":
                return in_json(self._gateway())
            case "commands":
                return in_json([])
            case "unknown":
                return UNKNOWN_PATH
            case "callback" | "follow" | "original" | "amend" | "retract" as name:
                return getattr(self._replies, name)(record)
            case "post" | "active" | "archived" | "change" as name:
                return getattr(self._forums, name)(record)
            case name:
                return getattr(self._channels, name)(record)
