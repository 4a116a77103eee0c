"""Edits of events: added, changed, left out."""

from bot.domain.doubt import Confidence
from bot.domain.editing.naming import name_of
from bot.domain.editing.spot import Spot, entry_at, event_at, with_entry
from bot.domain.entry import Entry
from bot.domain.event import Event
from bot.domain.issue import Contents
from bot.domain.record import CountryCode, Record
from bot.domain.when import When
from bot.errors import Refused

LONGEST_SENTENCE = 2_000


class Happening(Record):
    """What an event says, as it is typed."""

    when: When
    sentence: str
    countries: tuple[CountryCode, ...] = ()
    expected: bool = False

    def event_in(self, entry: Entry) -> Event:
        """The event, where its sentence stands in the text if it does; nothing is in doubt."""
        sentence = " ".join(self.sentence.split())
        if not 1 <= len(sentence) <= LONGEST_SENTENCE:
            raise Refused(f"An event has 1 to {LONGEST_SENTENCE:,} characters; say what happened.")
        start = entry.text.find(sentence)
        placed = start >= 0
        return Event(
            when=self.when,
            sentence=sentence,
            countries=tuple(dict.fromkeys(self.countries)),
            expected=self.expected,
            start=start if placed else None,
            end=start + len(sentence) if placed else None,
            confidence=Confidence.SURE,
        )


class AddEvent(Record):
    """An event in a section."""

    at: Spot
    happening: Happening

    def apply(self, contents: Contents) -> Contents:
        """The section with the event, in the order of days."""
        entry = entry_at(contents, self.at)
        return _with(contents, self.at, [*entry.events, self.happening.event_in(entry)])

    def deed(self, before: Contents) -> str:
        """Where."""
        return f"{name_of(entry_at(before, self.at))}: event added"


class ChangeEvent(Record):
    """Another day, another sentence, other countries."""

    at: Spot
    happening: Happening

    def apply(self, contents: Contents) -> Contents:
        """The section with the event changed."""
        entry, old = entry_at(contents, self.at), event_at(contents, self.at)
        new = self.happening.event_in(entry)
        return _with(contents, self.at, [new if each is old else each for each in entry.events])

    def deed(self, before: Contents) -> str:
        """Where."""
        return f"{name_of(entry_at(before, self.at))}: event changed"


class DropEvent(Record):
    """It is no event; its sentence stays in the text."""

    at: Spot

    def apply(self, contents: Contents) -> Contents:
        """The section without the event."""
        entry, gone = entry_at(contents, self.at), event_at(contents, self.at)
        return _with(contents, self.at, [each for each in entry.events if each is not gone])

    def deed(self, before: Contents) -> str:
        """Where."""
        return f"{name_of(entry_at(before, self.at))}: event left out"


def _with(contents: Contents, at: Spot, events: list[Event]) -> Contents:
    entry = entry_at(contents, at).model_copy(update={"events": tuple(events)})
    return with_entry(contents, at, entry)
