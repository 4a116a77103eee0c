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
    """What was asked of it, and how it will answer what is asked next.

    `hangs_up`: on how many of a request it still hangs up. `refuses`: the status of a request's
    next answer, once. `servers`: those that the bot is in, id and name. `closes`: the code with
    which its gateway ends each session at once. `resumes`: whether it takes up a session again.
    """

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.bodies: dict[str, str] = {}
        self.hangs_up: Counter[str] = Counter()
        self.refuses: dict[str, int] = {}
        self.servers: dict[int, str] = {}
        self.closes: int | None = None
        self.resumes = asyncio.Event()
        self.asked_to_resume = asyncio.Event()
        self._sockets: list[web.WebSocketResponse] = []
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
        self.bodies[asked] = await request.text()
        self.somebody_asked.set()
        await self.answers.wait()
        if self.hangs_up[asked] > 0:
            self.hangs_up[asked] -= 1
            assert request.transport
            request.transport.close()
        if not self.knows_the_token:
            return _json({"message": "401: Unauthorized", "code": 0}, 401)
        if asked in self.refuses:
            status, wait = self.refuses.pop(asked), {"Retry-After": "1"}
            return web.Response(text="error code: 1015", status=status, headers=wait)
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
            case path if path.endswith("/callback"):
                return {"interaction": {"id": "1", "type": 2}}
            case _:
                return []

    async def break_off(self) -> None:
        """The gateway goes away, in a way that lets the bot take up its session again."""
        for socket in self._sockets:
            await socket.close(code=4000)

    async def _gateway(self, request: web.Request) -> web.StreamResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self._sockets.append(socket)
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": 40_000}})
        async for message in socket:
            match message.json()["op"] if message.type is WSMsgType.TEXT else None:
                case 2 if self.closes:
                    await socket.close(code=self.closes)
                case 2:
                    await self._begin(socket)
                case 6:
                    self.asked_to_resume.set()
                    await self.resumes.wait()
                    await socket.send_json({"op": 0, "s": 9, "t": "RESUMED", "d": {}})
                case _:
                    pass
        return socket

    async def _begin(self, socket: web.WebSocketResponse) -> None:
        absent = [{"id": str(number), "unavailable": True} for number in self.servers]
        application = {"id": _APPLICATION["id"], "flags": 0}
        ready = {"user": _USER, "guilds": absent, "session_id": "s", "application": application}
        ready |= {"v": 10, "shard": [0, 1], "resume_gateway_url": f"{self.url}/gateway"}
        await socket.send_json({"op": 0, "s": 1, "t": "READY", "d": ready})
        for number, name in self.servers.items():
            there = {"id": str(number), "name": name, "unavailable": False}
            await socket.send_json({"op": 0, "s": 1, "t": "GUILD_CREATE", "d": there})


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
