"""The wiring: the app, opened on the database that the settings name."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.app.app import App, build_app
from bot.domain.gazetteer import Gazetteer
from bot.domain.terms import Terms
from bot.errors import Refused
from bot.settings import Settings
from bot.store.address import database_file
from bot.store.fault import is_there
from bot.store.store import open_store

ROOT = Path(__file__).resolve().parent.parent
"""Sitrep runs from its checkout: `data/` and `.env` lie here."""


@asynccontextmanager
async def open_app(settings: Settings, *, making: bool = False) -> AsyncGenerator[App]:
    """The app on its database, which is brought to this version first.

    Where there is none, it is made if `making`; else raises Refused, as its address is wrong.
    """
    file = file_of(settings)
    if not making and not is_there(file):
        raise Refused(
            f"There is no database at {file}; check DATABASE_URL, or make one with `sitrep"
            " migrate` or `sitrep import`."
        )
    async with open_store(file, now()) as store:
        gazetteer, public = load_gazetteer(), settings.public_briefings
        yield build_app(store, gazetteer, now, public, terms_of(settings), settings.newsrooms)


def terms_of(settings: Settings) -> Terms:
    """How long releases can be undone, alerts are worth sending, and set times wait."""
    return Terms(
        window=timedelta(seconds=settings.undo_seconds),
        lasting=timedelta(hours=settings.alerts_last_hours),
        grace=timedelta(minutes=settings.schedule_grace_minutes),
    )


def load_gazetteer() -> Gazetteer:
    """The countries by all their names."""
    return Gazetteer.load(ROOT / "data" / "gazetteer")


def file_of(settings: Settings) -> Path:
    """Where the database lies, or will."""
    return database_file(settings.database_url, ROOT)


def now() -> datetime:
    """The clock that everybody else is handed."""
    return datetime.now(UTC)
