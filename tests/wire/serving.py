"""Serving the stand-in on a port of this machine."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

from aiohttp import web

from tests.wire.clock import Clock
from tests.wire.terms import Terms
from tests.wire.wire import Wire

_MOST_BYTES = 25 << 20

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@asynccontextmanager
async def wire(clock: Clock | None = None, **terms: Any) -> AsyncIterator[Wire]:
    """Serves in this process; `terms` are those of `Terms`."""
    async with serving(Wire(replace(Terms(), **terms), clock or Clock())) as discord:
        yield discord


@asynccontextmanager
async def serving(
    discord: Wire, port: int = 0, more: Mapping[str, Handler] | None = None
) -> AsyncIterator[Wire]:
    """Serves until it is left; `more`: what else is served, by path."""
    application = web.Application(client_max_size=_MOST_BYTES)
    for path, handler in (more or {}).items():
        application.router.add_route("*", path, handler)
    application.router.add_get("/gateway", discord.gateway.serve)
    application.router.add_route("*", "/{path:.*}", discord.answer)
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", port).start()
        discord.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        discord.gateway.url = f"{discord.url}/gateway"
        yield discord
    finally:
        await runner.cleanup()
