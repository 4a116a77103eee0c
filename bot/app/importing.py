"""Importing: a document becomes a draft, a published issue or a correction, once."""

import datetime
from enum import StrEnum

from bot.app.clock import Clock
from bot.app.drafted import contents_of
from bot.app.publishing import add_revision, publish_draft, wanted
from bot.domain.briefing import Briefing
from bot.domain.gazetteer import Gazetteer
from bot.domain.issue import Contents, Issue, State
from bot.domain.record import Record
from bot.errors import Refused
from bot.importer.draft import Draft
from bot.importer.importer import import_document
from bot.importer.masthead import NO_DATE, NO_NUMBER
from bot.store.store import Store, Transaction

UNTITLED = "Untitled briefing"
"""The name of a series that its document does not print and its newsroom did not give."""


class Order(Record):
    """What to do with a document, and what it does not say itself."""

    newsroom: int
    author: str
    briefing: str | None = None
    number: int | None = None
    date: datetime.date | None = None
    publish: bool = False
    public: bool = False
    replace: bool = False
    reason: str | None = None


class Outcome(StrEnum):
    """What an import changed."""

    UNCHANGED = "unchanged"
    DRAFTED = "drafted"
    REPLACED = "replaced"
    PUBLISHED = "published"
    CORRECTED = "corrected"


class Imported(Record):
    """The issue after an import, and what an editor should look at."""

    outcome: Outcome
    issue: Issue
    notes: tuple[str, ...] = ()


class Importing:
    """Brings documents into a newsroom; every import is one transaction."""

    def __init__(self, store: Store, gazetteer: Gazetteer, clock: Clock) -> None:
        self._store = store
        self._gazetteer = gazetteer
        self._clock = clock

    async def bring(self, data: bytes, filename: str, order: Order) -> Imported:
        """Imports one document.

        Raises Unreadable if it is none, Refused if its number is taken by another text.
        """
        draft = import_document(data, filename, self._gazetteer)
        contents = _answered(contents_of(draft).model_copy(update=_given(order)))
        async with self._store.write() as store:
            briefing = await self._briefing(store, order, draft)
            return await self._keep(store, briefing, contents, order)

    async def _briefing(self, store: Transaction, order: Order, draft: Draft) -> Briefing:
        await store.servers.ensure(order.newsroom)
        name = order.briefing or draft.briefing or await _unprinted(store, order, draft.text)
        found = await store.briefings.named(order.newsroom, name)
        if found is None:
            return await store.briefings.add(order.newsroom, name, public=order.public)
        if order.public and not found.public:
            await store.briefings.set_public(found.id, True)
        return found

    async def _keep(
        self, store: Transaction, briefing: Briefing, contents: Contents, order: Order
    ) -> Imported:
        same = await store.issues.of_source(briefing.id, contents.source)
        taken = None
        if contents.number is not None:
            taken = await store.issues.numbered(briefing.id, contents.number)
        if same and not (taken and taken.id != same.id):
            return await self._again(store, same, contents, order)
        if not taken:
            key = await store.issues.add_draft(briefing.id, contents)
            await store.entries.replace(key, contents.entries)
            return await self._finish(store, key, Outcome.DRAFTED, contents, order)
        return await self._replace(store, taken, contents, order)

    async def _again(
        self, store: Transaction, same: Issue, contents: Contents, order: Order
    ) -> Imported:
        """The same text: only what the draft lacked before can be new."""
        known = {"number": same.number, "date": same.date}
        filled = known | contents.model_dump(include=set(known), exclude_none=True)
        completes = same.state is State.DRAFT and filled != known
        if completes:
            contents = _answered(contents.model_copy(update=filled))
            await store.issues.rewrite(same.id, contents)
        outcome = Outcome.REPLACED if completes else Outcome.UNCHANGED
        return await self._finish(store, same.id, outcome, contents, order)

    async def _replace(
        self, store: Transaction, taken: Issue, contents: Contents, order: Order
    ) -> Imported:
        if not order.replace:
            raise Refused(
                f"{taken.label} is there already with another text; use --replace to replace it."
            )
        if taken.state is State.WITHDRAWN:
            raise Refused(f"{taken.label} was withdrawn; import the new text under another number.")
        if taken.state is not State.DRAFT and contents.missing:
            raise Refused(
                f"{taken.label} is {taken.state} and the new text has no date; give it with --date."
            )
        if taken.state is State.PUBLISHED:
            return await self._correct(store, taken, contents, order)
        await store.issues.rewrite(taken.id, contents)
        await store.entries.replace(taken.id, contents.entries)
        return await self._finish(store, taken.id, Outcome.REPLACED, contents, order)

    async def _correct(
        self, store: Transaction, issue: Issue, contents: Contents, order: Order
    ) -> Imported:
        if not order.reason or not order.reason.strip():
            raise Refused(f"{issue.label} is published; say with --reason why its text changes.")
        now, number = self._clock(), issue.revision + 1
        await store.issues.rewrite(issue.id, contents)
        await store.entries.replace(issue.id, contents.entries)
        await store.issues.mark_corrected(issue.id, number, now)
        await add_revision(store, issue.id, number, order.author, order.reason.strip(), now)
        return await self._finish(store, issue.id, Outcome.CORRECTED, contents, order)

    async def _finish(
        self, store: Transaction, key: int, outcome: Outcome, contents: Contents, order: Order
    ) -> Imported:
        issue = await store.issues.existing(key)
        notes = contents.notes if outcome is not Outcome.UNCHANGED else ()
        if order.publish and issue.state is State.DRAFT:
            if issue.missing:
                notes = (*notes, f"Kept as a draft and not published: {wanted(issue)}.")
            else:
                issue = await publish_draft(store, issue, order.author, self._clock())
                outcome = Outcome.PUBLISHED
        return Imported(outcome=outcome, issue=issue, notes=notes)


async def _unprinted(store: Transaction, order: Order, source: str) -> str:
    """The briefing of a document that names none: where it is already, else the only one."""
    own = await store.briefings.of_newsroom(order.newsroom)
    for briefing in own:
        if await store.issues.of_source(briefing.id, source):
            return briefing.name
    return own[0].name if len(own) == 1 else UNTITLED


def _given(order: Order) -> dict[str, object]:
    given = {"number": order.number, "date": order.date}
    return {name: value for name, value in given.items() if value is not None}


def _answered(contents: Contents) -> Contents:
    """Without the notes that ask for what has been given meanwhile."""
    asked = {"number": NO_NUMBER, "date": NO_DATE}
    answered = {note for name, note in asked.items() if name not in contents.missing}
    notes = tuple(note for note in contents.notes if note not in answered)
    return contents.model_copy(update={"notes": notes})
