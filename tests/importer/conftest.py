"""The gazetteer of the project and a short way from text to draft."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.domain.gazetteer import Gazetteer
from bot.importer.draft import Draft
from bot.importer.importer import import_text

FOLDER = Path(__file__).parents[2] / "data" / "gazetteer"


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer.load(FOLDER)


@pytest.fixture(scope="session")
def draft(gazetteer: Gazetteer) -> Callable[[str], Draft]:
    """The draft of a pasted text."""
    return lambda text: import_text(text, gazetteer)
