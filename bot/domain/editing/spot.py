"""A spot: a section of an issue, or a quote or an event in it, by its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from bot.domain.entry import Entry
from bot.domain.event import Event
from bot.domain.issue import Contents
from bot.domain.quote import Quote
from bot.domain.record import Record
from bot.errors import Refused

Part = TypeVar("Part")

GONE = "This part is not there any more; look at the draft as it is now."


class Spot(Record):
    """The section at that place, counted from 0, or the quote or event at `item` in it."""

    entry: int
    item: int | None = None


def entry_at(contents: Contents, spot: Spot) -> Entry:
    """The section there; raises Refused if there is none."""
    return _at(contents.entries, spot.entry)


def quote_at(contents: Contents, spot: Spot) -> Quote:
    """The quote there; raises Refused if there is none."""
    return _at(entry_at(contents, spot).quotes, spot.item)


def event_at(contents: Contents, spot: Spot) -> Event:
    """The event there; raises Refused if there is none."""
    return _at(entry_at(contents, spot).events, spot.item)


def with_entry(contents: Contents, spot: Spot, entry: Entry) -> Contents:
    """The contents with another section there."""
    entry_at(contents, spot)
    entries = [*contents.entries]
    entries[spot.entry] = entry
    return contents.model_copy(update={"entries": tuple(entries)})


def with_quotes(entry: Entry, quotes: Sequence[Quote]) -> Entry:
    """The section with these quotes, in the order of its text; detached ones stand last."""
    ordered = sorted(quotes, key=lambda quote: (quote.start is None, quote.start or 0))
    return entry.model_copy(update={"quotes": tuple(ordered)})


def _at(parts: Sequence[Part], place: int | None) -> Part:
    if place is None or not 0 <= place < len(parts):
        raise Refused(GONE)
    return parts[place]
