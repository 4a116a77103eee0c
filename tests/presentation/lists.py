"""Strategies: any filter, any item, any page of a list whatever."""

from collections.abc import Sequence

from hypothesis import strategies as st

from bot.domain.cursor import Cursor, Way
from bot.domain.doubt import Confidence
from bot.domain.entry import Entry
from bot.domain.event import Event
from bot.domain.filter import MOST_TYPED, Filter, Listed
from bot.domain.item import Happened, Item, Said, Section
from bot.domain.listing import Hit, NothingListed, Quotes, Results, Speaker, Timeline
from bot.domain.quote import Quote, QuoteKind
from bot.domain.when import Precision, When
from tests.presentation.entries import briefings, codes, entries, issues, keys, names
from tests.presentation.items import pages_around
from tests.presentation.texts import long_texts, short_texts

typed = st.none() | (st.text() | short_texts).map(lambda text: text[:MOST_TYPED])
filters = st.builds(
    Filter,
    listed=st.sampled_from(Listed),
    briefing=keys,
    country=st.none() | codes,
    speaker=typed,
    words=typed,
    since=st.none() | st.dates(),
    until=st.none() | st.dates(),
    issue=st.none() | keys,
    entries=st.lists(keys, max_size=25).map(tuple),
)
days = (
    st.dates()
    .map(str)
    .flatmap(lambda day: st.sampled_from((day, day[:7], day[:4], f"{day[:7]}-99")))
)
months = st.dates().map(str).flatmap(lambda day: st.sampled_from((day[:7], day[:4])))
references = st.builds("{}{}".format, st.sampled_from("isqe"), st.integers(1, 10**12 - 1))
cursors = (
    st.none() | st.builds(Cursor, way=st.sampled_from(Way), day=days, id=keys).map(str) | references
)

some_codes = st.lists(codes, max_size=40).map(tuple)
standing = entries.flatmap(lambda entry: keys.map(lambda key: entry.model_copy(update={"id": key})))


@st.composite
def whens(draw: st.DrawFn) -> When:
    """Any date of any precision, from year 1 to year 9999."""
    first, last = sorted((draw(st.dates()), draw(st.dates())))
    text = str(first)[: draw(st.sampled_from((4, 7, 10)))]
    interval = When(start=first, end=last, precision=Precision.INTERVAL)
    return draw(st.sampled_from((When.parse(text), interval)))


@st.composite
def sayings(draw: st.DrawFn) -> Said:
    """Any words at any place of any section, or detached."""
    entry: Entry = draw(standing)
    start, end = sorted(draw(st.tuples(*[st.integers(0, len(entry.text))] * 2)))
    placed = draw(st.booleans())
    quote = Quote(
        text=entry.text[start:end] if placed else draw(long_texts),
        kind=draw(st.sampled_from(QuoteKind)),
        speaker=draw(st.none() | names),
        role=draw(st.none() | names),
        country=draw(st.none() | codes),
        said_on=draw(st.none() | st.dates()),
        start=start if placed else None,
        end=end if placed else None,
        source=None if placed else draw(names) or "a letter",
        confidence=draw(st.sampled_from(Confidence)),
    )
    return Said(id=draw(st.integers(1, 10**12 - 1)), quote=quote, issue=draw(issues), entry=entry)


events = st.builds(
    Event,
    when=whens(),
    sentence=long_texts,
    countries=some_codes,
    expected=st.booleans(),
    start=st.none() | st.integers(0, 3000),
)
happenings = st.builds(
    Happened, id=st.integers(1, 10**12 - 1), event=events, issue=issues, entry=standing
)
sections = st.builds(Section, issue=issues, entry=standing.filter(lambda entry: entry.id > 0))
items = sayings() | happenings | sections


def _each_once(found: Sequence[Item]) -> tuple[Item, ...]:
    return tuple({str(item.reference): item for item in found}.values())


ends = {
    "briefing": briefings,
    "choices": st.builds(
        lambda some, times: tuple(some * times),
        st.lists(briefings, max_size=3),
        st.sampled_from((1, 10)),
    ),
    "filter": filters,
    "older": st.booleans(),
    "newer": st.booleans(),
    "months": st.lists(months, max_size=4).map(tuple),
}
listings = st.builds(
    Quotes, quotes=st.lists(sayings(), min_size=1, max_size=5).map(_each_once), **ends
) | st.builds(Timeline, events=st.lists(happenings, min_size=1, max_size=5).map(_each_once), **ends)


@st.composite
def findings(draw: st.DrawFn) -> Results:
    """Any page of any number of findings, with any marks."""
    found = draw(st.integers(1, 125))
    found_items = draw(st.lists(items, min_size=1, max_size=5).map(_each_once))
    marks = st.tuples(st.integers(0, 400), st.integers(1, 30)).map(lambda at: (at[0], sum(at)))
    spans = st.lists(marks, max_size=8).map(tuple)
    place = draw(st.integers(0, found - 1))
    return Results(
        briefing=draw(briefings),
        choices=draw(ends["choices"]),
        filter=draw(filters),
        hits=tuple(Hit(item=item, spans=draw(spans)) for item in found_items),
        found=found,
        most=125,
        place=place,
        pages=pages_around(place, found),
        verbatim=draw(st.booleans()),
    )


speakers = st.builds(Speaker, name=names, role=st.none() | names, quotes=st.integers(1, 9999))
nothings = st.builds(
    NothingListed,
    briefing=briefings,
    choices=ends["choices"],
    filter=filters,
    near=st.lists(names, max_size=4).map(tuple),
    near_words=st.lists(names, max_size=4).map(tuple),
    speakers=st.lists(speakers, max_size=5).map(tuple),
    countries=some_codes,
)
