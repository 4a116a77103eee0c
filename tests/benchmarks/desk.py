"""A desk: the app on one library, and what a command does between its input and its sending."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import aiosqlite

from bot.app.app import App, build_app
from bot.domain.answer import Answer
from bot.domain.gazetteer import Gazetteer
from bot.domain.reader import Reader
from bot.presentation.answers import render
from bot.presentation.card import Card
from bot.presentation.language import Language
from bot.presentation.list_state import must_be_kept
from bot.presentation.place import Place
from bot.store.store import open_migrated_store
from tests.benchmarks.library import NEWSROOM

READER = Reader(user=5, server=NEWSROOM, channel=9)
LOCALE = "en-US"


def noon() -> datetime:
    """A day after the newest issue: the clock of every measurement."""
    return datetime(2026, 7, 1, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Desk:
    """`bare` is a connection of aiosqlite to the same file."""

    file: Path
    app: App
    bare: aiosqlite.Connection
    language: Language

    async def card(self, answer: Answer) -> Card:
        """The card that `cogs.replies` would send."""
        public = await self.app.servers.public_answers(READER)
        wanted = getattr(answer, "filter", None)
        text = must_be_kept(wanted) if wanted else None
        kept = await self.app.list_states.keep(text) if text else None
        place = Place(asker=READER.user, short=public, private=not public, kept=kept)
        return render(answer, place, self.language)

    async def rows(self, statement: str, *values: object) -> Sequence[aiosqlite.Row]:
        """One statement on the bare connection."""
        return list(await self.bare.execute_fetchall(statement, values))


@asynccontextmanager
async def desk(file: Path, gazetteer: Gazetteer) -> AsyncIterator[Desk]:
    """Opens a library."""
    async with open_migrated_store(file) as store, aiosqlite.connect(file) as bare:
        app = build_app(store, gazetteer, noon)
        yield Desk(file, app, bare, Language(LOCALE, gazetteer))


if __name__ == "__main__":
    from tests.benchmarks.editing import main

    main()
