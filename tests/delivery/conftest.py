"""What tests of delivery stand on: real processes, or a desk in this one."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.domain.gazetteer import Gazetteer
from bot.store.store import Store
from tests.delivery.bureau import Bureau
from tests.delivery.desk import Desk, opened
from tests.delivery.stock import found, subscribe_many
from tests.wire.naps import Naps
from tests.wire.serving import wire

CHANNELS = 60


@pytest.fixture
async def bureau(store: Store, database: Path, gazetteer: Gazetteer) -> AsyncIterator[Bureau]:
    """All channels of one server are subscribed."""
    async with wire(servers=1, channels=CHANNELS, rtt=0.04) as there:
        briefing = await found(store)
        await subscribe_many(store, briefing, there.channels())
        yield Bureau(there, database, store, briefing, gazetteer)


@pytest.fixture
async def desk(store: Store, gazetteer: Gazetteer) -> AsyncIterator[Desk]:
    """Connected to Discord, in this process."""
    async with opened(store, gazetteer) as desk:
        yield desk


@pytest.fixture
def naps(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Naps:
    """The waits of discord.py pass at once, on the clock of the desk."""
    naps = Naps(desk.there.shift)
    monkeypatch.setattr("discord.http.asyncio", naps)
    return naps
