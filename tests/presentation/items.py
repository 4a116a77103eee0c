"""Records to show: invented quotes, events and sections, and lists of them."""

from datetime import date
from typing import Any

from bot.domain.entry import Entry
from bot.domain.event import Event
from bot.domain.filter import Filter, Listed
from bot.domain.item import Happened, Said, Section
from bot.domain.listing import Hit, Page, Quotes, Results, Timeline
from bot.domain.quote import Quote, QuoteKind
from bot.domain.reference import Kind, Reference
from bot.domain.when import When
from tests.presentation.examples import POLICY, issue

WORDS = "the port stays open to every ship that asks"
BEFORE = "The tide was high. Ada Quill said that “"
AFTER = "” and went on board.\n\nThe envoys left by night."
HARBOUR_ENTRY = Entry(
    id=12, heading="Japan", countries=("JP",), text=f"No wind.\n\n{BEFORE}{WORDS}{AFTER}"
)
START = HARBOUR_ENTRY.text.index(WORDS)
SENTENCE = "The harbour council meets in Kobe to agree on the tariffs of the season."

ALL_QUOTES = Filter(listed=Listed.QUOTES, briefing=1)
ALL_EVENTS = Filter(listed=Listed.TIMELINE, briefing=1)
SEARCH = Filter(listed=Listed.SEARCH, briefing=1, words="port")

PAST_LIMITS = "Maximiliana-Josephine " * 12  # a name of 264 characters


def said(key: int = 345, **changes: Any) -> Said:
    """The harbour master's words, standing in their section."""
    fields = {
        "text": WORDS,
        "kind": QuoteKind.SPEECH,
        "speaker": "Ada Quill",
        "role": "harbour master",
        "country": "JP",
        "said_on": date(2022, 1, 21),
        "start": START,
        "end": START + len(WORDS),
    }
    quote = Quote.model_validate(fields | changes)
    return Said(id=key, quote=quote, issue=issue(), entry=HARBOUR_ENTRY)


def detached(key: int = 345, source: str = "Tidewater *Radio*", **changes: Any) -> Said:
    """The same words, which stand nowhere in the issue."""
    return said(key, **{"start": None, "end": None, "source": source, **changes})


def said_in(text: str, words: str, **changes: Any) -> Said:
    """Words in a section of that text."""
    start = text.index(words)
    found = said(text=words, start=start, end=start + len(words), **changes)
    return found.model_copy(update={"entry": HARBOUR_ENTRY.model_copy(update={"text": text})})


def happened(key: int = 7, when: str = "2022-01-21", **changes: Any) -> Happened:
    """The council's meeting."""
    event = Event(when=When.parse(when), sentence=SENTENCE).model_copy(update=changes)
    return Happened(id=key, event=event, issue=issue(), entry=HARBOUR_ENTRY)


def section() -> Section:
    """The section that they stand in."""
    return Section(issue=issue(), entry=HARBOUR_ENTRY)


def quotes(*found: Said, **changes: Any) -> Quotes:
    """A page of quotes."""
    made = Quotes(briefing=POLICY, filter=ALL_QUOTES, older=False, newer=False, quotes=found)
    return made.model_copy(update=changes)


def timeline(*found: Happened, **changes: Any) -> Timeline:
    """A page of events."""
    made = Timeline(briefing=POLICY, filter=ALL_EVENTS, older=False, newer=False, events=found)
    return made.model_copy(update=changes)


def pages_around(place: int, found: int) -> tuple[Page, ...]:
    """Pages of five around one, from the first finding on: the quote 1 is at place 0."""
    places = sorted({0, *range(place % 5, found, 5)})
    return tuple(Page(place=each, first=Reference(kind=Kind.QUOTE, id=each + 1)) for each in places)


def results(*hits: Hit, found: int, **changes: Any) -> Results:
    """A page of findings; its pages begin with the quotes 1, 6, 11 …, unless it lies between."""
    pages = pages_around(changes.get("place", 0), found)
    made = Results(briefing=POLICY, filter=SEARCH, hits=hits, found=found, most=125, pages=pages)
    return made.model_copy(update=changes)
