"""The journal of all requests."""

from collections import Counter
from typing import Any

from tests.wire.record import Record
from tests.wire.window import busiest

_INVALID = (401, 403, 429)


class Journal:
    """Every request that arrived, in that order."""

    def __init__(self) -> None:
        self.records: list[Record] = []

    def matching(self, **like: object) -> list[Record]:
        """Such as `matching(name="create", status=429)`."""
        wanted = like.items()
        return [
            record
            for record in self.records
            if all(getattr(record, name) == value for name, value in wanted)
        ]

    def summary(self) -> dict[str, Any]:
        """What a benchmark wants to know; `first` and `last` are of messages that were stored."""
        stored = [record.at for record in self.records if record.outcome == "stored"]
        return {
            "requests": len(self.records),
            "statuses": Counter(str(record.status) for record in self.records),
            "routes": Counter(record.name for record in self.records),
            "outcomes": Counter(record.outcome for record in self.records if record.outcome),
            "faults": Counter(record.fault for record in self.records if record.fault),
            "scopes": Counter(record.scope for record in self.records if record.scope),
            "invalid": self.invalid(),
            "busiest": self.busiest(),
            "first": min(stored, default=None),
            "last": max(stored, default=None),
        }

    def invalid(self) -> int:
        """How many Discord would count towards a ban."""
        return sum(r.status in _INVALID and r.scope != "shared" for r in self.records)

    def busiest(self, seconds: float = 1.0) -> int:
        """The most that arrived in any second of those that the global limit is about."""
        return busiest([r.at for r in self.records if not r.route.exempt], seconds)
