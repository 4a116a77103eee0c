"""People: what is stored about one of them, and how it is taken out."""

from collections.abc import Collection, Iterable

from sqlalchemy import ColumnElement, Table, delete, exists, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.delivery import CopyKind
from bot.domain.showing import Showing
from bot.store.delivery_tables import copies, releases
from bot.store.discord_ids import Whose, columns, name_beside
from bot.store.erasure import overwrite_deleted
from bot.store.mentions import Counts, Mentions
from bot.store.tables import revisions

SOMEBODY = "somebody"
"""The name of a person who is forgotten."""


class People:
    """What stands about people in any table."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection
        self._mentions = Mentions(connection)

    async def count(self, user: int, names: Collection[str] = ()) -> Counts:
        """The rows that name a person, none where there are none.

        `names` are those that the person has had on cards they shared: no id stands beside these.
        """
        counts: Counts = {}
        for table, mine in _naming(user).items():
            counts[table.name] = await self._count(table, mine)
        counts[revisions.name] = await self._count(revisions, _released_by(user))
        counts[copies.name] = len(await self._shared(user, names))
        counts |= await self._mentions.count({user})
        return {table: count for table, count in counts.items() if count}

    async def forget(self, user: int, names: Collection[str] = ()) -> None:
        """Takes a person's id and names out; a row that needs an id goes with it."""
        await overwrite_deleted(self._connection)
        # Whose a revision is, only the id beside its release tells.
        revised = update(revisions).where(_released_by(user))
        await self._connection.execute(revised.values(author=SOMEBODY))
        for table, column in columns(Whose.PERSON):
            if not column.nullable:
                await self._connection.execute(delete(table).where(column == user))
                continue
            name = name_beside(column)
            new = {column: None} | ({} if name is None else {name: SOMEBODY})
            await self._connection.execute(update(table).where(column == user).values(new))
        for key, showing in await self._shared(user, names):
            row = update(copies).where(copies.c.id == key)
            nobody = showing.model_copy(update={"asker": 0, "shared_by": None})
            text = nobody.model_dump_json(exclude_defaults=True)
            await self._connection.execute(row.values(showing=text))
        await self._mentions.forget({user})

    async def _count(self, table: Table, mine: ColumnElement[bool]) -> int:
        query = select(func.count()).select_from(table).where(mine)
        return int(await self._connection.scalar(query) or 0)

    async def _shared(self, user: int, names: Iterable[str]) -> list[tuple[int, Showing]]:
        """The answers that a person shared or may turn the pages of."""
        kept = (copies.c.kind == CopyKind.SHARED, copies.c.showing.is_not(None))
        rows = await self._connection.execute(select(copies.c.id, copies.c.showing).where(*kept))
        known = {*names, *await self._names(user)}
        read = [(row.id, Showing.model_validate_json(row.showing)) for row in rows]
        return [
            (key, showing)
            for key, showing in read
            if showing.asker == user or showing.shared_by in known
        ]

    async def _names(self, user: int) -> set[str]:
        """The names that stand beside a person's id."""
        found = set[str]()
        for _, column in columns(Whose.PERSON):
            name = name_beside(column)
            if name is not None:
                query = select(name).where(column == user).distinct()
                found |= {*await self._connection.scalars(query)}
        return found - {SOMEBODY}


def _naming(user: int) -> dict[Table, ColumnElement[bool]]:
    """What is true of the rows that name a person, by their tables."""
    found: dict[Table, ColumnElement[bool]] = {}
    for table, column in columns(Whose.PERSON):
        mine = column == user
        found[table] = found[table] | mine if table in found else mine
    return found


def _released_by(user: int) -> ColumnElement[bool]:
    """Whether a revision was made by a release of that person."""
    return exists().where(
        releases.c.issue_id == revisions.c.issue_id,
        releases.c.revision == revisions.c.number,
        releases.c.author_id == user,
    )
