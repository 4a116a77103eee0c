"""Strategies: any filter, page of a list and result of a search whatever."""

from hypothesis import strategies as st

from bot.domain.cursor import Cursor, Way
from bot.domain.filter import MOST_TYPED, Filter, Listed
from tests.presentation.entries import codes, keys
from tests.presentation.texts import short_texts

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
references = st.builds("{}{}".format, st.sampled_from("isqe"), st.integers(1, 10**12 - 1))
cursors = (
    st.none() | st.builds(Cursor, way=st.sampled_from(Way), day=days, id=keys).map(str) | references
)
