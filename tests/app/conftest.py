"""The app on a real store, and the places from which people ask."""

import pytest

from bot.app.app import App, build_app
from bot.domain.gazetteer import Gazetteer
from bot.store.store import Store
from tests.moments import NOW


@pytest.fixture
def app(store: Store, gazetteer: Gazetteer) -> App:
    return build_app(store, gazetteer, lambda: NOW)


@pytest.fixture
def generous(store: Store, gazetteer: Gazetteer) -> App:
    """An app whose operator lets every public briefing be read unasked."""
    return build_app(store, gazetteer, lambda: NOW, allowed=None)
