"""The replies to interactions."""

from collections.abc import Callable
from typing import Any

from tests.wire.answer import NOTHING, Answer, in_json
from tests.wire.interaction import Interaction
from tests.wire.message import Message
from tests.wire.record import Record
from tests.wire.refusal import refused

_MESSAGE, _PATIENCE = 4, 5
_LOADING = 1 << 7


class Replies:
    """Answers the routes of callbacks and follow-ups, which no limit counts."""

    def __init__(self, ids: Callable[[], int]) -> None:
        self._ids = ids
        self.interactions: dict[str, Interaction] = {}
        """By token."""

    def callback(self, record: Record) -> Answer:
        """The first answer; one is taken, and none that comes too late."""
        asked = self.interactions.get(record.names["token"])
        if asked is None or str(asked.id) != record.names["id"] or asked.is_too_late(record.at):
            return refused(10062)
        if asked.answered is not None:
            return refused(40060)
        asked.answered = record.at
        record.outcome = "answered"
        self._take(asked, record)
        asked.was_answered.set()
        if record.query.get("with_response") not in ("1", "true"):
            return NOTHING
        return in_json(self._response(asked, record.body["type"]))

    def follow(self, record: Record) -> Answer:
        """A further message; the first one after a request for patience is the answer itself."""
        asked, refusal = self._asked(record)
        if asked is None:
            return refusal
        if asked.loading:
            return self._complete(asked, record)
        reply = self._reply(asked, record, record.raw)
        return in_json(reply.payload()) if record.query.get("wait") in ("1", "true") else NOTHING

    def original(self, record: Record) -> Answer:
        asked, refusal = self._asked(record)
        if asked is None:
            return refusal
        return in_json(asked.replies[0].payload()) if asked.replies else refused(10008)

    def amend(self, record: Record) -> Answer:
        asked, refusal = self._asked(record)
        if asked is None:
            return refusal
        if asked.loading and record.names["reply"] == "@original":
            return self._complete(asked, record)
        reply = self._named(asked, record)
        if reply is None:
            return refused(10008)
        reply.edit(record.at, record.raw)
        return in_json(reply.payload())

    def retract(self, record: Record) -> Answer:
        asked, refusal = self._asked(record)
        if asked is None:
            return refusal
        reply = self._named(asked, record)
        if reply is None:
            return refused(10008)
        reply.deleted = True
        return NOTHING

    def _asked(self, record: Record) -> tuple[Interaction | None, Answer]:
        """The interaction that was answered already and is not over, or what is wrong."""
        asked = self.interactions.get(record.names["token"])
        if asked is None or asked.answered is None:
            return None, refused(10015)
        return (None, refused(50027)) if asked.is_over(record.at) else (asked, NOTHING)

    def _named(self, asked: Interaction, record: Record) -> Message | None:
        name = record.names["reply"]
        found = asked.replies[:1] if name == "@original" else asked.replies
        wanted = (each for each in found if name in ("@original", str(each.id)))
        return next((each for each in wanted if not each.deleted), None)

    def _take(self, asked: Interaction, record: Record) -> None:
        body = record.body
        asked.loading = body["type"] == _PATIENCE
        if not asked.loading:
            asked.completed = record.at
        if body["type"] == _MESSAGE or asked.loading:
            raw = in_json(body.get("data") or {}).body
            self._reply(asked, record, raw)

    def _reply(self, asked: Interaction, record: Record, raw: bytes) -> Message:
        reply = Message(self._ids(), asked.channel, record.at, raw)
        asked.replies.append(reply)
        record.message = reply.id
        return reply

    def _complete(self, asked: Interaction, record: Record) -> Answer:
        asked.loading, asked.completed = False, record.at
        asked.replies[0].edit(record.at, record.raw)
        return in_json(asked.replies[0].payload())

    def _response(self, asked: Interaction, kind: int) -> dict[str, Any]:
        body: dict[str, Any] = {"id": str(asked.id), "type": asked.kind}
        resource: dict[str, Any] = {"type": kind}
        if asked.replies:
            resource["message"] = asked.replies[0].payload()
            if asked.loading:
                resource["message"]["flags"] |= _LOADING
            body |= {"response_message_id": str(asked.replies[0].id)}
            body |= {"response_message_loading": asked.loading}
        return {"interaction": body, "resource": resource}
