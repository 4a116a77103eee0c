"""A simulated Discord around one bot, in which no message may ever ping anybody."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any

import simcord

from bot.client import SitrepBot
from bot.delivery.courier import wait_for

_NOBODY = {"parse": []}


@asynccontextmanager
async def living(bot: SitrepBot) -> AsyncIterator[simcord.Env]:
    """Starts the bot; at the end, everything that it ever sent must have been silent.

    `simcord.run` would do, if pytest set up and took down a fixture in one context.
    """
    env = simcord.Env(bot, shard_count=1)
    at_home(bot, env)
    await env.start()
    try:
        yield env
        assert_silent(env)
    finally:
        await env.shutdown()


def at_home(bot: SitrepBot, env: simcord.Env) -> SitrepBot:
    """Lets the courier wait for the time of the simulation, which only a test advances."""

    async def wait(event: asyncio.Event, seconds: float) -> None:
        await env.external_wait(wait_for(event, seconds), reason="new work, time, or stop")

    bot.courier.wait = wait
    return bot


def assert_silent(env: simcord.Env) -> None:
    """Fails unless every message that was sent or edited allows no mention at all."""
    for message in _messages(env):
        assert message.get("allowed_mentions") == _NOBODY, message


def _messages(env: simcord.Env) -> Iterator[dict[str, Any]]:
    """Bodies with something to show: answers to interactions, follow-ups, plain messages."""
    for request in env.http_requests:
        body = request.json if isinstance(request.json, dict) else {}
        message = body.get("data", body)
        if not isinstance(message, dict) or "title" in message:
            continue  # a form has a title, and is no message
        if "components" in message or "content" in message:
            yield message
