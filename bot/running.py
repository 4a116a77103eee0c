"""Running: the bot connected to Discord until it is told to stop."""

import asyncio
import signal
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial

import aiohttp
import discord
import structlog

from bot.client import SitrepBot
from bot.errors import Misconfigured

_LONGEST_WAIT_SECONDS = 60.0
_OUT_OF_REACH = (
    OSError,
    TimeoutError,
    aiohttp.ClientError,
    discord.DiscordServerError,
    discord.GatewayNotFound,
)

_log = structlog.stdlib.get_logger("sitrep.running")


async def run_until_stopped(bot: SitrepBot, token: str) -> None:
    """Connects, waits for Discord as long as it takes, ends on SIGTERM or SIGINT.

    Raises Misconfigured if Discord refuses the token or the intents.
    """
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    async with bot:
        connected = asyncio.create_task(_connect(bot, token), name="connection")
        stopped = asyncio.create_task(stop.wait(), name="stop")
        await asyncio.wait({connected, stopped}, return_when=asyncio.FIRST_COMPLETED)
        if not connected.done():
            _log.info("stopping")
            await bot.close()
            connected.cancel()
        stopped.cancel()
        with suppress(asyncio.CancelledError):
            await connected


async def _connect(bot: SitrepBot, token: str) -> None:
    try:
        await _patiently(partial(_log_in, bot, token))
        await _patiently(bot.connect)
    except discord.LoginFailure:
        raise Misconfigured(
            "Discord does not know this DISCORD_TOKEN; copy it anew from the Bot page"
            " of your application."
        ) from None
    except discord.PrivilegedIntentsRequired:
        raise Misconfigured(
            "Discord refuses the intents of this bot; Sitrep needs none that are privileged."
        ) from None


async def _log_in(bot: SitrepBot, token: str) -> None:
    try:
        await bot.login(token)
    except _OUT_OF_REACH:
        # discord.py opens a new session at each login and never closes one that failed.
        await bot.http.close()
        bot.http.connector = discord.utils.MISSING
        raise


async def _patiently(act: Callable[[], Awaitable[None]]) -> None:
    """Tries for ever; once connected, discord.py reconnects by itself."""
    wait = 1.0
    while True:
        try:
            return await act()
        except _OUT_OF_REACH as error:
            _log.warning("Discord is out of reach", error=str(error), next_try_seconds=wait)
        await asyncio.sleep(wait)
        wait = min(wait * 2, _LONGEST_WAIT_SECONDS)
