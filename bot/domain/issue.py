"""An issue: one numbered, dated edition of a briefing."""

from datetime import date
from enum import StrEnum

from bot.domain.briefing import Briefing
from bot.domain.entry import Entry
from bot.domain.record import Moment, Record


class State(StrEnum):
    """Where an issue stands on its way to the readers."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class Contents(Record):
    """Everything that one revision of an issue says.

    Only a draft may lack a number or a date. `source` is the decoded document it was made from.
    """

    number: int | None
    date: date | None
    title: str | None
    entries: tuple[Entry, ...]
    notes: tuple[str, ...] = ()
    source: str = ""

    @property
    def missing(self) -> tuple[str, ...]:
        """What has to be filled in before this can be published."""
        wanted = {"number": self.number, "date": self.date}
        return tuple(name for name, value in wanted.items() if value is None)


class Issue(Record):
    """The head of an issue, without its entries.

    `revision` is 0 before publication; `corrected_at` is when a later revision replaced the first.
    """

    id: int
    briefing: Briefing
    number: int | None
    date: date | None
    title: str | None
    state: State
    revision: int = 0
    published_at: Moment | None = None
    corrected_at: Moment | None = None
