"""A quote: words copied verbatim from an entry, or detached with a source of its own."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import model_validator

from bot.domain.doubt import Confidence
from bot.domain.record import CountryCode, Record


class QuoteKind(StrEnum):
    """`SPEECH` stands on its own; a `PHRASE` is a fragment."""

    SPEECH = "speech"
    PHRASE = "phrase"


class Quote(Record):
    """Somebody's words; `start` and `end` count code points in the entry's text.

    A detached quote has no offsets and names its `source` instead. `shown` says whether an alert
    shows it; None leaves that to the alert.
    """

    text: str
    kind: QuoteKind
    speaker: str | None = None
    role: str | None = None
    country: CountryCode | None = None
    said_on: date | None = None
    start: int | None = None
    end: int | None = None
    source: str | None = None
    shown: bool | None = None
    confidence: Confidence = Confidence.SURE
    notes: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _has_origin(self) -> Quote:
        placed = self.start is not None and self.end is not None
        if placed == bool(self.source):
            raise ValueError("a quote has either its place in the entry or a source of its own")
        return self
