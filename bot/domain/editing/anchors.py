"""Anchors: where the quotes and events of a section stand when its text has changed."""

from collections.abc import Iterator
from itertools import takewhile
from typing import TypeVar

from bot.domain.doubt import Confidence
from bot.domain.entry import Entry
from bot.domain.event import Event
from bot.domain.listing import Span
from bot.domain.quote import Quote

UNSAID = "this sentence is not in the text any more"

Part = TypeVar("Part", Quote, Event)


class Anchors:
    """Finds in a new text what stood in an old one: each part once, nearest to where it was."""

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = old, new
        self._taken = set[int]()
        self._head = _shared(old, new)
        self._tail = _shared(old[self._head :][::-1], new[self._head :][::-1])

    def find(self, words: str, start: int) -> int | None:
        """Where the words stand that began at `start`; None if they are not there any more."""
        near = self._about(start)
        free = [place for place in self._places(words) if place not in self._taken]
        if not free:
            return None
        found = min(free, key=lambda place: abs(place - near))
        self._taken.add(found)
        return found

    def _about(self, start: int) -> int:
        """Where something is to be expected: what stands behind the change has moved with it."""
        if start >= len(self._old) - self._tail:
            return start + len(self._new) - len(self._old)
        return start

    def _places(self, words: str) -> Iterator[int]:
        place = self._new.find(words)
        while place >= 0:
            yield place
            place = self._new.find(words, place + 1)


def moved(entry: Entry, text: str) -> tuple[Entry, tuple[int, ...]]:
    """The section with another text, and the places of the quotes that it has no more.

    Those are left out. An event whose sentence is not there any more is kept, and doubted.
    """
    anchors = Anchors(entry.text, text)
    quotes, broken = list[Quote](), list[int]()
    for place, quote in enumerate(entry.quotes):
        if quote.start is None:
            quotes.append(quote)
        elif (start := anchors.find(quote.text, quote.start)) is None:
            broken.append(place)
        else:
            quotes.append(_at(quote, start, len(quote.text)))
    anchors = Anchors(entry.text, text)
    events = tuple(_event(event, anchors) for event in entry.events)
    changed = {"text": text, "quotes": tuple(quotes), "events": events}
    return entry.model_copy(update=changed), tuple(broken)


def reworded(entry: Entry, span: Span, words: str) -> tuple[Entry, tuple[int, ...]]:
    """The same with words in the place of a stretch of its text.

    An event whose sentence has all of the stretch has the words too, so it is not doubted.
    """
    start, end = span
    text = f"{entry.text[:start]}{words}{entry.text[end:]}"
    events = tuple(_retold(event, entry.text, span, words) for event in entry.events)
    return moved(entry.model_copy(update={"events": events}), text)


def _retold(event: Event, text: str, span: Span, words: str) -> Event:
    if event.start is None or event.end is None or text[event.start : event.end] != event.sentence:
        return event
    first, last = span[0] - event.start, span[1] - event.start
    if first < 0 or last > len(event.sentence):
        return event
    sentence = f"{event.sentence[:first]}{words}{event.sentence[last:]}"
    return event.model_copy(update={"sentence": sentence})


def _event(event: Event, anchors: Anchors) -> Event:
    if event.start is None:
        return event
    start = anchors.find(event.sentence, event.start)
    if start is not None:
        return _at(event, start, len(event.sentence))
    notes = tuple(dict.fromkeys((*event.notes, UNSAID)))
    lost = {"start": None, "end": None, "confidence": Confidence.CHECK, "notes": notes}
    return event.model_copy(update=lost)


def shifted(part: Part, by: int) -> Part:
    """The same, so many characters further on; what has no place in the text stays without."""
    if part.start is None or part.end is None:
        return part
    return part.model_copy(update={"start": part.start + by, "end": part.end + by})


def _at(part: Part, start: int, length: int) -> Part:
    return part.model_copy(update={"start": start, "end": start + length})


def _shared(one: str, other: str) -> int:
    """How many characters both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
