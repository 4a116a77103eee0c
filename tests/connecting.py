"""Connecting: the bot on Discord's own library, to a Discord on this machine."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.client import SitrepBot
from tests.loopback import Loopback, loopback

_SOON = 10
_AT_ONCE_SECONDS = 0.1  # the loopback tells of all servers in one go


@asynccontextmanager
async def connected(bot: SitrepBot) -> AsyncIterator[Loopback]:
    """The bot on Discord's own library, connected to a Discord on this machine."""
    async with loopback() as discord_, bot:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Route, "BASE", discord_.url)
            patch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", f"{discord_.url}/gateway")
            bot._connection.guild_ready_timeout = _AT_ONCE_SECONDS
            discord_.servers = {1 << 22: "Harbour Desk", 2 << 22: "Far Shore"}
            await bot.login("any")
            connection = asyncio.create_task(bot.connect())
            await bot.wait_until_ready()
            yield discord_
            await bot.close()
            await connection


async def until(true: Callable[[], object]) -> None:
    """Waits for what the event loop brings about."""
    async with asyncio.timeout(_SOON):
        while not true():  # noqa: ASYNC110  # discord.py sets no event for all of this
            await asyncio.sleep(0.01)
