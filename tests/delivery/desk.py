"""The desk: a newsroom, all that delivers its releases, and a Discord on this machine.

One clock, which stands still until it is shifted, is that of all of them.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import discord

from bot.app.app import App, build_app
from bot.app.planning import Order
from bot.delivery.courier import Courier, Hooks
from bot.delivery.ledger import News
from bot.delivery.sender import Sender
from bot.delivery.wire import Wire
from bot.domain.briefing import Briefing
from bot.domain.delivery import Delivery
from bot.domain.gazetteer import Gazetteer
from bot.domain.receipt import Receipt
from bot.domain.release import Author, Release
from bot.domain.subscription import ChannelKind, Place, Wishes
from bot.domain.tenure import Tenure
from bot.rendering import MessageRenderer
from bot.store.store import Store
from tests.connecting import until
from tests.delivery.stock import NEWSROOM, draft, found, issue_of
from tests.moments import NOW
from tests.wire.clock import still
from tests.wire.reached import connected
from tests.wire.server import ANNOUNCEMENTS, FORUM
from tests.wire.serving import wire
from tests.wire.wire import Wire as Discord

_SERVERS = 2
_SOON = 20

ADA = Author(name="Ada", id=7)
AT_ONCE = Order(author=ADA, at_once=True)

FIRST, SECOND, DEAF, ANNOUNCED, REPORTS = (NEWSROOM + 100 + number for number in range(5))
"""Channels of the newsroom's server. The bot may not read the history of the third, the fourth
can be followed from other servers, and the last is a forum."""
_KINDS = {ANNOUNCED: ChannelKind.ANNOUNCEMENT, REPORTS: ChannelKind.FORUM}
FOREIGN = (2 << 22) + 100


def place(channel: int) -> Place:
    """Where one of these channels is."""
    kind = _KINDS.get(channel, ChannelKind.TEXT)
    return Place(server=channel >> 22 << 22, channel=channel, kind=kind)


class Desk:
    """What a test arranges, and what it sees of it; `there` is Discord."""

    def __init__(self, online: "Online", store: Store, gazetteer: Gazetteer) -> None:
        self.there, self.client = online.there, online.client
        self.store = store
        self.app: App = build_app(store, gazetteer, self.now)
        self.renderer = MessageRenderer(self.app, self.client)
        self.sender = Sender(self.client, self.renderer)
        self.news: list[News] = []
        self.errors: list[BaseException] = []
        self.closed_for = 0.0
        self.courier = self.another_courier()
        self.briefing: Briefing

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.there.clock(), UTC)

    async def _report(self, error: BaseException) -> None:
        self.errors.append(error)

    def another_courier(self, sender: Sender | None = None, holder: str = "me") -> Courier:
        """As a process that begins anew would have it."""
        hooks = Hooks(self.news.append, self._report, lambda: self.closed_for)
        return self.app.outgoing.courier(sender or self.sender, Tenure(holder=holder), hooks)

    async def subscribe(self, *channels: int, **wishes: Any) -> list[int]:
        """Subscribes channels; gives the ids of the subscriptions."""
        async with self.store.write() as store:
            await store.servers.keep_names({channel >> 22 << 22: "Harbour" for channel in channels})
            return [
                await store.subscriptions.keep(
                    place(channel), self.briefing.id, Wishes(**wishes), 7, self.now()
                )
                for channel in channels
            ]

    async def publish(self, number: int = 1, order: Order = AT_ONCE) -> Release:
        """Publishes an issue of two sections, on Russia and on China."""
        key = await draft(self.store, self.briefing, issue_of(number, sections=2))
        return (await self.app.publishing.publish(key, order)).release

    async def correct(
        self, issue: int, old: str, new: str, *, quiet: bool | None = None
    ) -> Release:
        """Replaces words by others in the overview."""
        before = await self.app.publishing.contents(issue)
        first, *others = before.entries
        text = first.text.replace(old, new)
        after = before.model_copy(
            update={"entries": (first.model_copy(update={"text": text}), *others)}
        )
        order = AT_ONCE.model_copy(update={"quiet": quiet})
        return (await self.app.publishing.correct(issue, after, "A slip", order)).release

    async def withdraw(self, issue: int) -> Release:
        return (await self.app.publishing.withdraw(issue, "All wrong", AT_ONCE)).release

    async def hold(self, holder: str = "me") -> bool:
        """Takes the lease, or renews it."""
        return await self.app.process.hold(Tenure(holder=holder))

    async def drain(self, courier: Courier | None = None) -> None:
        """All that is due now is done."""
        assert await self.hold()
        async with asyncio.timeout(_SOON):
            await (courier or self.courier).drain()

    async def claim(self, limit: int = 10) -> list[Delivery]:
        """What is due, as the courier gets it."""
        assert await self.hold()
        async with self.store.write() as store:
            return await store.outbox.claim(Tenure(holder="me"), self.now(), limit)

    async def receipt(self, release: Release) -> Receipt:
        return await self.app.receipts.of(release.id)

    async def counts(self, release: Release) -> dict[str, int]:
        """How many acts of a release stand how: "send sent"."""
        counts = (await self.receipt(release)).counts
        return {f"{each.act} {each.state}": each.number for each in counts}

    async def reasons(self, release: Release) -> set[str]:
        return {each.reason for each in (await self.receipt(release)).counts}


@dataclass
class Online:
    """A client that is connected to Discord."""

    there: Discord
    client: discord.Client


@asynccontextmanager
async def online() -> AsyncIterator[Online]:
    """A client whose requests pass the wire, in two servers."""
    client = discord.Client(
        intents=discord.Intents(guilds=True),
        http_trace=Wire().trace,
        allowed_mentions=discord.AllowedMentions.none(),
        chunk_guilds_at_startup=False,
        guild_ready_timeout=0.01,
    )
    async with wire(still(NOW.timestamp()), servers=_SERVERS, channels=5) as there:
        _, _, deaf, announced, reports = there.gateway.servers[NEWSROOM].places
        deaf.denied = discord.Permissions(read_message_history=True)
        announced.kind, reports.kind = ANNOUNCEMENTS, FORUM
        async with connected(there.url, client):
            await until(lambda: len([each for each in client.guilds if each.me]) == _SERVERS)
            there.shift(10)
            there.journal.records.clear()
            yield Online(there, client)


@asynccontextmanager
async def opened(store: Store, gazetteer: Gazetteer) -> AsyncIterator[Desk]:
    """The desk, connected to Discord; its briefing is public."""
    async with online() as there:
        desk = Desk(there, store, gazetteer)
        desk.briefing = await found(store)
        yield desk
