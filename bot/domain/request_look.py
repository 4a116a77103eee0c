"""A look at a request: what a second editor is shown, and what came of it."""

from enum import StrEnum

from bot.domain.alert import Alert
from bot.domain.approval import Request
from bot.domain.bench import Bench
from bot.domain.difference import Difference
from bot.domain.issue import Issue
from bot.domain.record import Moment, Record
from bot.domain.release import Release


class RequestLook(Record):
    """`difference` is what a correction changes, with how many `others`; `alert` is an update."""

    request: Request
    issue: Issue
    difference: Difference | None = None
    others: int = 0
    alert: Alert | None = None


class End(StrEnum):
    """How a request has ended."""

    APPROVED = "approved"
    TAKEN_BACK = "taken back"
    REPLACED = "replaced"
    """It was asked for once more."""
    OUTDATED = "outdated"
    """What it was about has changed, or its time has passed."""
    RELEASED = "released"
    """Somebody let it out without it."""


class Ended(Record):
    """A request that waits no more; `by` is the name of who ended it."""

    request: Request
    issue: Issue
    end: End
    by: str
    at: Moment


class Asked(Record):
    """What was asked for, and what was asked of the issue before it."""

    look: RequestLook
    replaced: tuple[Ended, ...] = ()


class Approved(Record):
    """What goes out now or at its moment, to so many channels or messages."""

    ended: Ended
    bench: Bench
    releases: tuple[Release, ...]
    messages: int


class Stale(Record):
    """A request that could not be approved any more, and why."""

    ended: Ended
    sentence: str
