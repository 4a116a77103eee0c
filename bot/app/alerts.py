"""Alerts: what a message about an issue says, to one subscription, as things stand."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count

from bot.app.standing import closed
from bot.domain.alert import Alert, Mended, key_quotes, sorted_out
from bot.domain.answer import Tally
from bot.domain.delivery import Act, CopyKind, Delivery
from bot.domain.difference import by_name, difference
from bot.domain.entry import Entry
from bot.domain.issue import Contents, Issue, State
from bot.domain.release import Release, ReleaseKind, ReleaseState
from bot.domain.subscription import Subscription
from bot.errors import Refused
from bot.store.store import Store, Transaction

_REMEMBERED = 16
"""Issues whose text is remembered: a fan-out asks for one a thousand times."""


@dataclass(frozen=True)
class _Told:
    """An issue with its text as of one revision, and the releases that changed it."""

    issue: Issue
    entries: tuple[Entry, ...]
    tallies: tuple[Tally, ...]
    mended: dict[int, Mended]
    withdrawn: Mended | None


class Alerts:
    """Reads an issue once for all the messages about it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._told: dict[tuple[int, int], _Told] = {}
        self._updates: dict[tuple[int, int], tuple[int, ...]] = {}

    async def of(self, delivery: Delivery) -> Alert:
        """What the message says that a delivery sends or edits, whichever channel it is for."""
        told = await self._known(delivery.issue, delivery.revision)
        kind, release = delivery.makes, delivery.release
        if delivery.copy_of is not None and delivery.act is Act.EDIT:
            kind, release = delivery.copy_of.kind, delivery.copy_of.release or release
        new = await self._new(release, told) if kind is CopyKind.UPDATE else None
        alert = _alert(kind, told, delivery.subscription, new)
        if kind is CopyKind.NOTE:
            return alert.model_copy(update={"mended": _mended(told, release)})
        return alert

    def ping(self, delivery: Delivery) -> int | None:
        """The role to mention: for what is new, and never in an edit."""
        if delivery.subscription is None or delivery.act is not Act.SEND:
            return None
        wishes = delivery.subscription.wishes
        pings = {ReleaseKind.PUBLICATION: True, ReleaseKind.UPDATE: wishes.ping_updates}
        return wishes.ping if pings.get(delivery.kind) else None

    async def preview(self, subscription: Subscription) -> Alert | None:
        """What the newest issue would look like; None if there is none.

        Raises Refused if the briefing is private to another server.
        """
        if closed(subscription):
            raise Refused(
                "This briefing is private to its own server now, so it cannot be shown here."
            )
        async with self._store.read() as store:
            newest = await store.issues.newest([subscription.briefing.id])
        if newest is None:
            return None
        told = await self._known(newest.id, newest.revision)
        return _alert(CopyKind.ALERT, told, subscription, None)

    async def of_contents(
        self,
        issue: int,
        contents: Contents,
        mended: Mended | None = None,
        subscription: Subscription | None = None,
    ) -> Alert:
        """What an alert of the issue would say if it said this; `mended` by a correction.

        To a subscription, or to who wants all of it.
        """
        async with self._store.read() as store:
            told = await _told(store, issue)
        alert = _alert(CopyKind.ALERT, _retold(told, contents, mended), subscription, None)
        ping = subscription.wishes.ping if subscription and not mended else None
        return alert.model_copy(update={"ping": ping})

    async def of_update(self, issue: int, entries: Sequence[Entry], at: datetime) -> Alert:
        """What an update says that would add these entries now."""
        async with self._store.read() as store:
            told = await _told(store, issue)
        new = tuple(entry.model_copy(update={"live_at": at}) for entry in entries)
        revised = told.issue.model_copy(update={"revision": told.issue.revision + 1})
        more = Tally(
            entry=0,
            quotes=sum(len(entry.quotes) for entry in new),
            events=sum(len(entry.events) for entry in new),
        )
        after = replace(
            told, issue=revised, entries=(*told.entries, *new), tallies=(*told.tallies, more)
        )
        return _alert(CopyKind.UPDATE, after, None, new)

    async def _known(self, issue: int, revision: int) -> _Told:
        known = self._told.get((issue, revision))
        if known is None:
            async with self._store.read() as store:
                known = await _told(store, issue)
            while len(self._told) >= _REMEMBERED:
                self._told.pop(next(iter(self._told)))
            self._told[issue, known.issue.revision] = known
        return known

    async def _new(self, release: int, told: _Told) -> tuple[Entry, ...]:
        """The entries that an update brought, and those of the updates that it tells of too."""
        key = (release, told.issue.revision)
        if key not in self._updates:
            async with self._store.read() as store:
                found = await store.releases.entries(release)
            while len(self._updates) >= _REMEMBERED:
                self._updates.pop(next(iter(self._updates)))
            self._updates[key] = tuple(found)
        new = self._updates[key]
        return tuple(entry for entry in told.entries if entry.id in new)


async def _told(store: Transaction, key: int) -> _Told:
    issue = await store.issues.existing(key)
    entries, tallies = await store.entries.told(key)
    mended = dict[int, Mended]()
    withdrawn = None
    for release in await store.releases.of_issue(key):
        if release.opened_at is None or release.state is ReleaseState.UNDONE:
            continue
        if release.kind is ReleaseKind.CORRECTION:
            mended[release.id] = await _correction(store, release)
        if release.kind is ReleaseKind.WITHDRAWAL and issue.state is State.WITHDRAWN:
            withdrawn = withdrawn or Mended(reason=release.reason, at=release.opened_at)
    return _Told(issue, entries, tallies, mended, withdrawn)


def _retold(told: _Told, contents: Contents, mended: Mended | None) -> _Told:
    """The same with other contents, whose sections keep the ids of those they stand for."""
    known = {name: entry.id for name, entry in by_name(told.entries).items()}
    free = count(max(known.values(), default=0) + 1)
    entries = tuple(
        entry.model_copy(update={"id": known.get(name) or next(free)})
        for name, entry in by_name(contents.entries).items()
    )
    head = contents.model_dump(include={"number", "date", "title"})
    head["revision"] = told.issue.revision + (1 if mended else 0)
    tallies = (
        Tally(entry=entry.id, quotes=len(entry.quotes), events=len(entry.events))
        for entry in entries
    )
    return replace(
        told,
        issue=told.issue.model_copy(update=head),
        entries=entries,
        tallies=tuple(each for each in tallies if each.quotes or each.events),
        mended={0: mended, **told.mended} if mended else told.mended,
    )


async def _correction(store: Transaction, release: Release) -> Mended:
    made = release.opened_at or release.made_at
    number = release.revision or 0
    before = await store.revisions.get(release.issue.id, number - 1)
    after = await store.revisions.get(release.issue.id, number)
    changed = difference(before.contents, after.contents) if before and after else None
    return Mended(reason=release.reason, at=made, difference=changed)


def _mended(told: _Told, release: int) -> Mended | None:
    """What a note is about: its own correction."""
    return told.mended.get(release) or next(iter(told.mended.values()), None)


def _alert(
    kind: CopyKind,
    told: _Told,
    subscription: Subscription | None,
    new: tuple[Entry, ...] | None,
) -> Alert:
    countries = subscription.wishes.countries if subscription else ()
    overview = next((entry for entry in told.entries if entry.heading is None), None)
    sections = [entry for entry in told.entries if entry is not overview]
    wanted, others = sorted_out(sections if new is None else new, countries)
    if new is not None:
        others = tuple(entry for entry in sections if entry not in wanted)
    return Alert(
        kind=kind,
        issue=told.issue,
        overview=overview,
        wanted=wanted,
        others=others,
        countries=countries,
        quotes=key_quotes(wanted, others),
        tallies=told.tallies,
        mended=next(iter(told.mended.values()), None),
        withdrawn=told.withdrawn,
        announced=bool(subscription and subscription.announced),
    )
