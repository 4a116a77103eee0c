"""Passages: quotes and events of a briefing in the order of their days, page by page."""

from dataclasses import dataclass

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.cursor import Cursor, Way
from bot.domain.filter import Filter
from bot.domain.item import Happened, Item, Said
from bot.domain.reference import Kind, Reference
from bot.store.items import item_of, item_with_id
from bot.store.lane import Lane, lane_of
from bot.store.months import months_around
from bot.store.number import askable
from bot.store.position import position
from bot.store.reading_tables import coverage, speakers
from bot.store.text import storable

_MOST_SEARCHED = 12


@dataclass(frozen=True)
class Stretch:
    """A page of a list, newest first, and whether there is more beyond its two ends."""

    items: tuple[Said | Happened, ...] = ()
    older: bool = False
    newer: bool = False


class Passages:
    """Rows of `passages` and of what they stand for."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def page(self, wanted: Filter, cursor: Cursor | None, limit: int) -> Stretch:
        """The `limit` items next to the cursor, or without one the newest.

        By `since`, what ended before it is left out, and what began more than 366 days before it.
        """
        lane = await self._lane(wanted)
        if lane is None:
            return Stretch()
        place = cursor and position(cursor.day, lane.track.kind, cursor.id)
        newer = cursor is not None and cursor.way is Way.NEWER
        found = await self._items(lane, place, limit + 1, newer=newer)
        kept = found[-limit:] if newer else found[:limit]
        beyond = len(found) > limit
        behind = place is not None and await self._behind(lane, place, newer=newer)
        older, more = (behind, beyond) if newer else (beyond, behind)
        return Stretch(tuple(kept), older=older, newer=more)

    async def months(self, wanted: Filter, around: str, most: int = 25) -> tuple[str, ...]:
        """The months with items in them, newest first: "2022-01", or "2022" for a year alone.

        Of more than `most`, the newest, the oldest and those nearest to `around`. Where words are
        looked for, of more than 12: each of these is a search.
        """
        lane = await self._lane(wanted)
        if lane is None:
            return ()
        if lane.track.from_words:
            most = min(most, _MOST_SEARCHED)
        return await months_around(self._connection, lane, around, most)

    async def item(self, reference: Reference) -> Item | None:
        """A section, quote or event beside its issue, in whatever state that is."""
        if reference.kind is Kind.ISSUE:
            return None
        asked = {"id": askable(reference.id)}
        rows = await self._connection.execute(item_with_id(reference.kind), asked)
        row = rows.mappings().first()
        return item_of(reference.kind, row) if row else None

    async def countries(self, briefing: int, kind: Kind) -> dict[str, int]:
        """The countries that published sections, quotes or events are on, most first."""
        asked = {"briefing": briefing, "kind": kind.value}
        rows = await self._connection.execute(_COVERED, asked)
        return {row.country: row.passages for row in rows}

    async def _lane(self, wanted: Filter) -> Lane | None:
        if wanted.speaker is None:
            return lane_of(wanted, exact=False)
        wanted = wanted.model_copy(update={"speaker": storable(wanted.speaker)})
        asked = {"briefing": wanted.briefing, "speaker": wanted.speaker}
        return lane_of(wanted, exact=bool(await self._connection.scalar(_KNOWN, asked)))

    async def _items(
        self, lane: Lane, place: int | None, limit: int, *, newer: bool
    ) -> list[Said | Happened]:
        """So many items on one side of a place, those next to it, newest first."""
        first, end = (place + 1, None) if newer and place is not None else (None, place)
        query = lane.track.oldest_items if newer else lane.track.newest_items
        rows = await self._connection.execute(query, lane.between(first, end, limit=limit))
        ordered = sorted(rows.mappings(), key=lambda row: row["place"], reverse=True)
        items = (item_of(lane.track.kind, row) for row in ordered)
        return [item for item in items if isinstance(item, Said | Happened)]

    async def _behind(self, lane: Lane, place: int, *, newer: bool) -> bool:
        """Whether there is anything on the other side of a place, or in it."""
        first, end = (None, place + 1) if newer else (place, None)
        query = lane.track.newest if newer else lane.track.oldest
        rows = await self._connection.execute(query, lane.between(first, end, limit=1))
        return rows.first() is not None


# Built once: to build a statement takes longer than to answer it.
_COVERED = (
    select(coverage.c.country, coverage.c.passages)
    .where(coverage.c.briefing_id == bindparam("briefing"), coverage.c.kind == bindparam("kind"))
    .order_by(coverage.c.passages.desc(), coverage.c.country)
)
_KNOWN = select(speakers.c.id).where(
    speakers.c.briefing_id == bindparam("briefing"), speakers.c.name == bindparam("speaker")
)
