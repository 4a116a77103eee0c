"""Tracing: from what somebody sees in a message to the issue at the desk."""

from collections.abc import Iterable

from bot.app.desk import Desk
from bot.app.desk_rights import require_editor, required_issue
from bot.domain.bench import Bench
from bot.domain.editing.finding import event_in, quote_in, section_in
from bot.domain.editing.spot import Spot
from bot.domain.editor import Editor
from bot.domain.issue import Issue, State
from bot.domain.item import Happened, Item, Said
from bot.domain.record import Record
from bot.domain.reference import Kind, Reference
from bot.errors import Refused
from bot.store.store import Store, Transaction

_NONE = (
    "This message shows no issue of this newsroom; use the menu on an alert, a receipt or a card of"
    " its briefings, or `/desk open`."
)
_GONE = "This is not there any more; `/desk list` shows what there is."


class Traced(Record):
    """An issue at the desk, opened at a section, or at a quote or an event in it."""

    bench: Bench
    at: Spot | None = None
    event: bool = False


class DeskTracing:
    """For the editors of a newsroom; each method asks for their right."""

    def __init__(self, store: Store, desk: Desk) -> None:
        self._store = store
        self._desk = desk

    async def shown(self, editor: Editor, message: int, named: Iterable[int] = ()) -> list[Issue]:
        """The issues that a message of ours shows; `named` are those that its controls name.

        Raises Refused if it shows none of this newsroom, or only what was withdrawn.
        """
        async with self._store.read() as store:
            await require_editor(store, editor)
            keys = [*await store.copies.issues_in(message)]
            if (told := await store.receipts.issue_of(message)) is not None:
                keys.append(told)
            found = [await store.issues.get(key) for key in dict.fromkeys((*keys, *named))]
        ours = [each for each in found if each and each.briefing.newsroom == editor.server]
        if not ours:
            raise Refused(_NONE)
        there = [each for each in ours if each.state is not State.WITHDRAWN]
        if not there:
            raise _withdrawn(ours[0])
        return there

    async def open(self, editor: Editor, reference: Reference) -> Traced:
        """What a reference names, at the desk; where it was changed meanwhile, its section.

        Raises Refused for what is not of this newsroom, or was withdrawn.
        """
        async with self._store.read() as store:
            await require_editor(store, editor)
            item = await store.passages.item(reference)
            key = await _issue(store, editor, reference, item)
        bench = await self._desk.open(editor, key)
        return _traced(bench, item)


async def _issue(
    store: Transaction, editor: Editor, reference: Reference, item: Item | None
) -> int:
    if item is None and reference.kind is not Kind.ISSUE:
        raise Refused(_GONE)
    issue = await required_issue(store, editor, item.issue.id if item else reference.id)
    if issue.state is State.WITHDRAWN:
        raise _withdrawn(issue)
    return issue.id


def _withdrawn(issue: Issue) -> Refused:
    return Refused(f"{issue.label} was withdrawn and stays as it is; there is nothing to correct.")


def _traced(bench: Bench, item: Item | None) -> Traced:
    if item is None:
        return Traced(bench=bench)
    at, event = None, False
    match item:
        case Said():
            at = quote_in(bench.contents, item.entry, item.quote)
        case Happened():
            at, event = event_in(bench.contents, item.entry, item.event), True
        case _:
            pass
    at = at or section_in(bench.contents, item.entry)
    return Traced(bench=bench, at=at, event=event and at is not None and at.item is not None)
