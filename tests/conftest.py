"""What many tests stand on: the gazetteer, and a database file of its own for each test."""

import os
from collections.abc import AsyncIterator
from pathlib import Path
from shutil import copyfile

import pytest
from hypothesis import settings
from sqlalchemy import Engine

from bot.domain.gazetteer import Gazetteer
from bot.store.migration import migrate
from bot.store.store import Store, open_migrated_store
from tests.moments import NOW

ROOT = Path(__file__).resolve().parents[1]

# Each run draws other examples, so that few are enough for one.
settings.register_profile("quick", max_examples=40)
settings.register_profile("thorough", max_examples=1_000)
settings.load_profile("quick")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: whoever waits for a process, or the disk, leaves one idle."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer.load(ROOT / "data" / "gazetteer")


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Where a test's database will lie; nothing is there yet."""
    return tmp_path / "state" / "sitrep.db"


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with all tables and nothing in them, to be copied."""
    file = tmp_path_factory.mktemp("migrated") / "sitrep.db"
    migrate(file, NOW)
    return file


@pytest.fixture(scope="session")
def engines() -> list[Engine]:
    """The first engine of the session, once there is one."""
    return []


@pytest.fixture
async def store(migrated: Path, database: Path, engines: list[Engine]) -> AsyncIterator[Store]:
    database.parent.mkdir()
    copyfile(migrated, database)
    async with open_migrated_store(database) as opened:
        for engine in (opened._readers.sync_engine, opened._writers.sync_engine):
            _share_statements(engine, engines)
        yield opened


def _share_statements(engine: Engine, engines: list[Engine]) -> None:
    """Lets all stores of the session share what SQLAlchemy has compiled: a sixth of their time."""
    engines[:] = engines or [engine]
    engine.dialect = engine.pool._dialect = engines[0].dialect
    engine._compiled_cache = engines[0]._compiled_cache
