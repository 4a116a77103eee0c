"""The limits of all requests."""

from tests.wire.answer import Answer, limited
from tests.wire.bucket import Bucket
from tests.wire.record import Record
from tests.wire.terms import Terms
from tests.wire.window import Window


class Limits:
    """The global window, then the bucket of the route in its channel.

    A request takes a place in both or in neither: one that is refused by its bucket does not fill
    the window either.
    """

    def __init__(self, terms: Terms) -> None:
        self._window = Window(terms.limit, terms.window)
        self._buckets: dict[tuple[str, int | None], Bucket] = {}

    def refusal(self, record: Record) -> Answer | None:
        """Judges a request; None lets it through."""
        counted = not record.route.exempt
        if counted and (wait := self._window.wait(record.at)):
            record.scope = "global"
            return limited(record.scope, wait)
        bucket = self._bucket(record)
        if bucket and (wait := bucket.wait(record.at)):
            record.scope = "user"
            return limited(record.scope, wait)
        if counted:
            self._window.take(record.at)
        if bucket:
            bucket.take(record.at)
        return None

    def headers(self, record: Record) -> dict[str, str]:
        """Of the bucket; an answer about the global limit says nothing of it."""
        bucket = None if record.scope == "global" else self._bucket(record)
        if bucket is None or not bucket.used:
            return {}
        return bucket.headers(record.at, record.route.bucket)

    def _bucket(self, record: Record) -> Bucket | None:
        allowance = record.route.allowance
        if allowance is None:
            return None
        key = (record.name, record.channel)
        bucket = self._buckets.get(key)
        if bucket is None:
            bucket = self._buckets[key] = Bucket(allowance)
        return bucket
