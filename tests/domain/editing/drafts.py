"""Drafts to be edited: made by hand, or any at all."""

from datetime import date

from hypothesis import strategies as st

from bot.domain.doubt import Confidence
from bot.domain.entry import Entry
from bot.domain.event import Event
from bot.domain.issue import Contents
from bot.domain.quote import Quote, QuoteKind
from bot.domain.when import When

DAY = date(2022, 1, 28)
TEXT = "Pilots rested. “We sail at dawn,” Ada Quill said on Friday. Nobody objected."
WORDS = "We sail at dawn,"


def quote(
    words: str = WORDS, text: str = TEXT, speaker: str | None = "Ada Quill", **more: object
) -> Quote:
    """A quote where its words first stand in the text."""
    start = text.index(words)
    end = start + len(words)
    made = {"text": words, "kind": QuoteKind.PHRASE, "speaker": speaker, "start": start, "end": end}
    return Quote.model_validate(made | more)


def detached(words: str = "We shall see.", speaker: str | None = "Ada Quill") -> Quote:
    return Quote(text=words, kind=QuoteKind.SPEECH, speaker=speaker, source="Harbour Radio")


def event(
    sentence: str = "Pilots rested.", text: str = TEXT, day: date = DAY, **more: object
) -> Event:
    start = text.index(sentence)
    made = {"when": When.parse(day.isoformat()), "sentence": sentence}
    return Event.model_validate(made | {"start": start, "end": start + len(sentence)} | more)


def section(
    heading: str | None = "Japan", text: str = TEXT, quotes: tuple[Quote, ...] | None = None
) -> Entry:
    """By default with a quote and an event."""
    quotes = (quote(),) if quotes is None and text == TEXT else quotes or ()
    events = (event(),) if text == TEXT else ()
    countries = ("JP",) if heading else ()
    return Entry(heading=heading, countries=countries, text=text, quotes=quotes, events=events)


def draft(*entries: Entry, **more: object) -> Contents:
    """An overview and one section, unless others are given."""
    parts = entries or (section(None, "Calm seas."), section())
    made = {"number": 7, "date": DAY, "title": "Calm", "entries": parts}
    return Contents.model_validate(made | more)


def whole(contents: Contents) -> Contents:
    """Checks what a copy does not: that every quote stands in its text, or has a source."""
    return Contents.model_validate(contents.model_dump())


_letters = st.text("ab .“”\n", max_size=24)


@st.composite
def _entries(draw: st.DrawFn, heading: str | None) -> Entry:
    text = draw(_letters)
    quotes, events = list[Quote](), list[Event]()
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, len(text)))
        confidence = draw(st.sampled_from(Confidence))
        if text[start:end].strip():
            words = text[start:end]
            said = {"text": words, "kind": QuoteKind.PHRASE, "start": start, "end": end}
            quotes.append(Quote.model_validate(said | {"confidence": confidence}))
            if draw(st.booleans()):
                happened = {
                    "when": When.parse("2022"),
                    "sentence": words,
                    "start": start,
                    "end": end,
                }
                events.append(Event.model_validate(happened))
    if draw(st.booleans()):
        quotes.append(detached(draw(st.sampled_from(["a", "b b"]))))
    return Entry(heading=heading, text=text, quotes=tuple(quotes), events=tuple(events))


drafts = st.builds(
    lambda overview, sections: draft(*((overview,) if overview else ()), *sections),
    st.none() | _entries(None),
    st.lists(_entries("A") | _entries("B"), min_size=1, max_size=3),
)
"""Any draft, of few letters, so that words stand in many places."""
