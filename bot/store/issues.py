"""Issues: finding published ones, and keeping drafts and publications."""

from collections.abc import Collection
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import (
    ColumnElement,
    RowMapping,
    Select,
    String,
    bindparam,
    cast,
    func,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.issue import Contents, Issue, State
from bot.domain.reference import Kind
from bot.store.briefings import COLUMNS, OWNED, briefing_of
from bot.store.entries import Entries
from bot.store.number import askable
from bot.store.position import start_of_day
from bot.store.reading_tables import passage_countries, passages
from bot.store.tables import briefings, issues

HEAD = ("id", "number", "date", "title", "state", "revision", "published_at", "corrected_at")
"""The columns that an `Issue` is made of, beside its briefing's."""

_NEWEST = (issues.c.date.desc(), issues.c.number.desc())
_PUBLISHED = issues.c.state == State.PUBLISHED


class Issues:
    """Rows of `issues`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def get(self, issue: int) -> Issue | None:
        """The head of the issue with that id, in any state."""
        return await self._one(_WITH_ID, issue=askable(issue))

    async def existing(self, issue: int) -> Issue:
        """The head of an issue that is known to be there."""
        return (await self._many(_WITH_ID, issue=issue))[0]

    async def numbered(self, briefing: int, number: int) -> Issue | None:
        """The head of a briefing's issue of that number, in any state."""
        return await self._one(_NUMBERED, briefing=briefing, number=number)

    async def of_source(self, briefing: int, source: str) -> Issue | None:
        """The head of an issue made from exactly this text."""
        same = (issues.c.briefing_id == briefing, issues.c.digest == digest(source))
        return await self._one(_heads(*same).order_by(issues.c.id.desc()).limit(1))

    async def newest(self, of: Collection[int], country: str | None = None) -> Issue | None:
        """The newest published issue of these briefings, on that country if one is given."""
        asked: dict[str, Any] = {"country": country} if country else {}
        if len(of) == 1:
            query = _NEWEST_ON if country else _NEWEST_OF
            return await self._one(query, **asked, briefing=next(iter(of)))
        query = _NEWEST_ON_AMONG if country else _NEWEST_AMONG
        return await self._one(query, **asked, briefings=list(of))

    async def published(self, briefing: int, limit: int) -> list[Issue]:
        """The heads of a briefing's published issues, newest first."""
        query = _heads(issues.c.briefing_id == briefing, _PUBLISHED)
        return await self._many(query.order_by(*_NEWEST).limit(limit))

    async def like(self, briefing: int, typed: str, limit: int) -> list[Issue]:
        """Published issues whose number starts so or whose title has it, newest first."""
        number = cast(issues.c.number, String).startswith(typed, autoescape=True)
        title = issues.c.title.icontains(typed, autoescape=True)
        query = _heads(issues.c.briefing_id == briefing, _PUBLISHED, or_(number, title))
        return await self._many(query.order_by(*_NEWEST).limit(limit))

    async def nearest(self, briefing: int, number: int, limit: int) -> list[Issue]:
        """The heads of the published issues with the nearest numbers, nearest first."""
        query = _heads(issues.c.briefing_id == briefing, _PUBLISHED)
        distance = func.abs(issues.c.number - number)
        return await self._many(query.order_by(distance, issues.c.number).limit(limit))

    async def newest_of_each(self, of: Collection[int]) -> dict[int, tuple[Issue, int]]:
        """For each of these briefings its newest published issue, and how many are published."""
        published = select(func.count()).where(issues.c.briefing_id == briefings.c.id, _PUBLISHED)
        ends = select(_newest_issue().label("id"), published.scalar_subquery().label("published"))
        found = ends.where(briefings.c.id.in_(of)).subquery()
        query = _heads().add_columns(found.c.published).join(found, found.c.id == issues.c.id)
        rows = await self._connection.execute(query)
        return {row["briefing_id"]: (issue_in(row), row["published"]) for row in rows.mappings()}

    async def all_of(self, newsroom: int | None = None) -> list[Issue]:
        """The heads of all issues in any state, newest first; for the operator."""
        query = _heads().order_by(briefings.c.id, *_NEWEST)
        if newsroom is not None:
            query = query.where(briefings.c.server_id == newsroom)
        return await self._many(query)

    async def last_published(self) -> Issue | None:
        """The head of the issue that was published last, of all briefings; for the operator."""
        query = _heads(_PUBLISHED).order_by(issues.c.published_at.desc(), issues.c.id.desc())
        return await self._one(query.limit(1))

    async def at_desk(self, server: int, published: int) -> list[Issue]:
        """A newsroom's drafts and scheduled issues, and so many that were published last."""
        own = briefings.c.server_id == server
        unfinished = issues.c.state.in_((State.DRAFT, State.SCHEDULED))
        drafts = await self._many(_heads(own, unfinished).order_by(issues.c.id.desc()))
        newest = _heads(own, _PUBLISHED).order_by(issues.c.published_at.desc()).limit(published)
        return [*drafts, *await self._many(newest)]

    async def of_newsroom(self, server: int, typed: str, limit: int) -> list[Issue]:
        """Its issues in any state whose number starts so or whose title has it, newest first."""
        number = cast(issues.c.number, String).startswith(typed, autoescape=True)
        title = issues.c.title.icontains(typed, autoescape=True)
        query = _heads(briefings.c.server_id == server)
        query = query.where(or_(number, title)) if typed else query
        return await self._many(query.order_by(*_NEWEST, issues.c.id.desc()).limit(limit))

    async def numbered_in(self, server: int, number: int) -> list[Issue]:
        """The issues of that number of a newsroom's briefings, the newest first."""
        found = _heads(briefings.c.server_id == server, issues.c.number == askable(number))
        return await self._many(found.order_by(*_NEWEST, issues.c.id.desc()))

    async def next_number(self, briefing: int) -> int:
        """One more than the highest number of a briefing."""
        highest = select(func.max(issues.c.number)).where(issues.c.briefing_id == briefing)
        return int(await self._connection.scalar(highest) or 0) + 1

    async def add_draft(self, briefing: int, contents: Contents) -> int:
        """Makes a draft; its entries are stored apart. Gives its id."""
        values = _columns(contents) | {"briefing_id": briefing, "state": State.DRAFT}
        row = insert(issues).values(**values).returning(issues.c.id)
        return int((await self._connection.execute(row)).scalar_one())

    async def rewrite(self, issue: int, contents: Contents) -> None:
        """Gives an issue other contents; its state stays."""
        await self._set(issue, _columns(contents))

    async def mark_published(self, issue: int, at: datetime) -> None:
        """Turns a draft into a published issue, revision 1."""
        await self._set(issue, {"state": State.PUBLISHED, "revision": 1, "published_at": at})

    async def set_state(self, issue: int, state: State) -> None:
        """Says where an issue stands on its way to the readers, and nothing else."""
        await self._set(issue, {"state": state})

    async def mark_revised(self, issue: int, revision: int) -> None:
        """Says that an issue was added to, or withdrawn: nothing of what it said was wrong."""
        await self._set(issue, {"revision": revision})

    async def mark_corrected(self, issue: int, revision: int, at: datetime) -> None:
        """Counts a correction of a published issue."""
        await self._set(issue, {"revision": revision, "corrected_at": at})

    async def contents(self, issue: int) -> Contents:
        """Everything an issue says now, as an editor writes it: its entries have no ids."""
        columns = [issues.c[name] for name in Contents.model_fields if name != "entries"]
        row = await self._connection.execute(select(*columns).where(issues.c.id == issue))
        entries = await Entries(self._connection).whole(issue)
        return Contents(**row.mappings().one(), entries=entries)

    async def _set(self, issue: int, values: dict[str, Any]) -> None:
        await self._connection.execute(update(issues).where(issues.c.id == issue).values(**values))

    async def _one(self, query: Select[*tuple[Any, ...]], **asked: Any) -> Issue | None:
        found = await self._many(query, **asked)
        return found[0] if found else None

    async def _many(self, query: Select[*tuple[Any, ...]], **asked: Any) -> list[Issue]:
        rows = await self._connection.execute(query, asked)
        return [issue_in(row) for row in rows.mappings()]


def digest(source: str) -> str:
    """What tells two documents apart: SHA-256 of the decoded text."""
    return sha256(source.encode("utf-8", "surrogatepass")).hexdigest()


def _heads(*where: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    columns = (*(issues.c[name] for name in HEAD), *COLUMNS)
    return select(*columns).select_from(issues.join(OWNED)).where(*where)


def _newest_issue() -> ColumnElement[int]:
    """The id of the newest published issue of a row of `briefings`, from the end of an index."""
    own = select(issues.c.id).where(issues.c.briefing_id == briefings.c.id, _PUBLISHED)
    return own.order_by(*_NEWEST).limit(1).correlate(briefings).scalar_subquery()


def _newest_on_country() -> ColumnElement[int]:
    """The same of the issues with a section on a country."""
    listed = passage_countries
    mine = (listed.c.briefing_id == briefings.c.id, listed.c.kind == Kind.SECTION)
    here = (*mine, listed.c.country == bindparam("country"))
    last = select(func.max(listed.c.passage_id)).where(*here).correlate(briefings)
    first = start_of_day(last.scalar_subquery())
    # Several issues may have the newest day.
    own = select(issues.c.id).select_from(
        listed.join(passages, passages.c.id == listed.c.passage_id).join(
            issues, issues.c.id == passages.c.issue_id
        )
    )
    own = own.where(*here, listed.c.passage_id >= first).order_by(*_NEWEST).limit(1)
    return own.correlate(briefings).scalar_subquery()


def _newest(found: ColumnElement[int], owner: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    own = select(found).where(owner)
    return _heads(issues.c.id.in_(own)).order_by(*_NEWEST).limit(1)


def _columns(contents: Contents) -> dict[str, Any]:
    values = contents.model_dump(include={"number", "date", "title", "notes", "source"})
    return values | {"digest": digest(contents.source)}


def issue_in(row: RowMapping, prefix: str = "") -> Issue:
    """The record in a row that has the columns of `HEAD`, so prefixed, and the briefing's."""
    own = {name: row[f"{prefix}{name}"] for name in HEAD}
    return Issue.model_validate(own | {"briefing": briefing_of(row)})


# Built once: to build a statement takes longer than to answer it.
_OWNER = briefings.c.id == bindparam("briefing")
_AMONG = briefings.c.id.in_(bindparam("briefings", expanding=True))
_WITH_ID = _heads(issues.c.id == bindparam("issue"))
_NUMBERED = _heads(
    issues.c.briefing_id == bindparam("briefing"), issues.c.number == bindparam("number")
)
_NEWEST_OF, _NEWEST_AMONG = (_newest(_newest_issue(), owner) for owner in (_OWNER, _AMONG))
_NEWEST_ON, _NEWEST_ON_AMONG = (_newest(_newest_on_country(), owner) for owner in (_OWNER, _AMONG))
