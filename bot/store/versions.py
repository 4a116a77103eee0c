"""Versions: every state of a draft that an editor has saved."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, Select, func, insert, select, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.issue import Contents
from bot.domain.release import Author
from bot.domain.version import Version, VersionHead
from bot.store.tables import briefings, issues, versions


class Versions:
    """Rows of `versions`; none is ever changed."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, issue: int, version: Version) -> None:
        """Keeps a version; raises Refused if another one has its number by now."""
        row = version.model_dump(include={"number", "base", "made_at", "deed", "same_as"})
        row |= {"issue_id": issue, "author": version.author.name, "author_id": version.author.id}
        row |= {"contents": version.contents.model_dump_json()}
        await self._connection.execute(insert(versions).values(**row))

    async def newest(self, issue: int) -> Version | None:
        """The last one of an issue."""
        query = _of(issue).order_by(versions.c.number.desc()).limit(1)
        return await self._one(query)

    async def get(self, issue: int, number: int) -> Version | None:
        """The one with that number."""
        return await self._one(_of(issue).where(versions.c.number == number))

    async def head(self, issue: int, number: int) -> VersionHead | None:
        """The same without what it says: that may be long."""
        found = await self._heads(versions.c.issue_id == issue, versions.c.number == number)
        return found.get(issue)

    async def heads(self, keys: Collection[int]) -> dict[int, VersionHead]:
        """The heads of the last versions of several issues, of those that have one."""
        last = select(versions.c.issue_id, func.max(versions.c.number))
        last = last.where(versions.c.issue_id.in_(keys)).group_by(versions.c.issue_id)
        return await self._heads(tuple_(versions.c.issue_id, versions.c.number).in_(last))

    async def last_by(self, person: int, server: int) -> int | None:
        """The issue of a newsroom that somebody has changed last."""
        own = versions.join(issues, issues.c.id == versions.c.issue_id).join(
            briefings, briefings.c.id == issues.c.briefing_id
        )
        mine = (versions.c.author_id == person, briefings.c.server_id == server)
        query = select(versions.c.issue_id).select_from(own).where(*mine)
        newest = query.order_by(versions.c.id.desc()).limit(1)
        found = await self._connection.scalar(newest)
        return None if found is None else int(found)

    async def brought_by(self, person: int, deeds: Collection[str], since: datetime) -> int | None:
        """The issue to which somebody did one of these last, at that moment or later."""
        theirs = (versions.c.author_id == person, versions.c.made_at >= since)
        query = select(versions.c.issue_id).where(*theirs, versions.c.deed.in_(deeds))
        return await self._connection.scalar(query.order_by(versions.c.id.desc()).limit(1))

    async def _heads(self, *where: ColumnElement[bool]) -> dict[int, VersionHead]:
        rows = await self._connection.execute(select(*_HEAD).where(*where))
        return {row["issue_id"]: VersionHead(**_named(row)) for row in rows.mappings()}

    async def _one(self, query: Select[*tuple[Any, ...]]) -> Version | None:
        row = (await self._connection.execute(query)).mappings().first()
        return _version(row) if row else None


def _of(issue: int) -> Select[*tuple[Any, ...]]:
    return select(versions).where(versions.c.issue_id == issue)


def _version(row: RowMapping) -> Version:
    return Version(contents=Contents.model_validate_json(row["contents"]), **_named(row))


def _named(row: RowMapping) -> dict[str, Any]:
    named = {name: row[name] for name in ("number", "base", "made_at", "deed", "same_as")}
    return named | {"author": Author(name=row["author"], id=row["author_id"])}


_HEAD = tuple(column for column in versions.c if column is not versions.c.contents)
