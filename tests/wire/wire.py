"""A Discord on this machine, with its limits, its delays and its faults."""

import asyncio
import random
import socket
import struct
from collections.abc import Iterable
from typing import Any

from aiohttp import web

from tests.wire.answer import BANNED, RESET, UNKNOWN_TOKEN, Answer, broken, limited
from tests.wire.api import Api
from tests.wire.channels import Channels
from tests.wire.clock import Clock
from tests.wire.fault import Fault, Plan
from tests.wire.forums import Forums
from tests.wire.gateway import Gateway
from tests.wire.interaction import CLICK, COMMAND, Interaction
from tests.wire.journal import Journal
from tests.wire.limits import Limits
from tests.wire.message import Message
from tests.wire.mischief import Mischief
from tests.wire.record import Record
from tests.wire.replies import Replies
from tests.wire.route import routed
from tests.wire.server import Place, Server, server
from tests.wire.shelf import Shelf
from tests.wire.snowflakes import Snowflakes
from tests.wire.terms import Terms

_ANYWHERE = 1 << 22


class Wire:
    """`url`: where its API is. `knows_the_token`: if not, it answers 401 to everything.

    `banned`: whether Cloudflare answers instead, to everything. `terms` may be replaced at any
    time, but its limits count from the next `reset()` on.
    """

    def __init__(self, terms: Terms, clock: Clock) -> None:
        self.terms = terms
        self.clock = clock
        self.url = ""
        self.gateway = Gateway()
        self._ids = Snowflakes(clock)
        self._places: dict[int, tuple[int, Place]] = {}
        for number in range(1, terms.servers + 1):
            self.join(server(number, terms.channels))
        self.reset()

    def reset(self) -> None:
        """Forgets all that happened and all that was arranged, but for the servers."""
        self.knows_the_token, self.banned = True, False
        self.journal = Journal()
        self.shelf = Shelf(self.terms.remembers)
        self.mischief = Mischief(self.terms.seed)
        self.limits = Limits(self.terms)
        self.replies = Replies(self._ids)
        self._chance = random.Random(self.terms.seed)  # noqa: S311
        self._places = {}
        for each in self.gateway.servers.values():
            self.join(each)
        channels = Channels(self.shelf, self._ids, self._places)
        forums = Forums(self.shelf, self._ids, self._places)
        self.api = Api(channels, forums, self.replies, self._gateway)

    # What a test arranges.

    def join(self, joined: Server) -> Server:
        """The bot is in this server; a bot that is connected already is not told."""
        self.gateway.servers[joined.id] = joined
        for place in joined.places:
            self.declare(place, joined.id)
        return joined

    def declare(self, place: Place, server: int = _ANYWHERE) -> Place:
        """There is such a channel."""
        self._places[place.id] = (server, place)
        return place

    def shift(self, seconds: float) -> None:
        """Time passes at once."""
        self.clock.shift(seconds)

    def plan(self, *faults: Fault, **conditions: Any) -> None:
        """These faults happen to the requests that a `Plan` with such conditions is about."""
        self.mischief.plan(Plan(faults=faults, **conditions))

    def clear(self) -> None:
        """No planned fault happens any more."""
        self.mischief.clear()

    def refuse(
        self, channel: int, code: int, on: str | None = None, retry_after: float | None = None
    ) -> None:
        """A channel answers with a code of `REFUSALS`, on one route or on those it is about."""
        self.api.refuse(channel, code, on, retry_after)

    def allow(self, channel: int) -> None:
        """A channel refuses nothing any more."""
        self.api.allow(channel)

    async def command(self, name: str, channel: int | None = None, **more: Any) -> Interaction:
        """Somebody gives a slash command; `more` is more of its data, such as `options`."""
        return await self.ask(COMMAND, {"id": "1", "name": name, "type": 1, **more}, channel)

    async def click(self, custom_id: str, message: Message) -> Interaction:
        """Somebody clicks a button of a message."""
        data = {"custom_id": custom_id, "component_type": 2}
        return await self.ask(CLICK, data, message.channel, message.payload())

    async def ask(
        self, kind: int, data: dict[str, Any], channel: int | None = None, message: Any = None
    ) -> Interaction:
        """Somebody asks something of the bot, which must be connected, in one of its servers."""
        channel = next(iter(self._places)) if channel is None else channel
        server = self._places[channel][0]
        asked = Interaction(self._ids(), self.clock(), kind, server, channel, data, message)
        self.replies.interactions[asked.token] = asked
        await self._travel()
        await self.gateway.tell(server, "INTERACTION_CREATE", asked.payload())
        return asked

    # What a test wants to know.

    def count(self, **like: object) -> int:
        """How many requests were such as `count(name="create", status=429)`."""
        return len(self.journal.matching(**like))

    def stored(self, channel: int) -> list[Message]:
        """The messages of a channel that were not deleted, oldest first."""
        return self.shelf.stored(channel)

    def edits(self, message: int) -> list[dict[str, Any]]:
        """The bodies with which a message was edited, the latest last."""
        return self.shelf.edits(message)

    def counts(self) -> dict[int, int]:
        """How many messages there are in each channel that has some."""
        return self.shelf.counts()

    def duplicates(self, stamp: str | None = None) -> dict[int, int]:
        """By channel, how many messages too many have one nonce.

        `stamp`: a pattern; what it finds in what a message was made with counts instead.
        """
        return self.shelf.duplicates(stamp)

    def lost(self, channels: Iterable[int], stamp: str | None = None) -> list[int]:
        """The channels without any message, or without any in which the pattern finds something."""
        return self.shelf.lost(channels, stamp)

    def channels(self) -> list[int]:
        """The channels of all servers."""
        servers = self.gateway.servers.values()
        return [place.id for server in servers for place in server.places]

    def summary(self) -> dict[str, Any]:
        """Of everything, as JSON."""
        asked = self.replies.interactions.values()
        latencies = sorted(each.latency for each in asked if each.latency is not None)
        return {
            **self.journal.summary(),
            "messages": sum(self.shelf.counts().values()),
            "duplicates": sum(self.duplicates().values()),
            "asked": len(asked),
            "latencies": latencies,
        }

    # How a request fares.

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Any request of the API."""
        raw = await _body(request)
        await self._travel(self._chance.uniform(0, self.terms.jitter))
        record = self._record(request, raw)
        self.journal.records.append(record)
        answer = await self._judge(record)
        record.status = answer.status
        headers = {} if answer.is_from_between else self.limits.headers(record)
        await self._travel()
        if answer is RESET:
            _reset(request)
        return answer.response(headers)

    async def _travel(self, longer: float = 0.0) -> None:
        """One way."""
        if seconds := self.terms.rtt / 2 + longer:
            await asyncio.sleep(seconds)

    def _record(self, request: web.Request, raw: bytes) -> Record:
        route, names = routed(request.method, request.path)
        query = dict(request.query)
        record = Record(self.clock(), request.method, request.path, route, names, query, raw)
        if record.name == "create":
            nonce = record.body.get("nonce")
            record.nonce = None if nonce is None else str(nonce)
        return record

    async def _judge(self, record: Record) -> Answer:
        if self.banned:
            return BANNED
        if not self.knows_the_token:
            return UNKNOWN_TOKEN
        refusal = self.limits.refusal(record)
        if refusal is not None:
            return refusal
        fault = self.mischief.fault(record)
        return self.api.answer(record) if fault is None else await self._spoil(record, fault)

    async def _spoil(self, record: Record, fault: Fault) -> Answer:
        record.fault = fault.kind
        done = self.api.answer(record) if fault.after else None
        match fault.kind:
            case "slow":
                await asyncio.sleep(fault.seconds)
                return done or self.api.answer(record)
            case "error":
                return broken(fault.status)
            case "reset":
                return RESET
            case "banned":
                return BANNED
            case "shared":
                record.scope = "shared"
                return limited(record.scope, fault.seconds)

    def _gateway(self) -> dict[str, Any]:
        starts = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1}
        shards = self.terms.shards
        return {"url": self.gateway.url, "shards": shards, "session_start_limit": starts}


async def _body(request: web.Request) -> bytes:
    """The JSON of a request, which lies among its files if it has some."""
    if request.content_type != "multipart/form-data":
        return await request.read()
    return str((await request.post())["payload_json"]).encode()


def _reset(request: web.Request) -> None:
    """Without lingering, closing a socket resets its connection."""
    if request.transport is not None:
        connection = request.transport.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        request.transport.abort()
