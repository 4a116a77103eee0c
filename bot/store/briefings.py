"""Briefings: which there are and which of them a place reads."""

from collections.abc import Collection

from sqlalchemy import (
    RowMapping,
    Select,
    and_,
    bindparam,
    exists,
    func,
    insert,
    literal_column,
    or_,
    select,
    true,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.briefing import Briefing
from bot.domain.subscription import Standing
from bot.store.delivery_tables import blocks, subscriptions
from bot.store.number import askable
from bot.store.tables import briefings, servers

_kept_out = (
    select(func.group_concat(blocks.c.server_id, literal_column("' '")))
    .where(blocks.c.briefing_id == briefings.c.id)
    .correlate(briefings)
    .scalar_subquery()
)

COLUMNS = (
    briefings.c.id.label("briefing_id"),
    briefings.c.name.label("briefing_name"),
    briefings.c.public.label("briefing_public"),
    briefings.c.colour.label("briefing_colour"),
    _kept_out.label("briefing_kept_out"),
    briefings.c.server_id.label("newsroom"),
    servers.c.name.label("newsroom_name"),
)
"""What `briefing_of` needs; select them from `OWNED`."""

OWNED = briefings.join(servers)


def briefing_of(row: RowMapping) -> Briefing:
    """The record in a row that has `COLUMNS`."""
    return Briefing(
        id=row["briefing_id"],
        newsroom=row["newsroom"],
        newsroom_name=row["newsroom_name"],
        name=row["briefing_name"],
        public=row["briefing_public"],
        colour=row["briefing_colour"],
        kept_out=frozenset(map(int, (row["briefing_kept_out"] or "").split())),
    )


class Briefings:
    """Rows of `briefings`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def get(self, briefing: int) -> Briefing | None:
        """The briefing with that id."""
        return await self._one(_all().where(briefings.c.id == askable(briefing)))

    async def named(self, newsroom: int, name: str) -> Briefing | None:
        """A newsroom's briefing of that name, in any case.

        SQLite knows the cases of ASCII only, so they are compared here.
        """
        wanted = name.strip().casefold()
        own = await self.of_newsroom(newsroom)
        return next((each for each in own if each.name.casefold() == wanted), None)

    async def of_newsroom(self, newsroom: int) -> list[Briefing]:
        """All briefings of one newsroom."""
        return await self._many(_all().where(briefings.c.server_id == newsroom))

    async def newsrooms(self) -> set[int]:
        """The servers that own one."""
        return {*await self._connection.scalars(select(briefings.c.server_id).distinct())}

    async def read_by(self, server: int) -> list[Briefing]:
        """A server's own briefings, then the public ones its channels have subscribed to."""
        rows = await self._connection.execute(_READ_BY, {"server": server})
        found = [briefing_of(row) for row in rows.mappings()]
        return sorted(found, key=lambda briefing: briefing.newsroom != server)

    async def of_channel(self, channel: int) -> list[int]:
        """The ids of the briefings that a channel has subscribed to, oldest first."""
        found = await self._connection.scalars(
            select(subscriptions.c.briefing_id)
            .where(subscriptions.c.channel_id == channel, _GOES_ON)
            .order_by(subscriptions.c.briefing_id)
        )
        return list(found)

    async def everyone(self) -> list[Briefing]:
        """All briefings of all newsrooms."""
        return await self._many(_all())

    async def public(self, among: Collection[int] | None = None) -> list[Briefing]:
        """The public briefings: all, or those `among` the given ids."""
        chosen = true() if among is None else briefings.c.id.in_(among)
        return await self._many(_all().where(briefings.c.public, chosen))

    async def add(self, newsroom: int, name: str, *, public: bool) -> Briefing:
        """Makes a briefing; the newsroom's row must be there."""
        row = insert(briefings).values(server_id=newsroom, name=name, public=public)
        key = (await self._connection.execute(row.returning(briefings.c.id))).scalar_one()
        return (await self._many(_all().where(briefings.c.id == key)))[0]

    async def set_public(self, briefing: int, public: bool) -> None:
        """Opens a briefing to every server, or closes it."""
        await self._change(briefing, public=public)

    async def rename(self, briefing: int, name: str) -> None:
        """Calls a briefing something else from now on."""
        await self._change(briefing, name=name)

    async def paint(self, briefing: int, colour: int | None) -> None:
        """Gives its cards a colour, or takes it back."""
        await self._change(briefing, colour=colour)

    async def _change(self, briefing: int, **values: object) -> None:
        await self._connection.execute(
            update(briefings).where(briefings.c.id == briefing).values(**values)
        )

    async def _one(self, query: Select[*tuple[object, ...]]) -> Briefing | None:
        found = await self._many(query)
        return found[0] if found else None

    async def _many(self, query: Select[*tuple[object, ...]]) -> list[Briefing]:
        rows = await self._connection.execute(query.order_by(*_ORDER))
        return [briefing_of(row) for row in rows.mappings()]


_GOES_ON = subscriptions.c.standing != Standing.ENDED
_ORDER = (briefings.c.name, briefings.c.id)


def _all() -> Select[*tuple[object, ...]]:
    return select(*COLUMNS).select_from(OWNED)


def _read_by() -> Select[*tuple[object, ...]]:
    wanted = exists().where(
        subscriptions.c.briefing_id == briefings.c.id,
        subscriptions.c.server_id == bindparam("server"),
        _GOES_ON,
    )
    own = briefings.c.server_id == bindparam("server")
    return _all().where(or_(own, and_(wanted, briefings.c.public))).order_by(*_ORDER)


# Built once, because every request asks it: to build a statement takes longer than to answer it.
_READ_BY = _read_by()
