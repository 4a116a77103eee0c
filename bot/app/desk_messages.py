"""Messages at the desk: a document that was posted in several is put together in one draft."""

import asyncio
from datetime import timedelta

from bot.app.clock import Clock
from bot.app.desk import Desk
from bot.app.desk_rights import require_editor
from bot.app.desk_versions import contents_of, holds
from bot.app.message_reading import plain_text, read_rest, read_whole
from bot.domain.bench import Bench
from bot.domain.editing.edit import Edit
from bot.domain.editing.message_edits import ADDED, Append, Rewrite
from bot.domain.editing.quote_edits import RenameSpeaker, Spoken
from bot.domain.editor import Editor
from bot.domain.gazetteer import Gazetteer
from bot.domain.issue import Contents, Issue, State
from bot.errors import Refused
from bot.store.store import Store

A_MESSAGE = "a message"
"""Where a draft came from, as its history says."""
MESSAGE_FILE = "message.txt"
"""The name of a message's own text among files."""

_DEEDS = (f"Imported from {A_MESSAGE}", ADDED)
_LATELY = timedelta(minutes=15)


class DeskMessages:
    """For the editors of a newsroom; each method asks for their right."""

    def __init__(self, store: Store, desk: Desk, gazetteer: Gazetteer, clock: Clock) -> None:
        self._store = store
        self._desk = desk
        self._gazetteer = gazetteer
        self._clock = clock

    async def lately(self, editor: Editor) -> Issue | None:
        """The draft that this editor has just made of a message, if nobody else has changed it."""
        since = self._clock() - _LATELY
        async with self._store.read() as store:
            await require_editor(store, editor)
            key = await store.versions.brought_by(editor.id, _DEEDS, since)
            issue = await store.issues.get(key) if key is not None else None
            if issue is None or issue.state is not State.DRAFT:
                return None
            newest = await store.versions.newest(issue.id)
            theirs = newest is not None and newest.author.id == editor.id
            return issue if theirs and issue.briefing.newsroom == editor.server else None

    async def add(
        self, editor: Editor, key: int, data: bytes, name: str, interaction: int | None = None
    ) -> tuple[Bench, bool]:
        """Adds a message to a draft, in one version; says too whether all was read as one text.

        If the draft is still as it was imported, its messages are read again as one document; else
        the sections of the new one go behind its own. Raises Unreadable for what is no text,
        Refused if it begins another issue, or somebody has changed the draft meanwhile.
        """
        bench = await self._desk.open(editor, key)
        if bench.corrects:
            raise Refused(f"{bench.issue.label} is published by now; choose “A new draft”.")
        async with self._store.read() as store:
            newest = await store.versions.newest(key)
            contents = await contents_of(store, bench.issue, newest)
            spellings = await store.spellings.of(bench.issue.briefing.id)
        untouched = newest is not None and holds(newest, bench.issue, contents)
        untouched = untouched and newest is not None and newest.deed in _DEEDS
        # In a thread, so that nobody who reads waits for it.
        text = await asyncio.to_thread(_text, data, name, self._gazetteer)
        edit = await asyncio.to_thread(self._edit, contents, text, untouched, spellings)
        done = await self._desk.edit(editor, key, bench.version, edit, interaction)
        if not isinstance(done, Bench):
            raise Refused("Somebody has changed this draft since; look at it, then add it again.")
        return done, isinstance(edit, Rewrite)

    def _edit(
        self, contents: Contents, text: str, untouched: bool, spellings: dict[str, Spoken]
    ) -> Edit:
        whole = read_whole(contents, text, self._gazetteer) if untouched else None
        if whole is not None:
            return Rewrite(contents=_spelled(whole, spellings))
        entries, plain = read_rest(contents, text, self._gazetteer)
        spelled = _spelled(contents.model_copy(update={"entries": entries}), spellings)
        return Append(entries=spelled.entries, source=plain)


def _text(data: bytes, name: str, gazetteer: Gazetteer) -> str:
    """A message as it was typed, whose marks the importer reads; the text of any other file."""
    if name == MESSAGE_FILE:
        return data.decode("utf-8", "replace")
    return plain_text(data, name, gazetteer)


def _spelled(contents: Contents, spellings: dict[str, Spoken]) -> Contents:
    """With the names that editors have given to speakers before."""
    for found, spoken in spellings.items():
        contents = RenameSpeaker(speaker=found, spoken=spoken).apply(contents)
    return contents
