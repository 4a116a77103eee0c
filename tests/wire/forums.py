"""What the API does with the threads of forums."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from tests.wire.answer import Answer, in_json
from tests.wire.check import wrong
from tests.wire.message import Message
from tests.wire.record import Record
from tests.wire.refusal import refused
from tests.wire.server import THREAD, Place
from tests.wire.shelf import Shelf

_LISTED = 50


class Forums:
    """Posts are threads whose ids are those of their first messages.

    `places`: all channels and threads, with their servers' ids.
    """

    def __init__(
        self, shelf: Shelf, ids: Callable[[], int], places: dict[int, tuple[int, Place]]
    ) -> None:
        self._shelf = shelf
        self._ids = ids
        self._places = places

    def post(self, record: Record) -> Answer:
        """Opens a post."""
        body, (server, forum) = record.body, self._places[int(record.names["channel"])]
        code = wrong(body["message"])
        if code is not None:
            return refused(code)
        tags = [int(tag) for tag in body.get("applied_tags", ())]
        if forum.needs_tag and not tags:
            return refused(40067)
        thread = Place(self._ids(), body["name"], THREAD, forum.id, applied=tags)
        self._places[thread.id] = (server, thread)
        raw = json.dumps(body["message"]).encode()
        message = Message(thread.id, thread.id, record.at, raw)
        self._shelf.put(message)
        record.message, record.outcome = message.id, "stored"
        return in_json(thread.payload(server) | {"message": message.payload()}, 201)

    def active(self, record: Record) -> Answer:
        """The threads of a server that are not archived."""
        return _listed(self._threads(int(record.names["server"]), archived=False))

    def archived(self, record: Record) -> Answer:
        """The archived threads of a channel, those archived last first; `limit` at a time."""
        server, place = self._places[int(record.names["channel"])]
        found = [
            each
            for each in self._threads(server, archived=True)
            if each["parent_id"] == str(place.id)
        ]
        before = record.query.get("before")
        moment = datetime.fromisoformat(before) if before else datetime.max.replace(tzinfo=UTC)
        older = [each for each in found if _archived_at(each) < moment]
        older.sort(key=_archived_at, reverse=True)
        limit = int(record.query.get("limit", _LISTED))
        return _listed(older[:limit], has_more=len(older) > limit)

    def change(self, record: Record) -> Answer:
        """Archives a thread, or opens it again."""
        server, thread = self._places[int(record.names["channel"])]
        if thread.locked:
            return refused(50013)
        thread.archived = bool(record.body.get("archived", thread.archived))
        return in_json(thread.payload(server))

    def _threads(self, server: int, *, archived: bool) -> list[dict[str, Any]]:
        return [
            place.payload(of)
            for of, place in self._places.values()
            if of == server and place.kind == THREAD and place.archived == archived
        ]


def _archived_at(payload: dict[str, Any]) -> datetime:
    return datetime.fromisoformat(payload["thread_metadata"]["archive_timestamp"])


def _listed(threads: list[dict[str, Any]], **more: Any) -> Answer:
    return in_json({"threads": threads, "members": [], **more})
