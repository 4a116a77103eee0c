"""What the tests of the stand-in stand on: one whose clock stands still, and two ways to ask it."""

from collections.abc import AsyncIterator

import aiohttp
import discord
import pytest

from tests.wire.clock import still
from tests.wire.naps import Naps
from tests.wire.reached import logged_in
from tests.wire.serving import wire
from tests.wire.wire import Wire


@pytest.fixture
async def there() -> AsyncIterator[Wire]:
    async with wire(still()) as discord_:
        yield discord_


@pytest.fixture
async def client(there: Wire) -> AsyncIterator[discord.Client]:
    """Logged in for so long that this counts no more."""
    async with logged_in(there.url) as client:
        there.shift(10)
        there.journal.records.clear()
        yield client


@pytest.fixture
async def asking(there: Wire) -> AsyncIterator[aiohttp.ClientSession]:
    """Without discord.py, which obeys too well to be refused."""
    async with aiohttp.ClientSession(there.url) as session:
        yield session


@pytest.fixture
def naps(there: Wire, monkeypatch: pytest.MonkeyPatch) -> Naps:
    """discord.py waits no more: the time of the stand-in passes at once."""
    naps = Naps(there.shift)
    monkeypatch.setattr("discord.http.asyncio", naps)
    return naps
