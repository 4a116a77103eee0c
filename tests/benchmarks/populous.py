"""A Discord on this machine whose servers have channels and roles, as real ones do."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, cast

from aiohttp import web

from tests.loopback import Loopback, loopback

SERVERS, CHANNELS, ROLES = 1_000, 20, 10
_EVERYTHING = "0"  # the permissions of each role


@asynccontextmanager
async def populous() -> AsyncIterator[Loopback]:
    """Serves until it is left."""
    async with loopback() as discord:
        discord.servers = {number << 22: f"Harbour {number}" for number in range(1, SERVERS + 1)}
        begin = discord._begin
        discord._begin = lambda socket: begin(cast("Any", _Furnishing(socket)))
        yield discord


class _Furnishing:
    """A socket that gives every server its channels and roles on the way."""

    def __init__(self, socket: web.WebSocketResponse) -> None:
        self._socket = socket

    async def send_json(self, payload: dict[str, Any]) -> None:
        if payload.get("t") == "GUILD_CREATE":
            payload["d"] |= _furniture(int(payload["d"]["id"]))
        await self._socket.send_json(payload)


def _furniture(server: int) -> dict[str, Any]:
    """Ids of Discord are unique, and those of a server's things lie above its own."""
    ids = iter(range(server + 1, server + 1 + CHANNELS + ROLES))
    roles = [{"id": str(server), "name": "@everyone", "permissions": _EVERYTHING}]
    roles += [
        {"id": str(next(ids)), "name": f"role {place}", "permissions": _EVERYTHING}
        for place in range(ROLES)
    ]
    channels = [
        {"id": str(next(ids)), "type": 0, "name": f"channel-{place}", "position": place}
        for place in range(CHANNELS)
    ]
    return {"roles": roles, "channels": channels, "owner_id": "1", "member_count": 100}
