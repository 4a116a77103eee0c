"""Importing: a document becomes a draft, a published issue or a correction, once."""

import asyncio
import datetime
from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from bot.app.briefing_making import open_or_close
from bot.app.clock import Clock
from bot.app.drafted import (
    LONGEST_NAME,
    contents_of,
    has_long_name,
    printed_name,
    with_questions,
)
from bot.app.planning import Order as ReleaseOrder
from bot.app.planning import Planning, wanted
from bot.app.update_reading import read_update
from bot.delivery.bell import Bell
from bot.domain.briefing import Briefing
from bot.domain.editing.quote_edits import RenameSpeaker
from bot.domain.entry import Entry
from bot.domain.gazetteer import Gazetteer
from bot.domain.issue import Contents, Issue, IssueNumber, Masthead, State
from bot.domain.record import CountryCode, Record
from bot.domain.release import Author
from bot.errors import Incomplete, Refused
from bot.importer.draft import Draft
from bot.importer.importer import import_document
from bot.store.store import Store, Transaction

UNTITLED = "Untitled briefing"
"""The name of a series that its document does not print and its newsroom did not give."""


_NEWS = datetime.timedelta(days=7)

MOST_ID = 2**63 - 1
"""The largest id of Discord that SQLite can hold; Discord's own stay below it."""

BriefingName = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_NAME)
]


class Order(Record):
    """What to do with a document, and what it does not say itself.

    `beside` makes a draft without a number of a document whose number another issue has, and
    no new briefing.

    `announce` says whether subscribers are told at once of what is published or corrected. Left
    out, they are not told of an issue that is older than a week when it is published.
    """

    newsroom: Annotated[int, Field(ge=1, le=MOST_ID)]
    author: str
    briefing: BriefingName | None = None
    number: IssueNumber | None = None
    date: datetime.date | None = None
    publish: bool = False
    public: bool | None = None
    replace: bool = False
    reason: str | None = None
    beside: bool = False
    announce: bool | None = None


class Outcome(StrEnum):
    """What an import changed."""

    UNCHANGED = "unchanged"
    DRAFTED = "drafted"
    REPLACED = "replaced"
    PUBLISHED = "published"
    CORRECTED = "corrected"


class Silence(StrEnum):
    """Why nobody is told of what was published."""

    ASKED = "asked"
    OLD = "old"


class Imported(Record):
    """The issue after an import, and what an editor should look at.

    `opened` is True if the import let every server read a briefing that was private before,
    False if it closed a public one. `told` counts the channels that are told of a publication, or
    the messages that a correction edits; where nobody is told, `silence` says why.
    """

    outcome: Outcome
    issue: Issue
    notes: tuple[str, ...] = ()
    opened: bool | None = None
    told: int | None = None
    silence: Silence | None = None


class Importing:
    """Brings documents into a newsroom; every import is one transaction."""

    def __init__(
        self, store: Store, gazetteer: Gazetteer, planning: Planning, clock: Clock, bell: Bell
    ) -> None:
        self._store = store
        self._gazetteer = gazetteer
        self._planning = planning
        self._clock = clock
        self._bell = bell

    async def bring(self, data: bytes, filename: str, order: Order) -> Imported:
        """Imports one document.

        Raises Unreadable if it is none, Refused if its number is taken by another text, Incomplete
        if the order must say more.
        """
        # In a thread, so that nobody who reads waits for it.
        draft = await asyncio.to_thread(import_document, data, filename, self._gazetteer)
        if has_long_name(draft) and not order.briefing:
            order = order.model_copy(update={"publish": False})
        async with self._store.write() as store:
            briefing, opened = await self._briefing(store, order, draft)
            imported = await self._keep(store, briefing, contents_of(draft), order)
        self._bell.ring()
        return imported.model_copy(update={"opened": opened})

    async def read_correction(self, issue: Issue, data: bytes, filename: str) -> Contents:
        """What an issue would say by this document, its live updates kept; stores nothing."""
        draft = await asyncio.to_thread(import_document, data, filename, self._gazetteer)
        contents = contents_of(draft).model_copy(update=_said(issue))
        async with self._store.read() as store:
            return _with_updates(contents, await store.entries.whole(issue.id))

    def read_update(self, text: str, countries: Sequence[CountryCode]) -> tuple[Entry, ...]:
        """The entries of a live update of today; raises Refused for what is no text."""
        return read_update(text, countries, self._gazetteer, self._clock().date())

    async def _briefing(
        self, store: Transaction, order: Order, draft: Draft
    ) -> tuple[Briefing, bool | None]:
        """The briefing, made if need be, and whether it was opened or closed to other servers."""
        await store.servers.ensure(order.newsroom)
        name = order.briefing or printed_name(draft) or await _unprinted(store, order, draft.text)
        found = await store.briefings.named(order.newsroom, name)
        if found is None and order.beside:
            named = name != UNTITLED
            raise Incomplete(
                f"There is no briefing called {name} here; say in which one this belongs."
                if named
                else "This document names no briefing; say in which one it belongs.",
                lacks="briefing",
            )
        if found is None:
            return await store.briefings.add(order.newsroom, name, public=bool(order.public)), None
        if order.public is None or order.public == found.public:
            return found, None
        await open_or_close(store, found, public=order.public, clock=self._clock)
        return found, order.public

    async def _keep(
        self, store: Transaction, briefing: Briefing, read: Contents, order: Order
    ) -> Imported:
        same = await store.issues.of_source(briefing.id, read.source)
        stored = _said(same) if same else {}
        for found, spoken in (await store.spellings.of(briefing.id)).items():
            read = RenameSpeaker(speaker=found, spoken=spoken).apply(read)
        contents = with_questions(read.model_copy(update=stored | _said(order)))
        if same and same.state is not State.DRAFT:
            _require_unchanged(same, contents)
            return await self._finish(store, same.id, Outcome.UNCHANGED, contents, order)
        taken = None
        if contents.number is not None:
            taken = await store.issues.numbered(briefing.id, contents.number)
        if taken and not (same and taken.id == same.id) and order.beside:
            contents, taken = _numberless(contents, taken), None
        if taken and not (same and taken.id == same.id):
            return await self._replace(store, taken, contents, order)
        if same:
            return await self._again(store, same, contents, order)
        key = await store.issues.add_draft(briefing.id, contents)
        await store.entries.replace(key, contents.entries)
        return await self._finish(store, key, Outcome.DRAFTED, contents, order)

    async def _again(
        self, store: Transaction, same: Issue, contents: Contents, order: Order
    ) -> Imported:
        """The same text as a draft: only its number and its date can be new."""
        changes = _said(contents) != _said(same)
        if changes:
            await store.issues.rewrite(same.id, contents)
        outcome = Outcome.REPLACED if changes else Outcome.UNCHANGED
        return await self._finish(store, same.id, outcome, contents, order)

    async def _replace(
        self, store: Transaction, taken: Issue, contents: Contents, order: Order
    ) -> Imported:
        if not order.replace:
            raise Incomplete(
                f"{taken.label} is there already with another text, and replacing it was not asked"
                " for.",
                lacks="replace",
            )
        if taken.state is State.WITHDRAWN:
            raise Refused(f"{taken.label} was withdrawn; import the new text under another number.")
        if taken.state is not State.DRAFT and contents.missing:
            raise Incomplete(
                f"{taken.label} is {taken.state} and the new text has no date; give its date.",
                lacks="date",
            )
        if taken.state is State.PUBLISHED:
            return await self._correct(store, taken, contents, order)
        await store.issues.rewrite(taken.id, contents)
        await store.entries.replace(taken.id, contents.entries)
        return await self._finish(store, taken.id, Outcome.REPLACED, contents, order)

    async def _correct(
        self, store: Transaction, issue: Issue, contents: Contents, order: Order
    ) -> Imported:
        asked = self._release(order, quiet=None if order.announce is None else not order.announce)
        whole = _with_updates(contents, await store.entries.whole(issue.id))
        planned = await self._planning.correct(store, issue, whole, order.reason or "", asked)
        imported = await self._finish(store, issue.id, Outcome.CORRECTED, contents, order)
        return imported.model_copy(update={"told": planned.messages})

    async def _finish(
        self, store: Transaction, key: int, outcome: Outcome, contents: Contents, order: Order
    ) -> Imported:
        issue = await store.issues.existing(key)
        notes = contents.notes if outcome is not Outcome.UNCHANGED else ()
        if order.publish and issue.state is State.DRAFT:
            if not issue.missing:
                return await self._publish(store, issue, notes, order)
            notes = (*notes, f"Kept as a draft and not published: {wanted(issue)}.")
        return Imported(outcome=outcome, issue=issue, notes=notes)

    async def _publish(
        self, store: Transaction, issue: Issue, notes: tuple[str, ...], order: Order
    ) -> Imported:
        silence = self._silence(issue, order)
        asked = self._release(order, quiet=silence is not None)
        planned = await self._planning.publish(store, issue, asked)
        return Imported(
            outcome=Outcome.PUBLISHED,
            issue=await store.issues.existing(issue.id),
            notes=notes,
            told=planned.messages,
            silence=silence,
        )

    def _release(self, order: Order, *, quiet: bool | None) -> ReleaseOrder:
        return ReleaseOrder(author=Author(name=order.author), at_once=True, quiet=quiet)

    def _silence(self, issue: Issue, order: Order) -> Silence | None:
        """Why subscribers do not hear of it: an archive is imported without a word."""
        if order.announce is not None:
            return None if order.announce else Silence.ASKED
        news = issue.date and issue.date >= self._clock().date() - _NEWS
        return None if news else Silence.OLD


def _numberless(contents: Contents, taken: Issue) -> Contents:
    note = f"{taken.label} is there already, so this draft has no number yet."
    return contents.model_copy(update={"number": None, "notes": (note, *contents.notes)})


def _with_updates(contents: Contents, before: tuple[Entry, ...]) -> Contents:
    """A document does not have what was added to the issue since."""
    live = tuple(entry for entry in before if entry.live_at)
    return contents.model_copy(update={"entries": (*contents.entries, *live)})


async def _unprinted(store: Transaction, order: Order, source: str) -> str:
    """The briefing of a document that names none: where it is already, else the only one."""
    own = await store.briefings.of_newsroom(order.newsroom)
    for briefing in own:
        if await store.issues.of_source(briefing.id, source):
            return briefing.name
    return own[0].name if len(own) == 1 else UNTITLED


def _said(masthead: Order | Masthead) -> dict[str, object]:
    """The number and the date, where there are any."""
    return masthead.model_dump(include={"number", "date"}, exclude_none=True)


def _require_unchanged(same: Issue, contents: Contents) -> None:
    if _said(contents) != _said(same):
        raise Refused(
            f"{same.label} of {same.date} has this text already and is {same.state};"
            " give no other number or date for it."
        )
