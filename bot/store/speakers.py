"""Speakers: who is quoted in the published issues of a briefing."""

from typing import Any

from sqlalchemy import ColumnElement, Select, Subquery, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.listing import Speaker
from bot.store.match import beginning
from bot.store.reading_tables import names, passages, speakers
from bot.store.tables import quotes
from bot.store.text import storable

_LOOKED_AT = 20  # so many of a speaker's newest quotes may say the role


class Speakers:
    """Rows of `speakers`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def most_quoted(self, briefing: int, limit: int) -> tuple[Speaker, ...]:
        """Those with the most quotes, most first."""
        return await self._many(_MOST_QUOTED, briefing, limit)

    async def matching(self, briefing: int, typed: str, limit: int) -> tuple[Speaker, ...]:
        """Those with every typed word at the beginning of a word of the name, most quoted first.

        Then, up to the limit, those with the text anywhere in the name. Accents and case do not
        matter in the first way, the case of ASCII in the second.
        """
        match = beginning(typed)
        begun = await self._many(_BEGINNING, briefing, limit, match=match) if match else ()
        if len(begun) >= limit:
            return begun
        having = await self._many(_HAVING, briefing, limit, part=storable(typed.strip()))
        return tuple(dict.fromkeys((*begun, *having)))[:limit]

    async def names(self, briefing: int) -> list[str]:
        """Every name, in its own spelling."""
        return list(await self._connection.scalars(_NAMES, {"briefing": briefing}))

    async def _many(
        self, query: Select[*tuple[Any, ...]], briefing: int, limit: int, **asked: str
    ) -> tuple[Speaker, ...]:
        values = {"briefing": briefing, "limit": limit, **asked}
        rows = await self._connection.execute(query, values)
        return tuple(Speaker(name=row.name, quotes=row.quotes, role=row.role) for row in rows)


def _quoted(*where: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    """The most quoted of a briefing's speakers, each with a role."""
    order = (speakers.c.quotes.desc(), speakers.c.name)
    chosen = select(speakers).where(_OWN, *where)
    # First chosen, then asked for the role: of thousands who match, few are shown.
    few = chosen.order_by(*order).limit(bindparam("limit")).subquery()
    query = select(few.c.name, few.c.quotes, _role(few).label("role"))
    return query.order_by(few.c.quotes.desc(), few.c.name)


def _role(few: Subquery) -> ColumnElement[Any]:
    """The role in the newest of a speaker's last quotes that says one."""
    mine = (passages.c.briefing_id == few.c.briefing_id, passages.c.speaker == few.c.name)
    last = (
        select(passages.c.id, quotes.c.role)
        .select_from(passages.join(quotes, quotes.c.id == passages.c.item_id))
        .where(*mine)
        .order_by(passages.c.id.desc())
        .limit(_LOOKED_AT)
        .correlate(few)
        .subquery()
    )
    said = select(last.c.role).where(last.c.role != "").order_by(last.c.id.desc()).limit(1)
    return said.scalar_subquery()


# Built once: to build a statement takes longer than to answer it.
_OWN = speakers.c.briefing_id == bindparam("briefing")
_MATCHES = names.c.speakers_fts.op("MATCH", is_comparison=True)(bindparam("match"))
_NAMES = select(speakers.c.name).where(_OWN).order_by(speakers.c.name)
_MOST_QUOTED = _quoted()
_BEGINNING = _quoted(speakers.c.id.in_(select(names.c.rowid).where(_MATCHES)))
_HAVING = _quoted(func.instr(func.lower(speakers.c.name), func.lower(bindparam("part"))) > 0)
