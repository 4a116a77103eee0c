"""The history of an issue: every state of it that was saved, drafts and revisions alike."""

from __future__ import annotations

import re
from enum import StrEnum

from bot.domain.bench import Bench
from bot.domain.comparison import Comparison
from bot.domain.issue import Issue
from bot.domain.record import Moment, Record

_WRITTEN = re.compile(r"(?P<kind>[vr])(?P<number>[0-9]{1,9})")


class Kind(StrEnum):
    """What was saved; the value begins its marks."""

    VERSION = "v"
    REVISION = "r"


class Mark(Record):
    """Names a saved state: "v12" is a version of what editors write, "r2" a revision."""

    kind: Kind
    number: int

    @classmethod
    def parse(cls, text: str) -> Mark | None:
        """Reads what `str` writes; None for anything else."""
        found = _WRITTEN.fullmatch(text)
        return cls(kind=Kind(found["kind"]), number=int(found["number"])) if found else None

    def __str__(self) -> str:
        return f"{self.kind}{self.number}"


class Saved(Record):
    """A saved state without what it says: who, when, and what was done or why.

    `after` is the last revision that was out by then; a revision counts itself.
    """

    mark: Mark
    after: int
    author: str
    made_at: Moment
    told: str


class HistoryPage(Record):
    """Some of the states of an issue, the newest first; `page` counts from 0."""

    issue: Issue
    saved: tuple[Saved, ...]
    total: int
    first: int
    page: int
    pages: int


class Past(Record):
    """A saved state beside the one before it, and beside what is at the desk now.

    `lost` is how many live updates the desk has now that this state has not.
    """

    bench: Bench
    saved: Saved
    before: Saved | None
    comparison: Comparison
    current: bool
    lost: int
