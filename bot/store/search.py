"""Search: passages of a briefing by the words in them."""

import json
import unicodedata
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
from bot.store.position import item_at, reference_kind
from bot.store.reading_tables import MARK, marked, passages, vocabulary, words

MOST_RANKED = 2_000
"""Of more passages than this that match, the newest are ranked."""

_NOTHING = Query().fts()
_TITLE, _SPEAKER, _BODY, _MARKS = 4.0, 6.0, 1.0, 0.0
_BODY_COLUMN = 2
_AFTER_ALL = "\U0010ffff"
_FOLDED = str.maketrans("ёЁ", "еЕ")


class Search:
    """Rows of the index of words; a `match` is what `Query.fts` writes."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def ranked(self, briefing: int, match: str, limit: int) -> list[Reference]:
        """What matches, best first by bm25; of equally good ones the newest first.

        A word in a speaker's name or role counts as much as six in the text, in a heading as four.
        Only the 2,000 newest that match are ranked: by the day of the quote or event, or the date
        of the issue. How rare a word is, is reckoned from all briefings together.
        """
        if match == _NOTHING:
            return []
        asked = {"match": _matches(briefing, match), "words": _everywhere(match), "limit": limit}
        return _references(await self._connection.scalars(_RANKED, asked))

    async def newest(self, briefing: int, match: str, limit: int) -> list[Reference]:
        """What matches, newest first."""
        if match == _NOTHING:
            return []
        asked = {"match": _matches(briefing, match), "limit": limit}
        return _references(await self._connection.scalars(_NEWEST, asked))

    async def hits(
        self, briefing: int, match: str, references: Sequence[Reference]
    ) -> tuple[Hit, ...]:
        """These of the briefing's published passages, in this order, with their matching words."""
        items = await self._items(briefing, references)
        spans = await self._spans(briefing, match, items)
        return tuple(Hit(item=item, spans=spans.get(place, ())) for place, item in items.items())

    async def items(self, briefing: int, references: Sequence[Reference]) -> list[Item]:
        """The same, without looking for the words."""
        return list((await self._items(briefing, references)).values())

    async def terms(self, beginning: str, limit: int) -> list[str]:
        """Words of the index that begin so, in their order and as the index folds them.

        They are of all briefings: whoever offers one looks first whether it is in the reader's.
        """
        first = _folded(beginning)
        if not first:
            return []
        asked = {"first": first, "end": first + _AFTER_ALL, "limit": limit}
        return list(await self._connection.scalars(_TERMS, asked))

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
        self, briefing: int, match: str, places: Iterable[int]
    ) -> dict[int, tuple[Span, ...]]:
        if match == _NOTHING:
            return {}
        # No text has these marks in it: they are made up on the spot.
        opening, closing = f"\ue000{token_hex(8)}", f"\ue001{token_hex(8)}"
        asked = {"match": _matches(briefing, match), "places": json.dumps(list(places))}
        rows = await self._connection.execute(
            _MARKED, {**asked, "opening": opening, "closing": closing}
        )
        return {place: _between(text, opening, closing, body) for place, text, body in rows}


def _matches(briefing: int, match: str) -> str:
    return f"{marked(briefing)} AND ({_everywhere(match)})"


def _everywhere(match: str) -> str:
    """The expression for all columns but the marks; to name them takes SQLite twice as long."""
    return f"{{title speaker body}} : ({match})" if MARK in match else match


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


def _folded(word: str) -> str:
    """A word as the index has it: small letters without accents, е for ё."""
    apart = unicodedata.normalize("NFD", word.translate(_FOLDED).lower())
    return "".join(char for char in apart if not unicodedata.combining(char))


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
    rank = func.bm25(literal_column("passages_fts"), _TITLE, _SPEAKER, _BODY, _MARKS)
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
_TERMS = (
    select(vocabulary.c.term)
    .distinct()
    .where(vocabulary.c.col != "marks")
    .where(vocabulary.c.term >= bindparam("first"), vocabulary.c.term < bindparam("end"))
    .order_by(vocabulary.c.term)
    .limit(bindparam("limit"))
)
