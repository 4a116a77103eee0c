"""Reach: which servers get a briefing, and which are kept out."""

from bot.domain.briefing import Briefing
from bot.domain.record import Moment, Record
from bot.domain.subscription import Standing, Subscription


class ReachedServer(Record):
    """A server with channels that have subscribed; `name` as last seen."""

    id: int
    name: str
    subscriptions: tuple[Subscription, ...]

    @property
    def paused(self) -> int:
        """How many of its channels get nothing now."""
        return sum(each.standing is not Standing.WORKING for each in self.subscriptions)


class Block(Record):
    """A server that is kept out; `by` is the Discord id of who did it."""

    server: int
    name: str
    by: int | None = None
    at: Moment


class Totals(Record):
    """How many there are of each, all servers together."""

    servers: int = 0
    channels: int = 0
    paused: int = 0
    blocked: int = 0


class Reach(Record):
    """One page of the servers that get a briefing; pages count from 0."""

    briefing: Briefing
    totals: Totals
    servers: tuple[ReachedServer, ...]
    page: int = 0
    pages: int = 1


class Kept(Record):
    """One page of the servers that are kept out of a briefing."""

    briefing: Briefing
    blocks: tuple[Block, ...]
    page: int = 0
    pages: int = 1


class Visit(Record):
    """One server as it gets a briefing: its channels, and whether it is kept out.

    A server that gets nothing and is kept out has no channels.
    """

    briefing: Briefing
    server: ReachedServer
    blocked: bool = False

    @property
    def own(self) -> bool:
        """Whether it is the newsroom itself."""
        return self.server.id == self.briefing.newsroom
