"""The wire: every request to Discord passes here, those that discord.py repeats too."""

import asyncio
import json
import re
from collections import Counter
from types import SimpleNamespace
from typing import Any, cast

import aiohttp

from bot.delivery.attempt import ATTEMPT
from bot.delivery.invalid_requests import InvalidRequests
from bot.delivery.pace import Pace
from bot.domain.outcome import Heard

# https://discord.com/developers/docs/interactions/receiving-and-responding: answers to
# interactions are not bound to the global limit. The gateway's address is no request at all.
_FREE = re.compile(r"/interactions/\d+/|/webhooks/\d+/|^/?(?:gateway/?)?$")
_API = re.compile(r"^/api/v\d+")
_INVALID = (401, 403, 429)
_TOO_MANY = 429
_SHARED = "shared"  # such a limit is not held against us
_BLOCKED_SECONDS = 60.0  # where whoever stands before Discord blocks us, and does not say how long


class Wire:
    """Paces requests when their connection is there, and listens to the answers.

    A new connection takes several round trips; paced before it, requests would arrive in bunches.
    """

    def __init__(self) -> None:
        self.pace = Pace()
        self.invalid = InvalidRequests()
        self.statuses = Counter[int]()
        self.trace = aiohttp.TraceConfig()
        self.trace.on_request_start.append(self._on_start)
        self.trace.on_connection_create_end.append(self._on_connection)
        self.trace.on_connection_reuseconn.append(self._on_connection)
        self.trace.on_request_headers_sent.append(self._on_leaving)
        self.trace.on_request_end.append(self._on_end)

    async def _on_start(
        self,
        _: aiohttp.ClientSession,
        context: SimpleNamespace,
        seen: aiohttp.TraceRequestStartParams,
    ) -> None:
        context.free = bool(_FREE.search(_API.sub("", seen.url.path)))
        attempt = ATTEMPT.get()
        if attempt is not None:
            attempt.queues()

    async def _on_connection(
        self, _: aiohttp.ClientSession, context: SimpleNamespace, _seen: Any
    ) -> None:
        if context.free:
            return
        attempt = ATTEMPT.get()
        context.passage = await self.pace.turn(urgent=attempt is None)
        if attempt is not None:
            attempt.leaves()

    async def _on_leaving(
        self, _: aiohttp.ClientSession, context: SimpleNamespace, _seen: Any
    ) -> None:
        if not context.free:
            context.passage.left()

    async def _on_end(
        self,
        _: aiohttp.ClientSession,
        context: SimpleNamespace,
        seen: aiohttp.TraceRequestEndParams,
    ) -> None:
        response = seen.response
        self.statuses[response.status] += 1
        if response.status in _INVALID and response.headers.get("X-RateLimit-Scope") != _SHARED:
            self.invalid.add(asyncio.get_running_loop().time())
        heard = Heard(status=response.status)
        if response.status == _TOO_MANY:
            heard = await self._told_to_wait(response)
        attempt = ATTEMPT.get()
        if attempt is not None and not context.free:
            attempt.answered(heard)

    async def _told_to_wait(self, response: aiohttp.ClientResponse) -> Heard:
        """What a 429 says; nobody is let through while it holds for all requests."""
        body = _object(await response.read())
        wait = _seconds(body.get("retry_after")) or _seconds(response.headers.get("Retry-After"))
        blocked = "Via" not in response.headers
        everyone = blocked or bool(body.get("global"))
        if blocked and wait is None:
            wait = _BLOCKED_SECONDS
        if everyone and wait is not None:
            self.pace.rest(wait)
        code = body.get("code")
        return Heard(
            status=_TOO_MANY,
            code=code if isinstance(code, int) else 0,
            wait=wait,
            everyone=everyone,
            about=str(body.get("message", "")),
        )


def _object(body: bytes) -> dict[str, Any]:
    """What a JSON object says; nothing for anything else, such as a page of HTML."""
    try:
        found = json.loads(body)
    except ValueError:
        return {}
    return cast("dict[str, Any]", found) if isinstance(found, dict) else {}


def _seconds(said: Any) -> float | None:
    try:
        return float(said)
    except (TypeError, ValueError):
        return None
