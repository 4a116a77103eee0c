"""Drafted contents: what the importer read, as an issue can say it."""

from collections.abc import Iterator
from datetime import date

from bot.domain.doubt import Confidence
from bot.domain.entry import Entry
from bot.domain.event import Event
from bot.domain.issue import MOST_NUMBER, Contents
from bot.domain.quote import Quote, QuoteKind
from bot.domain.when import When
from bot.importer.draft import Draft, DraftEntry, DraftEvent, DraftQuote
from bot.importer.masthead import NO_DATE, NO_NUMBER

LONGEST_NAME = 100
"""Characters of the longest name of a briefing."""

_ASKED = {"number": NO_NUMBER, "date": NO_DATE}


def contents_of(draft: Draft) -> Contents:
    """The draft's entries with their quotes and events; scare quotes stay behind.

    Everything else of the text is kept: it is the source. What cannot be kept as it is printed is
    a note.
    """
    fits = draft.number is None or 0 <= draft.number <= MOST_NUMBER
    return Contents(
        number=draft.number if fits else None,
        date=date.fromisoformat(draft.date) if draft.date else None,
        title=draft.title,
        entries=tuple(_entry(draft, part) for part in draft.entries),
        notes=(*draft.notes, *_misfits(draft, fits)),
        source=draft.text,
    )


def _misfits(draft: Draft, number_fits: bool) -> Iterator[str]:
    if not number_fits:
        yield f"The printed number was left out: a number lies between 0 and {MOST_NUMBER}."
    if has_long_name(draft):
        yield (
            f"The printed name of the briefing has more than {LONGEST_NAME} characters and was cut;"
            f" give the briefing a shorter name. Whole, it is: {draft.briefing}"
        )


def printed_name(draft: Draft) -> str | None:
    """The name of the briefing as it can be kept, None if the document does not name one."""
    name = (draft.briefing or "").strip()
    return name[: LONGEST_NAME - 1] + "…" if has_long_name(draft) else name or None


def has_long_name(draft: Draft) -> bool:
    """Whether the document names its briefing at a length that cannot be kept."""
    return len((draft.briefing or "").strip()) > LONGEST_NAME


def with_questions(contents: Contents) -> Contents:
    """Asks in the notes for what is missing, and for nothing else."""
    doubts = (note for note in contents.notes if note not in _ASKED.values())
    asked = (_ASKED[name] for name in contents.missing)
    return contents.model_copy(update={"notes": (*asked, *doubts)})


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
