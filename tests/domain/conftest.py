"""The gazetteer of the project, loaded once."""

import pytest

from bot.domain.gazetteer import Gazetteer
from tests.domain.names_source import FOLDER


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer.load(FOLDER)
