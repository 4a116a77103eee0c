"""Releases: what readers are told, and when."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, Select, exists, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.change import Change
from bot.domain.delivery import Act, DeliveryState
from bot.domain.issue import Issue, State
from bot.domain.release import Author, Release, ReleaseKind, ReleaseState
from bot.store.briefings import COLUMNS, OWNED
from bot.store.delivery_tables import deliveries, release_entries, releases
from bot.store.issues import HEAD, issue_in
from bot.store.tables import briefings, issues

_OWN = (
    "id kind state author author_id made_at due_at opened_at expires_at revision reason quiet batch"
    " scheduled missed approver approver_id version"
).split()


def _release(row: RowMapping) -> Release:
    own = {name: row[f"release_{name}"] for name in _OWN}
    return Release(issue=issue_in(row), **own)


class Releases:
    """Rows of `releases` and `release_entries`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, release: dict[str, Any], change: Change) -> int:
        """Keeps a release of an issue, pending unless it says otherwise; gives its id."""
        made = {"state": ReleaseState.PENDING, "change": change.model_dump_json()} | release
        row = insert(releases).values(**made).returning(releases.c.id)
        return int((await self._connection.execute(row)).scalar_one())

    async def get(self, key: int) -> Release | None:
        """The release with that id."""
        found = await self._many(releases.c.id == key)
        return found[0] if found else None

    async def existing(self, key: int) -> Release:
        """A release that is known to be there."""
        return (await self._many(releases.c.id == key))[0]

    async def pending(self, issue: int) -> Release | None:
        """The release of an issue that can still be undone, if there is one."""
        state = releases.c.state == ReleaseState.PENDING
        found = await self._many(releases.c.issue_id == issue, state)
        return found[0] if found else None

    async def of_issue(self, issue: int) -> list[Release]:
        """All releases of an issue, newest first."""
        return await self._many(releases.c.issue_id == issue)

    async def latest(self, limit: int) -> list[Release]:
        """The newest releases of all issues, newest first; for the operator."""
        return await self._many(limit=limit)

    async def due(self, now: datetime) -> list[Release]:
        """Pending releases whose window has closed, oldest first."""
        closed = (releases.c.state == ReleaseState.PENDING, releases.c.due_at <= now)
        return (await self._many(*closed))[::-1]

    async def unwarned(self, now: datetime, until: datetime) -> list[Release]:
        """Scheduled ones that are due until that moment, whose author was not told of a block."""
        soon = (releases.c.scheduled, releases.c.warned_at.is_(None))
        pending = releases.c.state == ReleaseState.PENDING
        return await self._many(pending, *soon, releases.c.due_at.between(now, until))

    async def at_desk(self, server: int) -> dict[int, Release]:
        """The newest release of each of a newsroom's issues that is not published yet, by issue."""
        newest = (
            select(func.max(releases.c.id))
            .join(issues, issues.c.id == releases.c.issue_id)
            .join(briefings, briefings.c.id == issues.c.briefing_id)
            .where(
                briefings.c.server_id == server,
                issues.c.state.in_((State.DRAFT, State.SCHEDULED)),
            )
            .group_by(releases.c.issue_id)
        )
        return {each.issue.id: each for each in await self._many(releases.c.id.in_(newest))}

    async def unfinished(self) -> list[Release]:
        """Releases that are going out."""
        return await self._many(releases.c.state == ReleaseState.OPEN)

    async def publication(self, issue: Issue, now: datetime) -> int:
        """The release that published an issue, made up for one that was published without.

        Gives its id.
        """
        mine = (releases.c.issue_id == issue.id, releases.c.kind == ReleaseKind.PUBLICATION)
        told = releases.c.state.in_((ReleaseState.OPEN, ReleaseState.DONE))
        found = await self._many(*mine, told)
        if found:
            return found[0].id
        row: dict[str, Any] = {
            "issue_id": issue.id,
            "kind": ReleaseKind.PUBLICATION,
            "state": ReleaseState.DONE,
            "author": "archive",
            "made_at": now,
            "due_at": now,
            "opened_at": issue.published_at or now,
            "expires_at": issue.published_at or now,
            "revision": 1,
            "quiet": True,
        }
        return await self.add(row, Change())

    async def change(self, key: int) -> Change:
        """What a pending release will make of its issue."""
        query = select(releases.c.change).where(releases.c.id == key)
        return Change.model_validate_json(await self._connection.scalar(query) or "{}")

    async def move(
        self, key: int, due: datetime, version: int, author: Author, approver: Author | None = None
    ) -> None:
        """Gives a scheduled release another moment; who moves it is its author from then on."""
        row = update(releases).where(releases.c.id == key)
        who = {"author": author.name, "author_id": author.id, "approver": None, "approver_id": None}
        if approver is not None:
            who |= {"approver": approver.name, "approver_id": approver.id}
        values = {"due_at": due, "warned_at": None, "version": version}
        await self._connection.execute(row.values(**values, **who))

    async def set_state(self, key: int, state: ReleaseState, **more: Any) -> None:
        """Says where a release stands."""
        row = update(releases).where(releases.c.id == key)
        await self._connection.execute(row.values(state=state, **more))

    async def tell_of(self, key: int, entries: Collection[int]) -> None:
        """Notes which entries an update brought."""
        rows = [{"release_id": key, "entry_id": entry} for entry in entries]
        if rows:
            await self._connection.execute(insert(release_entries), rows)

    async def entries(self, key: int) -> list[int]:
        """The entries that an update brought, with those of the updates it tells of too."""
        told = (releases.c.id == key) | (releases.c.batch == key)
        query = (
            select(release_entries.c.entry_id)
            .join(releases, releases.c.id == release_entries.c.release_id)
            .where(told)
            .order_by(release_entries.c.entry_id)
        )
        return list(await self._connection.scalars(query))

    async def updates(self, issue: int, after: datetime) -> list[Release]:
        """The updates of an issue that were opened after that moment, oldest first."""
        opened = (
            releases.c.issue_id == issue,
            releases.c.kind == ReleaseKind.UPDATE,
            releases.c.opened_at > after,
        )
        return (await self._many(*opened))[::-1]

    async def missed_by(self, subscription: int, since: datetime, now: datetime) -> list[Release]:
        """Publications that expired after that moment and were not sent to it, oldest first.

        Those whose issue was withdrawn meanwhile are none.
        """
        unsent = (DeliveryState.MISSED, DeliveryState.WAITING, DeliveryState.HELD)
        asked = _asks_for(subscription, unsent, deliveries.c.asked.is_(False))
        return await self._publications(asked, releases.c.expires_at.between(since, now))

    async def on_their_way(self, subscription: int, now: datetime) -> list[Release]:
        """Publications that are being sent to it, oldest first."""
        unsent = (DeliveryState.WAITING, DeliveryState.SENDING)
        asked = _asks_for(subscription, unsent)
        return await self._publications(asked, releases.c.expires_at > now)

    async def _publications(self, *conditions: ColumnElement[bool]) -> list[Release]:
        """Those of issues that are published now, oldest first."""
        told = (releases.c.kind == ReleaseKind.PUBLICATION, issues.c.state == State.PUBLISHED)
        return (await self._many(*told, *conditions))[::-1]

    async def _many(
        self, *conditions: ColumnElement[bool], limit: int | None = None
    ) -> list[Release]:
        query: Select[*tuple[Any, ...]] = _ALL.where(*conditions).limit(limit)
        return [_release(row) for row in (await self._connection.execute(query)).mappings()]


def _asks_for(
    subscription: int, states: Collection[DeliveryState], *more: ColumnElement[bool]
) -> ColumnElement[bool]:
    """Whether a release asks for a message to a subscription that stands so."""
    return exists().where(
        deliveries.c.release_id == releases.c.id,
        deliveries.c.subscription_id == subscription,
        deliveries.c.act == Act.SEND,
        deliveries.c.state.in_(states),
        *more,
    )


_ALL = (
    select(
        *(releases.c[name].label(f"release_{name}") for name in _OWN),
        *(issues.c[name] for name in HEAD),
        *COLUMNS,
    )
    .select_from(
        releases.join(issues, issues.c.id == releases.c.issue_id).join(
            OWNED, briefings.c.id == issues.c.briefing_id
        )
    )
    .order_by(releases.c.id.desc())
)
