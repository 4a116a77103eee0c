"""Speakers: who is quoted in the published issues of a briefing."""

from typing import Any

from sqlalchemy import ColumnElement, Subquery, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.listing import Speaker
from bot.domain.query import parse_query
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
        return await self._many(briefing, limit)

    async def matching(self, briefing: int, typed: str, limit: int) -> tuple[Speaker, ...]:
        """Those with every typed word at the beginning of a word of the name, or else the text.

        Accents and case do not matter in the first way, the case of ASCII in the second; most
        quoted first.
        """
        match = _beginnings(typed)
        if match:
            asked = names.c.speakers_fts.op("MATCH", is_comparison=True)(match)
            known = speakers.c.id.in_(select(names.c.rowid).where(asked))
            found = await self._many(briefing, limit, known)
            if found:
                return found
        has = speakers.c.name.icontains(storable(typed.strip()), autoescape=True)
        return await self._many(briefing, limit, has)

    async def names(self, briefing: int) -> list[str]:
        """Every name, in its own spelling."""
        query = select(speakers.c.name).where(speakers.c.briefing_id == briefing)
        return list(await self._connection.scalars(query.order_by(speakers.c.name)))

    async def _many(
        self, briefing: int, limit: int, *where: ColumnElement[bool]
    ) -> tuple[Speaker, ...]:
        order = (speakers.c.quotes.desc(), speakers.c.name)
        chosen = select(speakers).where(speakers.c.briefing_id == briefing, *where)
        # First chosen, then asked for the role: of thousands who match, few are shown.
        few = chosen.order_by(*order).limit(limit).subquery()
        query = select(few.c.name, few.c.quotes, _role(few).label("role"))
        rows = await self._connection.execute(query.order_by(few.c.quotes.desc(), few.c.name))
        return tuple(Speaker(name=row.name, quotes=row.quotes, role=row.role) for row in rows)


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


def _beginnings(typed: str) -> str:
    """The MATCH expression for what is typed of a name; empty if no word is in it."""
    query = parse_query(typed)
    written = (*query.words, *query.without, *(word for each in query.phrases for word in each))
    tokens = [token for words in written for token in words.split()]
    return " AND ".join(f'"{token}"*' for token in tokens)
