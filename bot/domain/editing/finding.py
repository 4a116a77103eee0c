"""Finding at the desk what readers see: where a section, a quote or an event stands there."""

from collections.abc import Sequence

from bot.domain.editing.spot import Part, Spot
from bot.domain.entry import Entry
from bot.domain.event import Event
from bot.domain.issue import Contents
from bot.domain.quote import Quote


def section_in(contents: Contents, entry: Entry) -> Spot | None:
    """The section with its heading, of several the one with its text; None if there is none."""
    return next(iter(_sections(contents, entry)), None)


def quote_in(contents: Contents, entry: Entry, quote: Quote) -> Spot | None:
    """A quote with its words, nearest to where it stood; None if it has other words by now."""
    for at in _sections(contents, entry):
        quotes = contents.entries[at.entry].quotes
        alike = [item for item, each in enumerate(quotes) if each.text == quote.text]
        if found := _nearest(at, quotes, alike, quote.start):
            return found
    return None


def event_in(contents: Contents, entry: Entry, event: Event) -> Spot | None:
    """The same for an event, by its sentence."""
    for at in _sections(contents, entry):
        events = contents.entries[at.entry].events
        alike = [item for item, each in enumerate(events) if each.sentence == event.sentence]
        if found := _nearest(at, events, alike, event.start):
            return found
    return None


def _sections(contents: Contents, entry: Entry) -> list[Spot]:
    """Those with its heading, that with its text first."""
    named = [place for place, each in enumerate(contents.entries) if each.heading == entry.heading]
    named.sort(key=lambda place: contents.entries[place].text != entry.text)
    return [Spot(entry=place) for place in named]


def _nearest(at: Spot, parts: Sequence[Part], items: list[int], start: int | None) -> Spot | None:
    if not items:
        return None
    item = min(items, key=lambda each: abs((getattr(parts[each], "start", 0) or 0) - (start or 0)))
    return at.model_copy(update={"item": item})
