"""A track: how the positions of all filters of one shape are read, straight from an index.

Its statements are built once and asked with values: to build one takes longer than to answer it.
"""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Integer,
    Select,
    Text,
    bindparam,
    exists,
    func,
    select,
)

from bot.domain.reference import Kind
from bot.store.items import items_at
from bot.store.position import MONTH
from bot.store.reading_tables import passage_countries, passages, words

_SHAPES = 200  # more than there are


class Shape(NamedTuple):
    """What a filter narrows by, whatever the values are.

    `exact` says that a speaker's whole name is given, `searched` that words are looked for,
    `lasting` that it matters how long an item lasts, which is in its row only.
    """

    kind: Kind
    country: bool = False
    exact: bool = False
    searched: bool = False
    lasting: bool = False
    issue: bool = False
    entries: bool = False


@dataclass(frozen=True)
class Track:
    """Where the positions are read from, which column they are, and which of them count.

    Every statement asks for those from `first` to before `end`, at most `limit`.
    """

    kind: Kind
    key: ColumnElement[int]
    source: FromClause
    where: tuple[ColumnElement[bool], ...]

    @property
    def from_words(self) -> bool:
        """Whether it is read from the index of words."""
        return self.key is words.c.rowid

    @cached_property
    def newest(self) -> Select[int]:
        """The newest positions, newest first."""
        return self._between(_FIRST, _END).order_by(self.key.desc()).limit(_LIMIT)

    @cached_property
    def oldest(self) -> Select[int]:
        """The oldest positions, oldest first."""
        return self._between(_FIRST, _END).order_by(self.key.asc()).limit(_LIMIT)

    @cached_property
    def newest_items(self) -> Select[Any]:
        """The rows of the items at the newest positions, in no order."""
        return items_at(self.kind, self.newest.subquery())

    @cached_property
    def oldest_items(self) -> Select[Any]:
        """The same at the oldest."""
        return items_at(self.kind, self.oldest.subquery())

    @cached_property
    def back(self) -> Select[int]:
        """The newest position in each month, newest first."""
        seen = select(self._one(_FIRST, _END, newest=True)).cte("seen", recursive=True)
        before = self._one(_FIRST, seen.c.id - seen.c.id % MONTH, newest=True)
        return _leap(seen, before)

    @cached_property
    def on(self) -> Select[int]:
        """The oldest position in each month, oldest first."""
        seen = select(self._one(_FIRST, _END, newest=False)).cte("seen", recursive=True)
        after = self._one(seen.c.id - seen.c.id % MONTH + MONTH, _END, newest=False)
        return _leap(seen, after)

    def _one(
        self, first: ColumnElement[int], end: ColumnElement[int], *, newest: bool
    ) -> ColumnElement[int]:
        order = self.key.desc() if newest else self.key.asc()
        # SQLite reads an index well between one lower and one upper bound only.
        return self._between(first, end).order_by(order).limit(1).scalar_subquery().label("id")

    def _between(self, first: ColumnElement[int], end: ColumnElement[int]) -> Select[int]:
        edges = (self.key >= first, self.key < end)
        return select(self.key.label("id")).select_from(self.source).where(*self.where, *edges)


def _leap(seen: Any, following: Any) -> Select[int]:
    more = select(following.element.correlate(seen)).where(seen.c.id.is_not(None))
    seen = seen.union_all(more)
    return select(seen.c.id).where(seen.c.id.is_not(None)).limit(_LIMIT)


@lru_cache(_SHAPES)
def track_of(shape: Shape) -> Track:
    """The one that reads the fewest rows."""
    if shape.issue or shape.entries:
        return _of_issue(shape)
    if shape.searched:
        return _of_words(shape)
    if shape.exact:
        return _of_speaker(shape)
    return _of_country(shape) if shape.country else _of_briefing(shape)


def _of_issue(shape: Shape) -> Track:
    """A few dozen rows, each of which is asked everything else."""
    # An unindexed expression, so that SQLite does not walk the whole briefing instead.
    where = [passages.c.kind == shape.kind.value, passages.c.briefing_id + 0 == _BRIEFING]
    if shape.entries:
        listed = func.json_each(bindparam("entries")).table_valued("value")
        where.append(passages.c.entry_id.in_(select(listed.c.value)))
    if shape.issue:
        own = passages.c.issue_id
        where.append((own + 0 if shape.entries else own) == bindparam("issue"))
    if shape.country:
        on = passage_countries.c
        where.append(exists().where(on.passage_id == passages.c.id, on.country == _COUNTRY))
    if shape.exact:
        where.append(_BY)
    if shape.searched:
        where.append(exists().where(_MATCHES, words.c.rowid == passages.c.id))
    return _track(shape, passages.c.id, passages, *where)


def _of_words(shape: Shape) -> Track:
    """The index of words gives its rows in their order, so no more are read than are shown."""
    if not shape.exact and not shape.lasting:
        return _track(shape, words.c.rowid, words, _MATCHES)
    source = words.join(passages, passages.c.id == words.c.rowid)
    return _track(shape, words.c.rowid, source, _MATCHES, *([_BY] if shape.exact else []))


def _of_speaker(shape: Shape) -> Track:
    where = [
        passages.c.briefing_id == _BRIEFING,
        passages.c.speaker == _SPEAKER,
        passages.c.kind == shape.kind.value,  # nobody speaks in a timeline
    ]
    if shape.country:
        where.append(passages.c.country == _COUNTRY)
    return _track(shape, passages.c.id, passages, *where)


def _of_country(shape: Shape) -> Track:
    listed = passage_countries
    where = (
        listed.c.briefing_id == _BRIEFING,
        listed.c.kind == shape.kind.value,
        listed.c.country == _COUNTRY,
    )
    key = listed.c.passage_id
    source = listed.join(passages, passages.c.id == key) if shape.lasting else listed
    return _track(shape, key, source, *where)


def _of_briefing(shape: Shape) -> Track:
    where = (passages.c.briefing_id == _BRIEFING, passages.c.kind == shape.kind.value)
    return _track(shape, passages.c.id, passages, *where)


def _track(
    shape: Shape, key: ColumnElement[Any], source: FromClause, *where: ColumnElement[bool]
) -> Track:
    lasting = (passages.c.last >= bindparam("since"),) if shape.lasting else ()
    return Track(shape.kind, key, source, (*where, *lasting))


_BRIEFING = bindparam("briefing", type_=Integer)
_COUNTRY, _SPEAKER = (bindparam(name, type_=Text) for name in ("country", "speaker"))
_FIRST, _END, _LIMIT = (bindparam(name, type_=Integer) for name in ("first", "end", "limit"))
_MATCHES = words.c.passages_fts.op("MATCH", is_comparison=True)(bindparam("match"))
# Not by the index of speakers: it would be read whole, and then sorted.
_BY = passages.c.speaker.op("||")("") == _SPEAKER
