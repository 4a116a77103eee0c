"""Planning: a change of an issue becomes a release, within a transaction that is open already."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.app.clock import Clock
from bot.delivery.opening import Opening
from bot.domain.change import Change
from bot.domain.difference import difference
from bot.domain.entry import Entry
from bot.domain.issue import Contents, Issue, State
from bot.domain.record import Record
from bot.domain.release import Author, Release, ReleaseKind
from bot.domain.terms import Terms
from bot.errors import Incomplete, Refused
from bot.store.store import Transaction

LONGEST_UPDATE = 10_000
"""Characters of one section of a live update."""

LONGEST_REASON = 500
"""Characters of a public reason."""

NO_UPDATE = "An update needs some text; say what happened."

_GONE = {State.WITHDRAWN: "was withdrawn; import the new text under another number"}
_NO_DRAFT = _GONE | {
    State.SCHEDULED: "is about to be published already; wait for it, or undo it",
    State.PUBLISHED: "is published already",
}
_NOT_OUT = _GONE | {
    State.DRAFT: "is still a draft; publish it first",
    State.SCHEDULED: "is scheduled and goes out soon; wait for it, or undo it",
}


class Order(Record):
    """Who asks for a release, and how: `at_once` without a window, `quiet` without telling.

    `window` is how long it can be undone, left out as long as is set; `due` is a moment that was
    chosen in place of a window.
    `quiet` left out, a correction comes with a note if it changes what somebody is said to have
    said. `interaction` is the id of the click or command, which acts once. `approver` lets out what
    the author has asked for; `version` is what is at the desk.
    """

    author: Author
    at_once: bool = False
    window: timedelta | None = None
    due: datetime | None = None
    quiet: bool | None = None
    interaction: int | None = None
    approver: Author | None = None
    version: int | None = None


class Planned(Record):
    """A release, and how many messages it makes or edits as things stand."""

    release: Release
    messages: int


class Planning:
    """Keeps releases, and opens at once those that want no window."""

    def __init__(self, clock: Clock, terms: Terms) -> None:
        self._clock = clock
        self._terms = terms

    async def publish(self, store: Transaction, issue: Issue, order: Order) -> Planned:
        """Until its window closes the issue is scheduled, and nobody reads it.

        Raises Refused if it is no draft or something is missing in it.
        """
        if issue.state is not State.DRAFT:
            raise Refused(f"{issue.label} {_NO_DRAFT[issue.state]}.")
        if issue.missing:
            raise Refused(f"{issue.label} cannot be published: {wanted(issue)}.")
        await store.issues.set_state(issue.id, State.SCHEDULED)
        entries = await store.entries.of(issue.id)
        channels = 0 if order.quiet else await channels_of(store, issue.briefing.id, entries)
        release = await self._keep(store, issue, ReleaseKind.PUBLICATION, Change(), "", order)
        return Planned(release=release, messages=channels)

    async def update(
        self, store: Transaction, issue: Issue, entries: tuple[Entry, ...], order: Order
    ) -> Planned:
        """Adds entries to a published issue.

        Raises Refused if it is not published, or the entries say nothing.
        """
        if not entries or not all(entry.text.strip() for entry in entries):
            raise Refused(NO_UPDATE)
        if any(len(entry.text) > LONGEST_UPDATE for entry in entries):
            raise Refused(
                f"A live update has at most {LONGEST_UPDATE:,} characters; shorten it, or publish"
                " an issue."
            )
        await _require_published(store, issue)
        said = {entry.text for entry in await store.entries.of(issue.id) if entry.live_at}
        if all(entry.text in said for entry in entries):
            raise Refused(f"{issue.label} has this update already; nothing was changed.")
        change = Change(entries=entries)
        channels = 0 if order.quiet else await channels_of(store, issue.briefing.id, entries)
        release = await self._keep(store, issue, ReleaseKind.UPDATE, change, "", order)
        return Planned(release=release, messages=channels)

    async def correct(
        self, store: Transaction, issue: Issue, contents: Contents, reason: str, order: Order
    ) -> Planned:
        """Gives a published issue other contents, in every message too.

        Raises Refused if it is not published or would say the same, Incomplete without a reason.
        """
        await _require_published(store, issue)
        now = await store.issues.contents(issue.id)
        if contents == now:
            raise Refused(f"{issue.label} says this already; nothing was changed.")
        await _require_free(store, issue, contents)
        if order.quiet is None:
            quiet = not difference(now, contents).misquoted
            order = order.model_copy(update={"quiet": quiet})
        change = Change(contents=contents)
        return await self._mend(store, issue, ReleaseKind.CORRECTION, change, reason, order)

    async def withdraw(
        self, store: Transaction, issue: Issue, reason: str, order: Order
    ) -> Planned:
        """Takes a published issue back, in every message too; its number stays taken.

        Raises Refused if it is not published, Incomplete without a reason.
        """
        await _require_published(store, issue)
        return await self._mend(store, issue, ReleaseKind.WITHDRAWAL, Change(), reason, order)

    async def _mend(
        self,
        store: Transaction,
        issue: Issue,
        kind: ReleaseKind,
        change: Change,
        reason: str,
        order: Order,
    ) -> Planned:
        copies = len(await store.copies.of_issue(issue.id))
        release = await self._keep(
            store, issue, kind, change, required_reason(issue, reason, kind), order
        )
        return Planned(release=release, messages=copies)

    async def _keep(
        self,
        store: Transaction,
        issue: Issue,
        kind: ReleaseKind,
        change: Change,
        reason: str,
        order: Order,
    ) -> Release:
        now = self._clock()
        window = self._terms.window if order.window is None else order.window
        window = timedelta() if order.at_once else window
        row = {
            "issue_id": issue.id,
            "kind": kind,
            "author": order.author.name,
            "author_id": order.author.id,
            "made_at": now,
            "due_at": order.due or now + window,
            "scheduled": order.due is not None,
            "reason": reason,
            "quiet": bool(order.quiet),
            "approver": order.approver.name if order.approver else None,
            "approver_id": order.approver.id if order.approver else None,
            "version": order.version,
        }
        release = await store.releases.existing(await store.releases.add(row, change))
        if order.at_once:
            return await Opening(store, release, self._terms, now).open()
        return release


async def channels_of(store: Transaction, briefing: int, entries: Iterable[Entry]) -> int:
    """How many channels are told of these sections."""
    countries = sorted({code for entry in entries for code in entry.countries})
    return await store.fan_out.count(briefing, countries)


async def _require_published(store: Transaction, issue: Issue) -> None:
    if issue.state is not State.PUBLISHED:
        raise Refused(f"{issue.label} {_NOT_OUT[issue.state]}.")
    if await store.releases.pending(issue.id):
        raise Refused(
            f"Another change of {issue.label} is about to go out; undo it, or wait until it has."
        )


async def _require_free(store: Transaction, issue: Issue, contents: Contents) -> None:
    """Raises Refused if the new contents have no number or date, or another issue's number."""
    if contents.missing:
        raise Refused(f"{issue.label} is published and needs a number and a date; give both.")
    taken = await store.issues.numbered(issue.briefing.id, contents.number or 0)
    if taken is not None and taken.id != issue.id:
        raise Refused(f"{taken.label} is there already; correct the number.")


def required_reason(issue: Issue, reason: str, kind: ReleaseKind) -> str:
    """A public reason on one line; raises Incomplete for none, Refused for one that is too long."""
    reason = " ".join(reason.split())
    if not reason:
        why = "is withdrawn" if kind is ReleaseKind.WITHDRAWAL else "changes"
        raise Incomplete(f"{issue.label} is published; say why it {why}.", lacks="reason")
    if len(reason) > LONGEST_REASON:
        raise Refused(f"The reason is longer than {LONGEST_REASON} characters; shorten it.")
    return reason


def wanted(issue: Issue) -> str:
    """What is missing, as the middle of a sentence: "it has no number and no date"."""
    return "it has " + " and ".join(f"no {name}" for name in issue.missing)
