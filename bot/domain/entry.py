"""An entry: the overview of an issue, or its section on one or more countries."""

from __future__ import annotations

from pydantic import model_validator

from bot.domain.event import Event
from bot.domain.quote import Quote
from bot.domain.record import CountryCode, Moment, Record


class Entry(Record):
    """A heading and its text; the overview has no heading.

    `source` is where it was told, as an editor typed it: a link, or who printed it.
    `live_at` is the moment a live update was added to an issue already published.
    `id` is 0 until the store has given one, which then stays through every correction.
    """

    id: int = 0
    heading: str | None
    countries: tuple[CountryCode, ...] = ()
    text: str
    source: str | None = None
    live_at: Moment | None = None
    quotes: tuple[Quote, ...] = ()
    events: tuple[Event, ...] = ()

    @model_validator(mode="after")
    def _verbatim(self) -> Entry:
        for quote in self.quotes:
            if quote.start is not None and self.text[quote.start : quote.end] != quote.text:
                raise ValueError(f"the quote “{quote.text}” is not in its place in the entry")
        return self
