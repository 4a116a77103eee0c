"""A draft: what the importer read out of one document, with the place of everything in its text."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["speech", "phrase", "scare"]
Confidence = Literal["sure", "likely", "check"]
Json = dict[str, object]
TRUST: tuple[Confidence, ...] = ("check", "likely", "sure")


def least(*trusts: Confidence) -> Confidence:
    """The lowest of several confidences: a chain is as sure as its weakest link."""
    return min(trusts, key=TRUST.index)


@dataclass(frozen=True, slots=True)
class Mention:
    """The words that name a speaker beside the quote; offsets count code points of the text."""

    text: str
    start: int
    end: int

    def to_json(self) -> Json:
        return {"text": self.text, "start": self.start, "end": self.end}


@dataclass(frozen=True, slots=True)
class DraftEntry:
    """One section: its heading (None for the overview) and the place of its body below it."""

    heading: str | None
    countries: tuple[str, ...]
    start: int
    end: int

    def to_json(self) -> Json:
        return {
            "heading": self.heading,
            "countries": list(self.countries),
            "start": self.start,
            "end": self.end,
        }


@dataclass(frozen=True, slots=True)
class DraftQuote:
    """Words between quotation marks, verbatim, and who is likely to have said them."""

    text: str
    start: int
    end: int
    kind: Kind
    speaker: str | None
    role: str | None
    country: str | None
    mention: Mention | None
    said_on: str | None
    confidence: Confidence
    notes: tuple[str, ...] = ()

    def to_json(self) -> Json:
        return {
            "text": self.text,
            "start": self.start,
            "end": self.end,
            "kind": self.kind,
            "speaker": self.speaker,
            "role": self.role,
            "country": self.country,
            "mention": self.mention.to_json() if self.mention else None,
            "said_on": self.said_on,
            "confidence": self.confidence,
            "notes": list(self.notes),
        }


@dataclass(frozen=True, slots=True)
class DraftEvent:
    """A sentence that tells of something on a date: ISO day, month, year or interval `a/b`."""

    date: str
    sentence: str
    start: int
    end: int
    countries: tuple[str, ...]
    expected: bool
    confidence: Confidence
    notes: tuple[str, ...] = ()

    def to_json(self) -> Json:
        return {
            "date": self.date,
            "sentence": self.sentence,
            "start": self.start,
            "end": self.end,
            "countries": list(self.countries),
            "expected": self.expected,
            "confidence": self.confidence,
            "notes": list(self.notes),
        }


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything read out of a document; `text[start:end]` of each part is that part, verbatim."""

    text: str
    briefing: str | None
    number: int | None
    date: str | None
    title: str | None
    entries: tuple[DraftEntry, ...]
    quotes: tuple[DraftQuote, ...]
    events: tuple[DraftEvent, ...]
    notes: tuple[str, ...]

    def to_json(self, file: str) -> Json:
        return {
            "file": file,
            "text": self.text,
            "briefing": self.briefing,
            "number": self.number,
            "date": self.date,
            "title": self.title,
            "entries": [entry.to_json() for entry in self.entries],
            "quotes": [quote.to_json() for quote in self.quotes],
            "events": [event.to_json() for event in self.events],
            "notes": list(self.notes),
        }
