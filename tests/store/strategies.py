"""Any contents whatever, as hypothesis makes them up."""

from datetime import timedelta, timezone

from hypothesis import strategies as st

from bot.domain.doubt import Confidence
from bot.domain.entry import Entry
from bot.domain.event import Event
from bot.domain.issue import Contents
from bot.domain.quote import Quote, QuoteKind
from bot.domain.when import When

# Half of a surrogate pair is no text: UTF-8 cannot hold it.
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
NAMES = st.none() | TEXTS
CODES = st.lists(st.sampled_from(["FI", "JP", "EU", "UN", "XK"]), unique=True).map(tuple)
DAYS = st.dates()
NOTES = st.lists(TEXTS, max_size=2).map(tuple)
# In a zone with summer time, a moment that the clock repeats equals no moment of another zone.
ZONES = st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(timezones=ZONES).filter(lambda m: 1900 < m.year < 2999)


@st.composite
def whens(draw: st.DrawFn) -> When:
    first, last = sorted((draw(DAYS), draw(DAYS)))
    day = first.isoformat()
    return When.parse(draw(st.sampled_from([day, day[:7], day[:4], f"{day}/{last}"])))


@st.composite
def quotes(draw: st.DrawFn, text: str) -> Quote:
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, len(text)))
    detached = draw(st.booleans())
    return Quote(
        text=draw(TEXTS) if detached else text[start:end],
        source=draw(TEXTS.filter(bool)) if detached else None,
        start=None if detached else start,
        end=None if detached else end,
        kind=draw(st.sampled_from(QuoteKind)),
        speaker=draw(NAMES),
        role=draw(NAMES),
        country=draw(st.none() | st.sampled_from(["FI", "UN"])),
        said_on=draw(st.none() | DAYS),
        confidence=draw(st.sampled_from(Confidence)),
        notes=draw(NOTES),
    )


EVENTS = st.builds(
    Event,
    when=whens(),
    sentence=TEXTS,
    countries=CODES,
    expected=st.booleans(),
    start=st.none() | st.integers(0, 9),
    end=st.none() | st.integers(0, 9),
    confidence=st.sampled_from(Confidence),
    notes=NOTES,
)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    text = draw(TEXTS)
    return Entry(
        heading=draw(NAMES),
        countries=draw(CODES),
        text=text,
        live_at=draw(st.none() | MOMENTS),
        quotes=tuple(draw(st.lists(quotes(text), max_size=3))),
        events=tuple(draw(st.lists(EVENTS, max_size=3))),
    )


CONTENTS = st.builds(
    Contents,
    number=st.none() | st.integers(0, 999_999_999),
    date=st.none() | DAYS,
    title=NAMES,
    entries=st.lists(entries(), max_size=4).map(tuple),
    notes=NOTES,
    source=TEXTS,
)
