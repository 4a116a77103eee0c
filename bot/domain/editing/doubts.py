"""Doubts: what the importer asks an editor to look at, and the answers to it."""

from collections.abc import Iterator

from bot.domain.doubt import Confidence
from bot.domain.editing.anchors import reworded
from bot.domain.editing.naming import name_of
from bot.domain.editing.spot import Spot, entry_at, event_at, quote_at, with_entry
from bot.domain.entry import Entry
from bot.domain.event import Event
from bot.domain.issue import Contents
from bot.domain.quote import Quote
from bot.domain.record import Record

NO_OPENING = "opening quotation mark missing in the source"
NO_CLOSING = "closing quotation mark missing in the source"
"""What the importer notes of a quote one of whose marks it had to think of."""

_PARTNERS = {"“": "”", "„": "“", "«": "»", '"': '"'}
_OPENERS = {"”": "“", "“": "„", "»": "«", '"': '"'}
_CERTAIN = {"confidence": Confidence.SURE, "notes": ()}


class Doubt(Record):
    """A quote or an event that an editor has to look at, and why."""

    at: Spot
    part: Quote | Event

    @property
    def answer(self) -> "Confirm":
        """That it is right."""
        return Confirm(at=self.at, event=isinstance(self.part, Event))

    @property
    def reasons(self) -> tuple[str, ...]:
        """What the importer noted."""
        return self.part.notes


def doubts(contents: Contents, confidence: Confidence = Confidence.CHECK) -> list[Doubt]:
    """What is open, in the order of the text."""
    return list(_doubts(contents, confidence))


def _doubts(contents: Contents, confidence: Confidence) -> Iterator[Doubt]:
    for place, entry in enumerate(contents.entries):
        for parts in (entry.quotes, entry.events):
            for item, part in enumerate(parts):
                if part.confidence is confidence:
                    yield Doubt(at=Spot(entry=place, item=item), part=part)


class Confirm(Record):
    """A quote, or an event, is right as the importer read it.

    A quotation mark that it had to think of is written into the text.
    """

    at: Spot
    event: bool = False

    def apply(self, contents: Contents) -> Contents:
        """The part without any doubt."""
        entry = entry_at(contents, self.at)
        if self.event:
            return with_entry(contents, self.at, _certain_event(entry, event_at(contents, self.at)))
        quote = quote_at(contents, self.at)
        certain = quote.model_copy(update=_CERTAIN)
        quotes = tuple(certain if each is quote else each for each in entry.quotes)
        entry = entry.model_copy(update={"quotes": quotes})
        if (missing := _missing_mark(entry.text, quote)) is not None:
            place, mark = missing
            entry, _ = reworded(entry, (place, place), mark)
        return with_entry(contents, self.at, entry)

    def deed(self, before: Contents) -> str:
        """In which section."""
        what = "event" if self.event else "quote"
        return f"{name_of(entry_at(before, self.at))}: {what} confirmed"


def _certain_event(entry: Entry, event: Event) -> Entry:
    certain = event.model_copy(update=_CERTAIN)
    events = tuple(certain if each is event else each for each in entry.events)
    return entry.model_copy(update={"events": events})


def _missing_mark(text: str, quote: Quote) -> tuple[int, str] | None:
    """Where a mark is missing, and which, of the kind of its partner; None if none is."""
    if quote.start is None or quote.end is None:
        return None
    before, after = text[: quote.start], text[quote.end :]
    if NO_OPENING in quote.notes:
        return quote.start, _OPENERS.get(after[:1], "“")
    if NO_CLOSING in quote.notes:
        return quote.end, _PARTNERS.get(before[-1:], "”")
    return None
