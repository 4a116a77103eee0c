"""Search: passages of a briefing by the words in them."""

import json
from collections.abc import Iterable, Sequence
from itertools import groupby
from secrets import token_hex
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    TableValuedAlias,
    Text,
    and_,
    bindparam,
    func,
    literal_column,
    select,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.item import Item
from bot.domain.listing import Hit, Span
from bot.domain.query import Query
from bot.domain.reference import Kind, Reference
from bot.store.items import item_of, items_listed
from bot.store.match import match_in, match_of
from bot.store.position import item_at, reference_kind
from bot.store.reading_tables import passages, words

MOST_RANKED = 2_000
"""Of more passages than this that match, the newest are ranked."""

_WEIGHTS = {"title": 4.0, "speaker": 6.0, "role": 3.0, "body": 1.0, "marks": 0.0}
_BODY_COLUMN = list(_WEIGHTS).index("body")


class Search:
    """Rows of the index of words."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def ranked(
        self, briefing: int, query: Query, limit: int, near: int | None = None
    ) -> list[Reference]:
        """What has all of it, best first by bm25; of equally good ones the newest first.

        `near` lets at most so many other words stand between those of a phrase, in any order. A
        word in a speaker's name counts as much as six in the text, in a heading as four, in a role
        as three. Only the 2,000 newest that match are ranked: by the day of the quote or event, or
        the date of the issue. How rare a word is, is reckoned from all briefings together.
        """
        if query.empty:
            return []
        match = match_in(briefing, query, near)
        asked = {"match": match, "words": match_of(query, near), "limit": limit}
        return _references(await self._connection.scalars(_RANKED, asked))

    async def newest(self, briefing: int, query: Query, limit: int) -> list[Reference]:
        """What has all of it, newest first."""
        if query.empty:
            return []
        asked = {"match": match_in(briefing, query), "limit": limit}
        return _references(await self._connection.scalars(_NEWEST, asked))

    async def hits(
        self, briefing: int, query: Query, references: Sequence[Reference]
    ) -> tuple[Hit, ...]:
        """These of the briefing's published passages, in this order, with their matching words."""
        items = await self._items(briefing, references)
        spans = await self._spans(briefing, query, items)
        return tuple(Hit(item=item, spans=spans.get(place, ())) for place, item in items.items())

    async def items(self, briefing: int, references: Sequence[Reference]) -> list[Item]:
        """The same, without looking for the words."""
        return list((await self._items(briefing, references)).values())

    async def _items(self, briefing: int, references: Sequence[Reference]) -> dict[int, Item]:
        """By their places, in the order of their references."""
        wanted = json.dumps([(each.kind, each.id) for each in references])
        rows = await self._connection.execute(_PLACES, {"briefing": briefing, "wanted": wanted})
        places = {Reference(kind=Kind(kind), id=item): place for kind, item, place in rows}
        found: dict[int, Item] = {}
        for kind, group in groupby(sorted(places.values(), key=reference_kind), key=reference_kind):
            asked = {"places": json.dumps(list(group))}
            items = await self._connection.execute(items_listed(kind), asked)
            found |= {row["place"]: item_of(kind, row) for row in items.mappings()}
        ordered = (places[each] for each in references if each in places)
        return {place: found[place] for place in ordered if place in found}

    async def _spans(
        self, briefing: int, query: Query, places: Iterable[int]
    ) -> dict[int, tuple[Span, ...]]:
        if query.empty:
            return {}
        # No text has these marks in it: they are made up on the spot.
        opening, closing = f"\ue000{token_hex(8)}", f"\ue001{token_hex(8)}"
        asked = {"match": match_in(briefing, query), "places": json.dumps(list(places))}
        rows = await self._connection.execute(
            _MARKED, {**asked, "opening": opening, "closing": closing}
        )
        return {place: _between(text, opening, closing, body) for place, text, body in rows}


def _asks(name: str) -> ColumnElement[bool]:
    return words.c.passages_fts.op("MATCH", is_comparison=True)(bindparam(name))


def _listed(name: str) -> TableValuedAlias:
    return func.json_each(bindparam(name)).table_valued("value")


def _references(places: Iterable[int]) -> list[Reference]:
    return [Reference(kind=reference_kind(place), id=item_at(place)) for place in places]


def _between(text: str, opening: str, closing: str, body: str) -> tuple[Span, ...]:
    """Where the marked parts stand in the text without its marks."""
    spans: list[Span] = []
    before, *parts = text.split(opening)
    place = len(before)
    for part in parts:
        marked, _, after = part.partition(closing)
        spans.append((place, place + len(marked)))
        place += len(marked) + len(after)
    # SQLite's highlight() loses its way at a NUL, which a text may have in it.
    known = len(body.partition("\0")[0])
    return tuple(span for span in spans if span[1] <= known)


# Built once: to build a statement takes longer than to answer most of them.
_NEWEST = (
    select(words.c.rowid)
    .where(_asks("match"))
    .order_by(words.c.rowid.desc())
    .limit(bindparam("limit"))
)


def _ranked() -> Select[int]:
    newest = _NEWEST.limit(MOST_RANKED).cte("newest")
    first = select(func.min(newest.c.rowid)).scalar_subquery()
    # Not by the marks: bm25() counts the rows of every word that it is asked for.
    query = select(words.c.rowid).where(_asks("words"), words.c.rowid >= first)
    query = query.where((words.c.rowid + 0).in_(select(newest.c.rowid)))
    rank = func.bm25(literal_column("passages_fts"), *_WEIGHTS.values())
    return query.order_by(rank, words.c.rowid.desc()).limit(bindparam("limit"))


def _places() -> Select[*tuple[Any, ...]]:
    wanted = _listed("wanted")
    kind, item = (func.json_extract(wanted.c.value, f"$[{place}]") for place in range(2))
    same = (passages.c.item_id == item, passages.c.kind == kind)
    query = select(passages.c.kind, passages.c.item_id, passages.c.id)
    # An unindexed expression, so that SQLite does not walk the whole briefing instead.
    own = passages.c.briefing_id + 0 == bindparam("briefing")
    return query.select_from(wanted.join(passages, and_(*same))).where(own)


def _marked() -> Select[*tuple[Any, ...]]:
    opening, closing = bindparam("opening", type_=Text), bindparam("closing", type_=Text)
    text = func.highlight(literal_column("passages_fts"), _BODY_COLUMN, opening, closing)
    here = words.c.rowid.in_(select(_listed("places").c.value))
    return select(words.c.rowid, text, words.c.body).where(_asks("match"), here)


_RANKED, _PLACES, _MARKED = _ranked(), _places(), _marked()
