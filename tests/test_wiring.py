"""The wiring: where things lie, and the app opened on them."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.terms import Terms
from bot.errors import Refused
from bot.settings import Settings
from bot.wiring import ROOT, file_of, load_gazetteer, now, open_app, terms_of


def having(url: str) -> Settings:
    return Settings.model_construct(database_url=url, public_briefings=frozenset[int]())


def test_a_relative_path_starts_at_the_checkout(database: Path) -> None:
    assert (ROOT / "pyproject.toml").exists()
    assert file_of(having("sqlite:///data/state/some.db")) == ROOT / "data" / "state" / "some.db"
    assert file_of(having(f"sqlite:///{database}")) == database


def test_the_clock_knows_its_zone() -> None:
    assert now().utcoffset() == timedelta()


async def test_an_opened_app_has_made_its_database_and_knows_the_countries(database: Path) -> None:
    async with open_app(having(f"sqlite:///{database}"), making=True) as app:
        assert await app.archive.issues() == []
        assert app.gazetteer.name("NO") == load_gazetteer().name("NO") == "Norway"
    assert database.exists()


async def test_a_database_that_is_not_there_is_made_only_if_that_is_meant(database: Path) -> None:
    with pytest.raises(Refused, match=f"no database at {database}; check DATABASE_URL, or make"):
        async with open_app(having(f"sqlite:///{database}")):
            pass
    assert not database.parent.exists()


async def test_only_the_newsrooms_of_the_settings_may_publish(database: Path) -> None:
    settings = having(f"sqlite:///{database}").model_copy(update={"newsrooms": frozenset({4})})
    async with open_app(settings, making=True) as app:
        making = app.briefing_making
        assert [making.may_publish(server) for server in (4, 5, None)] == [True, False, False]


def test_the_terms_of_delivery_are_those_of_the_settings() -> None:
    settings = Settings.model_construct(undo_seconds=45, alerts_last_hours=6)
    assert terms_of(settings) == Terms(window=timedelta(seconds=45), lasting=timedelta(hours=6))
