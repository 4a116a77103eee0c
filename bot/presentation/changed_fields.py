"""The fields of a masthead, a section, a quote or an event, each as a person would name it."""

from collections.abc import Iterator, Mapping

from bot.domain.doubt import Confidence
from bot.domain.entry import Entry
from bot.domain.event import Event
from bot.domain.issue import Masthead
from bot.domain.quote import Quote, QuoteKind
from bot.presentation.language import Language

Fields = Mapping[str, str]

_SHOWN = {None: "", True: "shown", False: "not shown"}
_KINDS = {QuoteKind.SPEECH: "stands on its own", QuoteKind.PHRASE: "a fragment"}


def turned(before: Fields, after: Fields) -> Iterator[tuple[str, str, str]]:
    """The names of the fields that differ, with what they said and what they say."""
    return ((name, before[name], after[name]) for name in before if before[name] != after[name])


def masthead_fields(masthead: Masthead, language: Language) -> Fields:
    """Number, date and title."""
    return {
        "Number": "" if masthead.number is None else str(masthead.number),
        "Date": language.date(masthead.date) if masthead.date else "",
        "Title": masthead.title or "",
    }


def section_fields(entry: Entry, language: Language) -> Fields:
    """Everything of a section but its text, its quotes and its events."""
    return {
        "Heading": entry.heading or "",
        "Countries": language.countries(entry.countries),
        "Source": entry.source or "",
    }


def quote_fields(quote: Quote, language: Language) -> Fields:
    """Everything of a quote but its place."""
    return {
        "words": quote.text,
        "speaker": quote.speaker or "",
        "role": quote.role or "",
        "country": language.country(quote.country) if quote.country else "",
        "day": language.date(quote.said_on) if quote.said_on else "",
        "kind": _KINDS[quote.kind],
        "source": quote.source or "",
        "in the alert": _SHOWN[quote.shown],
        "to look at": _doubt(quote),
    }


def event_fields(event: Event, language: Language) -> Fields:
    """Everything of an event but its place."""
    return {
        "day": language.when(event.when),
        "sentence": event.sentence,
        "countries": language.countries(event.countries),
        "state": "expected" if event.expected else "has happened",
        "to look at": _doubt(event),
    }


def _doubt(part: Quote | Event) -> str:
    if part.confidence is Confidence.SURE and not part.notes:
        return ""
    found = "probably right" if part.confidence is Confidence.LIKELY else "in doubt"
    certain = part.confidence is Confidence.SURE
    return "; ".join((*(() if certain else (found,)), *part.notes))
