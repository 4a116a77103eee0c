"""A receipt: what became of the messages that a release asks for."""

from collections import Counter

from bot.domain.delivery import Act, DeliveryState
from bot.domain.record import Moment, Record
from bot.domain.release import Release


class Count(Record):
    """How many acts of one kind stand in one way, for one reason."""

    act: Act
    state: DeliveryState
    reason: str = ""
    number: int


class Receipt(Record):
    """The counts of a release; `first` and `last` are when acts of it came through."""

    release: Release
    counts: tuple[Count, ...] = ()
    first: Moment | None = None
    last: Moment | None = None

    def number(self, *states: DeliveryState) -> int:
        """How many acts stand in any of these ways; crossposts, which are extra, left out."""
        own = (each for each in self.counts if each.act is not Act.CROSSPOST)
        return sum(each.number for each in own if each.state in states)

    def reasons(self, *states: DeliveryState) -> dict[str, int]:
        """How many stand so for which reason, the most frequent first."""
        found = Counter[str]()
        for each in self.counts:
            if each.state in states:
                found[each.reason] += each.number
        return dict(found.most_common())
