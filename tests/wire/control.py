"""The control of a stand-in that runs in another process: each action is a path under /_control."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from inspect import isawaitable
from typing import Any

from aiohttp import web
from pydantic import TypeAdapter

from tests.wire.fault import Plan
from tests.wire.wire import Wire

PATH = "/_control/"

_PLAN = TypeAdapter(Plan)


class Control:
    """Takes the arguments of an action as a JSON object, and answers in JSON."""

    def __init__(self, discord: Wire) -> None:
        self._discord = discord
        self._actions: Mapping[str, Callable[..., Any]] = {
            "summary": discord.summary,
            "records": self._records,
            "count": discord.count,
            "stored": lambda channel: [each.shown() for each in discord.stored(channel)],
            "edits": discord.edits,
            "counts": discord.counts,
            "duplicates": discord.duplicates,
            "lost": discord.lost,
            "channels": discord.channels,
            "plan": self._plan,
            "clear": discord.clear,
            "refuse": discord.refuse,
            "allow": discord.allow,
            "switch": self._switch,
            "terms": self._terms,
            "shift": discord.shift,
            "now": discord.clock,
            "reset": discord.reset,
            "command": self._command,
            "interactions": self._interactions,
            "break_off": discord.gateway.break_off,
        }

    async def answer(self, request: web.Request) -> web.Response:
        """Says what is wrong with an action instead of failing."""
        action = self._actions.get(request.match_info["action"])
        if action is None:
            return web.json_response({"error": "no such action"}, status=404)
        try:
            result = action(**(json.loads(await request.read() or b"{}")))
            return web.json_response(await result if isawaitable(result) else result)
        except (TypeError, ValueError, LookupError, ConnectionError) as error:
            return web.json_response({"error": repr(error)}, status=400)

    def _records(self, since: int = 0, *, bodies: bool = False) -> list[dict[str, Any]]:
        records = self._discord.journal.records[since:]
        return [each.shown() | ({"body": each.body} if bodies else {}) for each in records]

    def _plan(self, **plan: Any) -> None:
        self._discord.mischief.plan(_PLAN.validate_python(plan))

    def _switch(self, *, banned: bool | None = None, knows_the_token: bool | None = None) -> None:
        if banned is not None:
            self._discord.banned = banned
        if knows_the_token is not None:
            self._discord.knows_the_token = knows_the_token

    def _terms(self, **terms: Any) -> None:
        self._discord.terms = replace(self._discord.terms, **terms)

    async def _command(self, **command: Any) -> int:
        asked = await self._discord.command(**command)
        return asked.id

    def _interactions(self) -> list[dict[str, Any]]:
        return [each.shown() for each in self._discord.replies.interactions.values()]
