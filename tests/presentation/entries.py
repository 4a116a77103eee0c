"""Strategies: any section, issue and reading whatever."""

from datetime import UTC, datetime

from hypothesis import strategies as st

from bot.domain.answer import Reading
from bot.domain.briefing import Briefing
from bot.domain.entry import Entry
from bot.domain.issue import Issue, State
from tests.presentation.examples import numbered
from tests.presentation.texts import long_texts, short_texts

names = st.text(min_size=1, max_size=200) | short_texts
codes = st.sampled_from(("RU", "CN", "IN", "JP", "US", "EU", "UN", "XX"))
moments = st.datetimes(
    min_value=datetime(1971, 1, 1),  # noqa: DTZ001 - hypothesis adds the time zone
    max_value=datetime(9000, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)
keys = st.integers(1, 10**12 - 1)

entries = st.builds(
    Entry,
    heading=st.none() | names,
    countries=st.lists(codes, max_size=4, unique=True).map(tuple),
    text=long_texts,
    live_at=st.none() | moments,
)
briefings = st.builds(
    Briefing,
    id=keys,
    newsroom=keys,
    newsroom_name=names,
    name=names,
    public=st.booleans(),
    colour=st.none() | st.integers(0, 0xFFFFFF),
)
issues = st.builds(
    Issue,
    id=keys,
    briefing=briefings,
    number=st.none() | st.integers(0, 10**9 - 1),
    date=st.none() | st.dates(),
    title=st.none() | names,
    state=st.just(State.PUBLISHED),
    revision=st.integers(0, 99),
    published_at=st.none() | moments,
    corrected_at=st.none() | moments,
)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """A few different entries, repeated up to sixty."""
    some = draw(st.lists(entries, max_size=5))
    times = draw(st.sampled_from((1, 1, 6, 12)))
    return Reading(
        issue=draw(issues),
        entries=numbered(some * times),
        newest=draw(issues),
        country=draw(st.none() | codes),
        choices=tuple(draw(st.lists(briefings, max_size=4)) * draw(st.sampled_from((1, 10)))),
    )
