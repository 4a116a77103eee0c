"""A lane: the positions that a filter lets through, read in order straight from an index."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, exists, select

from bot.domain.filter import Filter, Listed
from bot.domain.query import Query, parse_query
from bot.domain.reference import Kind
from bot.store.position import LAST_ID, a_year_before, position
from bot.store.reading_tables import marked, passage_countries, passages, words

Conditions = tuple[ColumnElement[bool], ...]
Edge = int | ColumnElement[int] | None


@dataclass(frozen=True)
class Lane:
    """Where the positions are read from, which column they are, and which of them count.

    They are from `first` to before `end`; `where` says the rest.
    """

    kind: Kind
    key: ColumnElement[int]
    source: FromClause
    where: Conditions
    first: int
    end: int

    @property
    def searched(self) -> bool:
        """Whether it is read from the index of words."""
        return self.key is words.c.rowid

    def ids(self, first: Edge = None, end: Edge = None) -> Select[int]:
        """The positions from `first` to before `end`, as far as they are in the lane.

        An expression for an edge must lie in the lane itself: SQLite reads an index well between
        one lower and one upper bound only.
        """
        lower = self.key >= _tighter(max, self.first, first)
        upper = self.key < _tighter(min, self.end, end)
        return (
            select(self.key.label("id")).select_from(self.source).where(*self.where, lower, upper)
        )

    def nearest(self, first: Edge = None, end: Edge = None, *, newest: bool) -> Select[int]:
        """The same in order: the newest first, or the oldest."""
        order = self.key.desc() if newest else self.key.asc()
        return self.ids(first, end).order_by(order)


def _tighter(choose: Callable[[int, int], int], own: int, given: Edge) -> int | ColumnElement[int]:
    if given is None:
        return own
    return choose(own, given) if isinstance(given, int) else given


def kind_of(listed: Listed) -> Kind:
    """What a list by days holds."""
    return Kind.QUOTE if listed is Listed.QUOTES else Kind.EVENT


def lane_of(wanted: Filter, *, exact: bool) -> Lane | None:
    """The lane of a filter; `exact` says that its speaker is one's whole name.

    None if it asks for words and has none, so that nothing can be found.
    """
    match = _match(wanted, exact=exact)
    if match is None:
        return None
    if wanted.issue is not None or wanted.entries:
        return _of_issue(wanted, match, exact=exact)
    if match:
        return _of_words(wanted, match, exact=exact)
    if exact:
        return _of_speaker(wanted)
    return _of_country(wanted) if wanted.country else _of_briefing(wanted)


def _match(wanted: Filter, *, exact: bool) -> str | None:
    """The MATCH expression of a filter: empty if it needs none, None if it finds nothing."""
    columns = {"speaker": wanted.speaker, "body": wanted.words}
    asked = {name: parse_query(text) for name, text in columns.items() if text is not None}
    if exact:
        _narrow_by_name(asked, alone=wanted.words is None)
    if any(query.empty for query in asked.values()):
        return None
    if not asked:
        return ""
    mark = marked(wanted.briefing, kind_of(wanted.listed), wanted.country)
    parts = [f"{name} : {query.fts()}" for name, query in asked.items()]
    return " AND ".join([mark, *parts])


def _narrow_by_name(asked: dict[str, Query], *, alone: bool) -> None:
    """An exact name has an index of its own; beside words, its words make the search shorter."""
    name = asked.pop("speaker").model_copy(update={"without": ()})
    if not alone and not name.empty:
        asked["speaker"] = name


def _of_issue(wanted: Filter, match: str, *, exact: bool) -> Lane:
    """A few dozen rows, each of which is asked everything else."""
    where: list[ColumnElement[bool]] = [passages.c.kind == kind_of(wanted.listed)]
    # An unindexed expression, so that SQLite does not walk the whole briefing instead.
    where.append(passages.c.briefing_id + 0 == wanted.briefing)
    if wanted.entries:
        where.append(passages.c.entry_id.in_(wanted.entries))
    if wanted.issue is not None:
        own = passages.c.issue_id
        where.append((own + 0 if wanted.entries else own) == wanted.issue)
    if wanted.country:
        where.append(_on(wanted.country))
    if exact:
        where.append(_by(wanted))
    if match:
        found = exists().where(_matches(match), words.c.rowid == passages.c.id)
        where.append(found)
    return _lane(wanted, passages.c.id, passages, *where)


def _of_words(wanted: Filter, match: str, *, exact: bool) -> Lane:
    """The index of words gives its rows in their order, so no more are read than are shown."""
    if not exact and not _long(wanted):
        return _lane(wanted, words.c.rowid, words, _matches(match))
    source = words.join(passages, passages.c.id == words.c.rowid)
    where = (_matches(match), _by(wanted)) if exact else (_matches(match),)
    return _lane(wanted, words.c.rowid, source, *where)


def _of_speaker(wanted: Filter) -> Lane:
    where = [
        passages.c.briefing_id == wanted.briefing,
        passages.c.speaker == wanted.speaker,
        passages.c.kind == kind_of(wanted.listed),  # nobody speaks in a timeline
    ]
    if wanted.country:
        where.append(passages.c.country == wanted.country)
    return _lane(wanted, passages.c.id, passages, *where)


def _of_country(wanted: Filter) -> Lane:
    listed = passage_countries
    where = (
        listed.c.briefing_id == wanted.briefing,
        listed.c.kind == kind_of(wanted.listed),
        listed.c.country == wanted.country,
    )
    key = listed.c.passage_id
    source = listed.join(passages, passages.c.id == key) if _long(wanted) else listed
    return _lane(wanted, key, source, *where)


def _of_briefing(wanted: Filter) -> Lane:
    where = (
        passages.c.briefing_id == wanted.briefing,
        passages.c.kind == kind_of(wanted.listed),
    )
    return _lane(wanted, passages.c.id, passages, *where)


def _lane(
    wanted: Filter, key: ColumnElement[Any], source: FromClause, *where: ColumnElement[bool]
) -> Lane:
    """By `since`, an event is left out that began more than 366 days before it.

    Without that edge a page would walk the index to the beginning of time.
    """
    kind = kind_of(wanted.listed)
    first, end = position("0000", kind), position("9999-12-31", kind, LAST_ID) + 1
    if wanted.since:
        long = kind is Kind.EVENT
        first = position(a_year_before(wanted.since) if long else wanted.since.isoformat(), kind)
    if wanted.until:
        end = position(wanted.until.isoformat(), kind, LAST_ID) + 1
    lasting = (
        (passages.c.last >= wanted.since.isoformat(),) if wanted.since and _long(wanted) else ()
    )
    return Lane(kind, key, source, (*where, *lasting), first, end)


def _long(wanted: Filter) -> bool:
    """Whether it matters how long an item lasts, which is in its row only."""
    return wanted.since is not None and kind_of(wanted.listed) is Kind.EVENT


def _matches(match: str) -> ColumnElement[bool]:
    return words.c.passages_fts.op("MATCH", is_comparison=True)(match)


def _by(wanted: Filter) -> ColumnElement[bool]:
    # Not by the index of speakers: it would be read whole, and then sorted.
    return passages.c.speaker.op("||")("") == wanted.speaker


def _on(country: str) -> ColumnElement[bool]:
    return exists().where(
        passage_countries.c.passage_id == passages.c.id, passage_countries.c.country == country
    )
