"""Finding at the desk what readers see: where a section, a quote or an event stands there."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from bot.domain.editing.spot import Spot
from bot.domain.entry import Entry
from bot.domain.event import Event
from bot.domain.issue import Contents
from bot.domain.quote import Quote

Part = TypeVar("Part", Quote, Event)


def section_in(contents: Contents, entry: Entry) -> Spot | None:
    """The section with its heading, of several the one with its text; None if there is none."""
    return next(iter(_sections(contents, entry)), None)


def quote_in(contents: Contents, entry: Entry, quote: Quote) -> Spot | None:
    """A quote with its words, nearest to where it stood; None if it has other words by now."""
    return _part_in(contents, entry, quote, lambda each: each.quotes, lambda each: each.text)


def event_in(contents: Contents, entry: Entry, event: Event) -> Spot | None:
    """The same for an event, by its sentence."""
    return _part_in(contents, entry, event, lambda each: each.events, lambda each: each.sentence)


def _part_in(
    contents: Contents,
    entry: Entry,
    part: Part,
    parts: Callable[[Entry], Sequence[Part]],
    words: Callable[[Part], str],
) -> Spot | None:
    for at in _sections(contents, entry):
        found = parts(contents.entries[at.entry])
        alike = [item for item, each in enumerate(found) if words(each) == words(part)]
        if alike:
            near = min(alike, key=lambda item: abs((found[item].start or 0) - (part.start or 0)))
            return at.model_copy(update={"item": near})
    return None


def _sections(contents: Contents, entry: Entry) -> list[Spot]:
    """Those with its heading, that with its text first."""
    named = [place for place, each in enumerate(contents.entries) if each.heading == entry.heading]
    named.sort(key=lambda place: contents.entries[place].text != entry.text)
    return [Spot(entry=place) for place in named]
