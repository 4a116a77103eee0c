"""A release: the moment readers are told something about an issue."""

from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints

from bot.domain.issue import Issue
from bot.domain.record import Moment, Record


class ReleaseKind(StrEnum):
    """What readers are told."""

    PUBLICATION = "publication"
    UPDATE = "update"
    CORRECTION = "correction"
    WITHDRAWAL = "withdrawal"

    @property
    def mends(self) -> bool:
        """Whether it goes to messages that are out already; such a release never expires."""
        return self in (ReleaseKind.CORRECTION, ReleaseKind.WITHDRAWAL)


class ReleaseState(StrEnum):
    """Where a release stands."""

    PENDING = "pending"
    """Its window is open: nobody has been told, and it can be undone."""
    OPEN = "open"
    """Its messages go out."""
    DONE = "done"
    """Every message has gone out, or will not."""
    UNDONE = "undone"
    """Taken back within its window."""
    STOPPED = "stopped"
    """Discord refuses what we send; a person has to look."""


class Missed(StrEnum):
    """Why a scheduled release did not go out at its moment; it is undone."""

    LATE = "late"
    """The bot was not at work then, nor soon after."""
    BLOCKED = "blocked"
    """Something had to be mended first."""


class Author(Record):
    """Who makes a release: a name to show, and a Discord id, None for the operator."""

    name: Annotated[str, StringConstraints(min_length=1, max_length=100)]
    id: int | None = None


class Release(Record):
    """One release; `revision` is what the issue became by it, None while it is pending.

    `due_at` is when its window closes. `author` is the name of who made it, `author_id` their
    Discord id, None for the operator.
    `reason` is public. `quiet` edits without a note. `scheduled` goes out at a moment that its
    author chose, and is what its issue says then; `missed` is why it did not. `approver` is who
    approved it, None if nobody was asked to; `version` is what was at the desk then.
    `batch` is the update whose message tells of this one too.
    """

    id: int
    issue: Issue
    kind: ReleaseKind
    state: ReleaseState
    author: str
    author_id: int | None = None
    made_at: Moment
    due_at: Moment
    opened_at: Moment | None = None
    expires_at: Moment | None = None
    revision: int | None = None
    reason: str = ""
    quiet: bool = False
    batch: int | None = None
    scheduled: bool = False
    missed: Missed | None = None
    approver: str | None = None
    approver_id: int | None = None
    version: int | None = None

    @property
    def can_be_undone(self) -> bool:
        """Whether nobody has been told yet, even if its time has come."""
        return self.state is ReleaseState.PENDING
