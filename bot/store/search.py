"""Search: passages of a briefing by the words in them."""

import unicodedata
from collections.abc import Iterable, Sequence
from itertools import groupby
from secrets import token_hex

from sqlalchemy import ColumnElement, func, literal_column, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.item import Item
from bot.domain.listing import Hit, Span
from bot.domain.query import Query
from bot.domain.reference import Kind, Reference
from bot.store.items import item_of, items_at
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
        newest = select(words.c.rowid).where(_matches(briefing, match))
        newest = newest.order_by(words.c.rowid.desc()).limit(MOST_RANKED).cte("newest")
        first = select(func.min(newest.c.rowid)).scalar_subquery()
        # Not by the marks: bm25() counts the rows of every word that it is asked for.
        query = select(words.c.rowid).where(_asks(_everywhere(match)), words.c.rowid >= first)
        query = query.where((words.c.rowid + 0).in_(select(newest.c.rowid)))
        rank = func.bm25(literal_column("passages_fts"), _TITLE, _SPEAKER, _BODY, _MARKS)
        query = query.order_by(rank, words.c.rowid.desc()).limit(limit)
        return _references(await self._connection.scalars(query))

    async def newest(self, briefing: int, match: str, limit: int) -> list[Reference]:
        """What matches, newest first."""
        if match == _NOTHING:
            return []
        query = select(words.c.rowid).where(_matches(briefing, match))
        query = query.order_by(words.c.rowid.desc()).limit(limit)
        return _references(await self._connection.scalars(query))

    async def hits(
        self, briefing: int, match: str, references: Sequence[Reference]
    ) -> tuple[Hit, ...]:
        """These of the briefing's published passages, in this order, with their matching words."""
        places = await self._places(briefing, references)
        items = await self._items(places.values())
        spans = await self._spans(briefing, match, places.values())
        return tuple(
            Hit(item=items[place], spans=spans.get(place, ()))
            for place in map(places.get, references)
            if place is not None and place in items
        )

    async def terms(self, beginning: str, limit: int) -> list[str]:
        """Words of the index that begin so, in their order and as the index folds them.

        They are of all briefings: whoever offers one looks first whether it is in the reader's.
        """
        first = _folded(beginning)
        if not first:
            return []
        query = select(vocabulary.c.term).distinct().where(vocabulary.c.col != "marks")
        query = query.where(vocabulary.c.term >= first, vocabulary.c.term < first + _AFTER_ALL)
        return list(await self._connection.scalars(query.order_by(vocabulary.c.term).limit(limit)))

    async def _places(self, briefing: int, references: Sequence[Reference]) -> dict[Reference, int]:
        query = select(passages.c.kind, passages.c.item_id, passages.c.id).where(
            passages.c.item_id.in_({each.id for each in references}),
            passages.c.kind.in_({each.kind for each in references}),
            # An unindexed expression, so that SQLite does not walk the whole briefing instead.
            passages.c.briefing_id + 0 == briefing,
        )
        rows = await self._connection.execute(query)
        return {Reference(kind=Kind(kind), id=item): place for kind, item, place in rows}

    async def _items(self, places: Iterable[int]) -> dict[int, Item]:
        items: dict[int, Item] = {}
        for kind, group in groupby(sorted(places, key=reference_kind), key=reference_kind):
            found = select(passages.c.id).where(passages.c.id.in_(list(group))).subquery()
            rows = await self._connection.execute(items_at(kind, found))
            items |= {row["place"]: item_of(kind, row) for row in rows.mappings()}
        return items

    async def _spans(
        self, briefing: int, match: str, places: Iterable[int]
    ) -> dict[int, tuple[Span, ...]]:
        if match == _NOTHING:
            return {}
        # No text has these marks in it: they are made up on the spot.
        opening, closing = f"\ue000{token_hex(8)}", f"\ue001{token_hex(8)}"
        text = func.highlight(literal_column("passages_fts"), _BODY_COLUMN, opening, closing)
        query = select(words.c.rowid, text, words.c.body).where(
            _matches(briefing, match), words.c.rowid.in_(list(places))
        )
        rows = await self._connection.execute(query)
        return {place: _between(text, opening, closing, body) for place, text, body in rows}


def _matches(briefing: int, match: str) -> ColumnElement[bool]:
    return _asks(f"{marked(briefing)} AND ({_everywhere(match)})")


def _everywhere(match: str) -> str:
    """The expression for all columns but the marks; to name them takes SQLite twice as long."""
    return f"{{title speaker body}} : ({match})" if MARK in match else match


def _asks(expression: str) -> ColumnElement[bool]:
    return words.c.passages_fts.op("MATCH", is_comparison=True)(expression)


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
