"""Drafted contents: what the importer read, as an issue can say it."""

from collections.abc import Iterator
from datetime import date

from bot.domain.doubt import Confidence
from bot.domain.entry import Entry
from bot.domain.event import Event
from bot.domain.issue import Contents
from bot.domain.quote import Quote, QuoteKind
from bot.domain.when import When
from bot.importer.draft import Draft, DraftEntry, DraftEvent, DraftQuote


def contents_of(draft: Draft) -> Contents:
    """The draft's entries with their quotes and events; scare quotes stay behind.

    Everything else of the text is kept: it is the source.
    """
    return Contents(
        number=draft.number,
        date=date.fromisoformat(draft.date) if draft.date else None,
        title=draft.title,
        entries=tuple(_entry(draft, part) for part in draft.entries),
        notes=draft.notes,
        source=draft.text,
    )


def _entry(draft: Draft, part: DraftEntry) -> Entry:
    body = draft.text[part.start : part.end]
    start = part.start + len(body) - len(body.lstrip())
    return Entry(
        heading=part.heading,
        countries=tuple(dict.fromkeys(part.countries)),
        text=body.strip(),
        quotes=tuple(_quotes(draft, start, start + len(body.strip()))),
        events=tuple(_events(draft, start, start + len(body.strip()))),
    )


def _quotes(draft: Draft, start: int, end: int) -> Iterator[Quote]:
    for quote in draft.quotes:
        if start <= quote.start and quote.end <= end and quote.kind != "scare":
            yield _quote(quote, start)


def _quote(quote: DraftQuote, origin: int) -> Quote:
    return Quote(
        text=quote.text,
        kind=QuoteKind(quote.kind),
        speaker=quote.speaker,
        role=quote.role,
        country=quote.country,
        said_on=date.fromisoformat(quote.said_on) if quote.said_on else None,
        start=quote.start - origin,
        end=quote.end - origin,
        confidence=Confidence(quote.confidence),
        notes=quote.notes,
    )


def _events(draft: Draft, start: int, end: int) -> Iterator[Event]:
    for event in draft.events:
        if start <= event.start and event.end <= end:
            yield _event(event, start)


def _event(event: DraftEvent, origin: int) -> Event:
    return Event(
        when=When.parse(event.date),
        sentence=event.sentence,
        countries=tuple(dict.fromkeys(event.countries)),
        expected=event.expected,
        start=event.start - origin,
        end=event.end - origin,
        confidence=Confidence(event.confidence),
        notes=event.notes,
    )
