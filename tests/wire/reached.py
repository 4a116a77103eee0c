"""Clients of discord.py that reach a Discord on this machine instead of the real one."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

import discord
import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL


@contextmanager
def reached(url: str) -> Iterator[None]:
    """As long as this is open, discord.py takes this for Discord."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Route, "BASE", url)
        patch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", URL(f"{url}/gateway"))
        yield


@asynccontextmanager
async def logged_in(url: str, **options: Any) -> AsyncIterator[discord.Client]:
    """A client that uses the API only; `options` are those of `discord.Client`."""
    with reached(url):
        async with discord.Client(intents=discord.Intents(guilds=True), **options) as client:
            await client.login("any")
            yield client


@asynccontextmanager
async def connected(url: str, client: discord.Client) -> AsyncIterator[None]:
    """A client with its gateway open, ready."""
    with reached(url):
        async with client:
            await client.login("any")
            connection = asyncio.create_task(client.connect())
            await client.wait_until_ready()
            yield
            await client.close()
            await connection
