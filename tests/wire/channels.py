"""What the API does with the messages of channels."""

from collections.abc import Callable
from typing import Any

from tests.wire.answer import NOTHING, Answer, in_json
from tests.wire.check import wrong
from tests.wire.message import Message
from tests.wire.record import Record
from tests.wire.refusal import refused
from tests.wire.server import ANNOUNCEMENTS, Place
from tests.wire.shelf import Shelf

_PAGE, _PAGE_MOST = 50, 100


class Channels:
    """Any channel exists; one that was not declared is a text channel.

    `places`: those that were declared, with their servers' ids.
    """

    def __init__(
        self, shelf: Shelf, ids: Callable[[], int], places: dict[int, tuple[int, Place]]
    ) -> None:
        self._shelf = shelf
        self._ids = ids
        self._places = places

    def create(self, record: Record) -> Answer:
        body = record.body
        code = wrong(body)
        if code is not None:
            return refused(code)
        if record.nonce is not None and body.get("enforce_nonce"):
            twin = self._shelf.twin(record.nonce, record.at)
            if twin is not None:
                return self._again(record, twin)
        place = self._place(record)
        if place.locked:
            return refused(160005)
        place.archived = False
        message = self._put(record, self._ids(), _channel(record), record.raw)
        return in_json(message.payload() | {"nonce": body.get("nonce")})

    def edit(self, record: Record) -> Answer:
        message = self._message(record)
        if message is None:
            return refused(10008)
        if self._place(record).archived:
            return refused(50083)
        code = wrong(record.body, edited=True)
        if code is not None:
            return refused(code)
        message.edit(record.at, record.raw)
        record.outcome = "edited"
        return in_json(message.payload())

    def delete(self, record: Record) -> Answer:
        message = self._message(record)
        if message is None:
            return refused(10008)
        self._shelf.remove(message)
        record.outcome = "deleted"
        return NOTHING

    def fetch(self, record: Record) -> Answer:
        message = self._message(record)
        return refused(10008) if message is None else in_json(message.payload())

    def history(self, record: Record) -> Answer:
        query = {name: int(value) for name, value in record.query.items()}
        limit = query.pop("limit", _PAGE)
        if not 1 <= limit <= _PAGE_MOST:
            return refused(50035)
        page = self._shelf.page(_channel(record), limit, **query)
        return in_json([message.payload() for message in page])

    def crosspost(self, record: Record) -> Answer:
        message = self._message(record)
        if message is None:
            return refused(10008)
        if self._place(record).kind != ANNOUNCEMENTS:
            return refused(50024)
        if message.crossposted:
            return refused(40033)
        message.crossposted = True
        record.outcome = "crossposted"
        return in_json(message.payload())

    def channel(self, record: Record) -> Answer:
        server = self._places.get(_channel(record), (0, None))[0]
        return in_json(self._place(record).payload(server))

    def _again(self, record: Record, twin: Message) -> Answer:
        """The first message once more; none in its place if it was deleted."""
        if twin.deleted:
            return refused(10008)
        record.message = twin.id
        record.outcome = "deduplicated"
        payload: dict[str, Any] = twin.payload()
        return in_json(payload | {"nonce": twin.nonce})

    def _put(self, record: Record, number: int, channel: int, raw: bytes) -> Message:
        message = Message(number, channel, record.at, raw, record.nonce)
        self._shelf.put(message)
        record.message = message.id
        record.outcome = "stored"
        return message

    def _message(self, record: Record) -> Message | None:
        record.message = int(record.names["message"])
        return self._shelf.find(record.channel, record.message)

    def _place(self, record: Record) -> Place:
        channel = _channel(record)
        return self._places.get(channel, (0, Place(channel, "channel")))[1]


def _channel(record: Record) -> int:
    return int(record.names["channel"])
