"""An issue: one numbered, dated edition of a briefing."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from bot.domain.briefing import Briefing
from bot.domain.entry import Entry
from bot.domain.record import Moment, Record

MOST_NUMBER = 999_999_999
"""The largest number of an issue; more digits are a mistake, and SQLite holds 18 at most."""

IssueNumber = Annotated[int, Field(ge=0, le=MOST_NUMBER)]
"""What an issue may be numbered; nought is a number."""


class State(StrEnum):
    """Where an issue stands on its way to the readers."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class Masthead(Record):
    """What stands above an issue; only a draft may lack a number or a date."""

    number: IssueNumber | None
    date: date | None
    title: str | None

    @property
    def missing(self) -> tuple[str, ...]:
        """What has to be filled in before this can be published."""
        wanted = {"number": self.number, "date": self.date}
        return tuple(name for name, value in wanted.items() if value is None)


class Contents(Masthead):
    """Everything that one revision of an issue says.

    `source` is the decoded document it was made from, `notes` what an editor should look at.
    """

    entries: tuple[Entry, ...]
    notes: tuple[str, ...] = ()
    source: str = ""


class Issue(Masthead):
    """The head of an issue, without its entries.

    `revision` is 0 before publication; `corrected_at` is when a later revision replaced the first.
    """

    id: int
    briefing: Briefing
    state: State
    revision: int = 0
    published_at: Moment | None = None
    corrected_at: Moment | None = None

    @property
    def label(self) -> str:
        """Names it in a sentence: "Policy Alert #244"."""
        number = "without a number" if self.number is None else f"#{self.number}"
        return f"{self.briefing.name} {number}"
