"""An item: a quote, an event or a section beside the issue that it stands in."""

from datetime import date

from bot.domain.entry import Entry
from bot.domain.event import Event
from bot.domain.issue import Issue
from bot.domain.quote import Quote
from bot.domain.record import Record
from bot.domain.reference import Kind, Reference


class Section(Record):
    """An entry of an issue; the overview too."""

    issue: Issue
    entry: Entry

    @property
    def reference(self) -> Reference:
        """Its short id."""
        return Reference(kind=Kind.SECTION, id=self.entry.id)

    @property
    def text(self) -> str:
        """What it says."""
        return self.entry.text


class Said(Record):
    """A quote in an entry, which comes without its other quotes and events."""

    id: int
    quote: Quote
    issue: Issue
    entry: Entry

    @property
    def reference(self) -> Reference:
        """Its short id."""
        return Reference(kind=Kind.QUOTE, id=self.id)

    @property
    def text(self) -> str:
        """The words."""
        return self.quote.text

    @property
    def day(self) -> date | None:
        """The day that it is listed under: when it was said, else the date of the issue."""
        return self.quote.said_on or self.issue.date


class Happened(Record):
    """An event in an entry, which comes without its other quotes and events."""

    id: int
    event: Event
    issue: Issue
    entry: Entry

    @property
    def reference(self) -> Reference:
        """Its short id."""
        return Reference(kind=Kind.EVENT, id=self.id)

    @property
    def text(self) -> str:
        """The sentence."""
        return self.event.sentence

    @property
    def day(self) -> str:
        """The day that it is listed under, as precise as known: "2022-01"."""
        return str(self.event.when).partition("/")[0]


Item = Section | Said | Happened
