"""Contents as an editor would make them, for tests that need some."""

from datetime import date, datetime

from bot.domain.entry import Entry
from bot.domain.event import Event
from bot.domain.issue import Contents
from bot.domain.quote import Quote, QuoteKind
from bot.domain.when import When


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


def said(text: str, inside: str, speaker: str = "Ilse Marwan", **changes: object) -> Quote:
    """A quote in the place where it stands in its entry's text."""
    start = inside.index(text)
    made = Quote(
        text=text,
        kind=QuoteKind.PHRASE,
        speaker=speaker,
        role="Minister of Harbours",
        country="FI",
        start=start,
        end=start + len(text),
    )
    return made.model_copy(update=changes)


def dated(when: str, sentence: str, *countries: str, expected: bool = False) -> Event:
    """An event on a date as `When` reads it."""
    return Event(when=When.parse(when), sentence=sentence, countries=countries, expected=expected)


def speaking(heading: str, *quotes: tuple[str, str], **changes: object) -> Entry:
    """A section in which people say things: pairs of a name and the words."""
    text = " ".join(f"{name} said: “{words}”" for name, words in quotes)
    found = tuple(said(words, text, name, **changes) for name, words in quotes)
    return Entry(heading=heading, text=text, quotes=found)


def happening(heading: str, *events: Event) -> Entry:
    """A section that tells of events."""
    return Entry(heading=heading, text=" ".join(e.sentence for e in events), events=events)
