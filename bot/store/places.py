"""Places: what is stored about a server, and how it is taken out."""

from typing import Any

from sqlalchemy import ColumnElement, Select, Table, delete, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.delivery_tables import blocks, copies, releases, subscriptions
from bot.store.discord_ids import Whose, columns
from bot.store.erasure import overwrite_deleted
from bot.store.mentions import Counts, Mentions
from bot.store.tables import approvals, briefings, issues, server_settings, servers

_INDEXES = ("passages_fts", "speakers_fts")


class Places:
    """What stands about servers in any table."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection
        self._mentions = Mentions(connection)

    async def count(self, server: int) -> Counts:
        """The rows that go with a server, none where there are none.

        Of its briefings those that people know of; everything else in them goes too.
        """
        counts: Counts = {}
        for table, mine in _belonging(server):
            query = select(func.count()).select_from(table).where(mine)
            counts[table.name] = int(await self._connection.scalar(query) or 0)
        counts |= await self._mentions.count(await self._ids(server))
        return {table: count for table, count in counts.items() if count}

    async def readers(self, server: int) -> int:
        """How many channels of other servers are subscribed to its briefings."""
        mine = subscriptions.c.briefing_id.in_(_briefings(server))
        query = select(func.count()).where(mine, subscriptions.c.server_id != server)
        return int(await self._connection.scalar(query) or 0)

    async def forget(self, server: int) -> None:
        """Takes a server out, with its briefings and everything in them."""
        await overwrite_deleted(self._connection)
        briefs = await self._connection.scalar(_briefings(server).limit(1))
        await self._mentions.forget(await self._ids(server))
        for table, mine in _belonging(server):
            if table is not issues:  # these go with their briefings
                await self._connection.execute(delete(table).where(mine))
        for index in _INDEXES if briefs is not None else ():
            # Otherwise an index keeps the words of what is deleted until it is next merged.
            await self._connection.exec_driver_sql(
                f"INSERT INTO {index} ({index}) VALUES ('optimize')"  # noqa: S608
            )

    async def _ids(self, server: int) -> set[int]:
        """The ids of the server and of its channels, as far as they are known."""
        found = {server}
        for table, column in columns(Whose.CHANNEL):
            mine = _of_server(table, server)
            if mine is not None:
                ids = await self._connection.scalars(select(column).where(mine).distinct())
                found |= {each for each in ids if each}
        return found


def _briefings(server: int) -> Select[Any]:
    return select(briefings.c.id).where(briefings.c.server_id == server)


def _issues(server: int) -> Select[Any]:
    return select(issues.c.id).where(issues.c.briefing_id.in_(_briefings(server)))


def _of_server(table: Table, server: int) -> ColumnElement[bool] | None:
    """Which rows with a channel are those of a server; None if only other tables tell."""
    if "server_id" in table.c:
        return table.c.server_id == server
    return table.c.issue_id.in_(_issues(server)) if table in (approvals, releases) else None


def _belonging(server: int) -> list[tuple[Table, ColumnElement[bool]]]:
    """The tables and rows that go with a server, children first."""
    own = {
        table: column == server for table, column in columns(Whose.SERVER) if table is not servers
    }
    here = subscriptions.c.server_id == server
    subscribed = select(subscriptions.c.id).where(here)
    own[copies] = or_(
        copies.c.server_id == server,
        copies.c.subscription_id.in_(subscribed),
        copies.c.issue_id.in_(_issues(server)),
    )
    own[blocks] = or_(own[blocks], blocks.c.briefing_id.in_(_briefings(server)))
    return [
        *own.items(),
        (subscriptions, or_(here, subscriptions.c.briefing_id.in_(_briefings(server)))),
        (server_settings, server_settings.c.server_id == server),
        (issues, issues.c.briefing_id.in_(_briefings(server))),
        (briefings, briefings.c.server_id == server),
        (servers, servers.c.id == server),
    ]
