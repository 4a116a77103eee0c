"""The gateway: tells a bot of its servers, and of what happens in them."""

import asyncio
from collections.abc import Iterable
from enum import IntEnum
from typing import Any

from aiohttp import WSMsgType, web

from tests.wire.message import BOT
from tests.wire.server import Server

_EACH_MILLISECONDS = 40_000


class _Op(IntEnum):
    HEARTBEAT = 1
    IDENTIFY = 2
    RESUME = 6
    HELLO = 10
    ACK = 11


class _Session:
    """The connection of one shard."""

    def __init__(self, socket: web.WebSocketResponse) -> None:
        self.socket = socket
        self.shard, self.shards = 0, 1
        self._sequence = 0

    def hears_of(self, server: int) -> bool:
        return (server >> 22) % self.shards == self.shard

    async def send(self, event: str, data: object) -> None:
        self._sequence += 1
        await self.socket.send_json({"op": 0, "s": self._sequence, "t": event, "d": data})


class Gateway:
    """`url`: where it is. `servers`: those of the bot, which later sessions are told of."""

    def __init__(self) -> None:
        self.url = ""
        self.servers: dict[int, Server] = {}
        self._sessions: list[_Session] = []

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """One connection, until either side ends it."""
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"op": _Op.HELLO, "d": {"heartbeat_interval": _EACH_MILLISECONDS}})
        session = _Session(socket)
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                await self._hear(session, message.json())
        if session in self._sessions:
            self._sessions.remove(session)
        return socket

    async def tell(self, server: int, event: str, data: object) -> None:
        """Something happened in a server; the shard that hears of it must be connected."""
        for session in reversed(self._sessions):
            if session.hears_of(server):
                return await session.send(event, data)
        message = "no bot is connected that would hear of it"
        raise ConnectionError(message)

    async def break_off(self) -> None:
        """The gateway goes away, in a way that lets the bot take up its sessions again."""
        await asyncio.gather(*(each.socket.close(code=4000) for each in self._sessions))

    async def _hear(self, session: _Session, said: dict[str, Any]) -> None:
        match said["op"]:
            case _Op.HEARTBEAT:
                await session.socket.send_json({"op": _Op.ACK})
            case _Op.IDENTIFY:
                await self._begin(session, *said["d"].get("shard", (0, 1)))
            case _Op.RESUME:
                _, shard, shards = said["d"]["session_id"].split("-")
                session.shard, session.shards = int(shard), int(shards)
                self._sessions.append(session)
                await session.send("RESUMED", {})
            case _:
                pass

    async def _begin(self, session: _Session, shard: int, shards: int) -> None:
        session.shard, session.shards = shard, shards
        servers = [each for each in self.servers.values() if session.hears_of(each.id)]
        await session.send("READY", self._ready(servers, shard, shards))
        self._sessions.append(session)
        for server in servers:
            await session.send("GUILD_CREATE", server.payload())

    def _ready(self, servers: Iterable[Server], shard: int, shards: int) -> dict[str, Any]:
        return {
            "v": 10,
            "user": BOT,
            "guilds": [{"id": str(server.id), "unavailable": True} for server in servers],
            "session_id": f"session-{shard}-{shards}",
            "shard": [shard, shards],
            "resume_gateway_url": self.url,
            "application": {"id": BOT["id"], "flags": 0},
        }
