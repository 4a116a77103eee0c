"""A Discord on this machine: enough of its API and gateway to log in, connect and hang up."""

import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import WSMsgType, web

_USER = {"id": "1001", "username": "sitrep", "discriminator": "0", "avatar": None, "bot": True}
_APPLICATION: dict[str, Any] = {
    "id": "1001",
    "name": "sitrep",
    "description": "",
    "icon": None,
    "bot_public": True,
    "bot_require_code_grant": False,
    "owner": _USER,
    "team": None,
    "verify_key": "",
    "flags": 0,
}


class Loopback:
    """What was asked of it, and how often it still hangs up on a request instead of answering."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.hangs_up: Counter[str] = Counter()
        self.knows_the_token = True
        self.somebody_asked = asyncio.Event()
        self.answers = asyncio.Event()
        self.answers.set()
        self.url = ""

    def count(self, request: str) -> int:
        """How often something like "GET /users/@me" was asked."""
        return self.asked.count(request)

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Any request of the API."""
        asked = f"{request.method} {request.path}"
        self.asked.append(asked)
        self.somebody_asked.set()
        await self.answers.wait()
        if self.hangs_up[asked] > 0:
            self.hangs_up[asked] -= 1
            assert request.transport
            request.transport.close()
        if not self.knows_the_token:
            return _json({"message": "401: Unauthorized", "code": 0}, 401)
        if request.path == "/gateway":
            return await self._gateway(request)
        return _json(self._body(request.path))

    def _body(self, path: str) -> Any:
        match path:
            case "/users/@me":
                return _USER
            case "/oauth2/applications/@me":
                return _APPLICATION
            case "/gateway/bot":
                return {"url": f"{self.url}/gateway", "shards": 1, "session_start_limit": {}}
            case _:
                return []

    async def _gateway(self, request: web.Request) -> web.StreamResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": 40_000}})
        async for message in socket:
            if message.type is WSMsgType.TEXT and message.json()["op"] == 2:
                application = {"id": _APPLICATION["id"], "flags": 0}
                ready = {"user": _USER, "guilds": [], "session_id": "s", "application": application}
                ready |= {"v": 10, "shard": [0, 1], "resume_gateway_url": f"{self.url}/gateway"}
                await socket.send_json({"op": 0, "s": 1, "t": "READY", "d": ready})
        return socket


def _json(body: object, status: int = 200) -> web.Response:
    """Without a charset, which discord.py would not take for JSON."""
    return web.Response(
        body=json.dumps(body).encode(), status=status, content_type="application/json"
    )


@asynccontextmanager
async def loopback() -> AsyncIterator[Loopback]:
    """Serves until the test ends."""
    discord = Loopback()
    application = web.Application()
    application.router.add_route("*", "/{path:.*}", discord.answer)
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    try:
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        discord.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        yield discord
    finally:
        await runner.cleanup()
