"""Running: the bot connected to Discord until it is told to stop."""

import asyncio
import signal
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial

import discord
import structlog

from bot.client import NOT_KNOWN, SitrepBot
from bot.errors import Misconfigured, SitrepError, Unavailable
from bot.report import CUT_OFF

_LONGEST_WAIT_SECONDS = 60.0
_FAILURES = (*CUT_OFF, discord.HTTPException, discord.GatewayNotFound)
_TOO_MANY_REQUESTS = 429
_SERVER_ERRORS = 500
_BAD_TOKEN = 4004
_BAD_INTENTS = (4013, 4014)

_INTENTS_REFUSED = "Discord refuses the intents of this bot; Sitrep needs none that are privileged."

_log = structlog.stdlib.get_logger("sitrep.running")


async def run_until_stopped(bot: SitrepBot, token: str) -> None:
    """Connects, waits for Discord as long as it takes, ends on SIGTERM or SIGINT.

    Raises Misconfigured if Discord refuses the token or the intents, at the start or later,
    and Unavailable if it refuses the bot for another reason.
    """
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    async with bot:
        connected = asyncio.create_task(_connect(bot, token), name="connection")
        stopped = asyncio.create_task(stop.wait(), name="stop")
        over = asyncio.create_task(bot.over.wait(), name="over")
        ends = {connected, stopped, over}
        await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
        if not connected.done():
            _log.info("stopping")
            await bot.close()
            connected.cancel()
        for waiting in (stopped, over):
            waiting.cancel()
        with suppress(asyncio.CancelledError):
            await connected
    if bot.why is not None:
        raise bot.why


async def _connect(bot: SitrepBot, token: str) -> None:
    try:
        await bot.take_over()
        await _patiently(partial(_log_in, bot, token))
        await _patiently(bot.connect)
    except discord.LoginFailure:
        raise NOT_KNOWN from None
    except discord.PrivilegedIntentsRequired:
        raise Misconfigured(_INTENTS_REFUSED) from None
    except discord.ConnectionClosed as error:
        raise _after_closing(error.code) from error
    except discord.HTTPException as error:
        raise Unavailable(
            f"Discord refuses the bot with status {error.status}; try again later, and look at"
            " https://discordstatus.com if it stays so."
        ) from error


def _after_closing(code: int) -> SitrepError:
    """What a gateway that closed for good says.

    docs.discord.com, "Opcodes and Status Codes", "Gateway Close Event Codes".
    """
    if code == _BAD_TOKEN:
        return NOT_KNOWN
    if code in _BAD_INTENTS:
        return Misconfigured(_INTENTS_REFUSED)
    return Unavailable(
        f"Discord closed the connection for good with code {code}; start Sitrep again, and look"
        " for a newer version if it stays so."
    )


async def _log_in(bot: SitrepBot, token: str) -> None:
    try:
        await bot.login(token)
    except _FAILURES:
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
        except _FAILURES as error:
            if not _passes(error):
                raise
            _log.warning("Discord is out of reach", error=str(error), next_try_seconds=wait)
        await asyncio.sleep(wait)
        wait = min(wait * 2, _LONGEST_WAIT_SECONDS)


def _passes(error: Exception) -> bool:
    """Whether waiting helps: Discord is away, or wants us to wait."""
    if not isinstance(error, discord.HTTPException):
        return True
    return error.status == _TOO_MANY_REQUESTS or error.status >= _SERVER_ERRORS
