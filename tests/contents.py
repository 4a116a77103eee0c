"""Contents as an editor would make them, for tests that need some."""

from datetime import date, datetime

from bot.domain.entry import Entry
from bot.domain.issue import Contents
from bot.domain.quote import Quote, QuoteKind


def section(*countries: str, text: str = "Nothing new was said.", live: datetime | None = None):
    """An entry on some countries; without any, the overview."""
    heading = " and ".join(countries) or None
    return Entry(heading=heading, countries=countries, text=text, live_at=live)


def contents(
    number: int | None, day: date | None, *entries: Entry, title: str | None = None
) -> Contents:
    """Contents whose source is unlike that of any other number, day or title."""
    source = f"{number} {day} {title} {[entry.text for entry in entries]}"
    return Contents(number=number, date=day, title=title, entries=entries, source=source)


def said(text: str, inside: str, speaker: str = "Ilse Marwan") -> Quote:
    """A quote in the place where it stands in its entry's text."""
    start = inside.index(text)
    return Quote(
        text=text,
        kind=QuoteKind.PHRASE,
        speaker=speaker,
        role="Minister of Harbours",
        country="FI",
        start=start,
        end=start + len(text),
    )
