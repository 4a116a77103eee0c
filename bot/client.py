"""The Discord client: loads the cogs, keeps the commands in step, reports every error."""

import asyncio
import sys
from collections.abc import Awaitable
from contextlib import suppress
from typing import Any, TypeVar, cast

import discord
import structlog
from discord import app_commands
from discord.ext import tasks

from bot.app.app import App
from bot.delivery.courier import Hooks
from bot.delivery.ledger import News
from bot.delivery.sender import Sender
from bot.delivery.wire import Wire
from bot.domain.tenure import Tenure
from bot.errors import Misconfigured, SitrepError, Unavailable
from bot.registering import Registering
from bot.rendering import MessageRenderer
from bot.report import report
from cogs.host import NOWHERE, Host

EXTENSIONS = (
    *("cogs.reading", "cogs.lists", "cogs.citing", "cogs.alerts"),
    *("cogs.setup", "cogs.watching", "cogs.receipts", "cogs.desk", "cogs.live"),
    "cogs.schedule_notices",
)
_HEARTBEAT_SECONDS = 20
_SHORT_REST_SECONDS = 5.0  # which requests in flight may wait for
_LEASE_SECONDS, _STANDBY_SECONDS = 5, 2
_ALONE = Tenure()
Outcome = TypeVar("Outcome")

NOT_KNOWN = Misconfigured(
    "Discord does not know this DISCORD_TOKEN; copy it anew from the Bot page of your application."
)
_SUPERSEDED = Unavailable(
    "Another process of this bot has taken over while this one could not use the database; start it"
    " again, and it stands by."
)
_PATIENCE_SECONDS = 10
_AT_WORK = ("CommandTree-invoker", "discord-ui-dynamic-item", "discord.py: on_")
"""How discord.py names the tasks that answer somebody or hear of something."""

_log = structlog.stdlib.get_logger("sitrep.client")


class SitrepTree(app_commands.CommandTree["SitrepBot"]):
    """The commands; their errors are reported."""

    async def on_error(
        self, interaction: discord.Interaction["SitrepBot"], error: app_commands.AppCommandError, /
    ) -> None:
        await self.client.report(error, interaction)


class SitrepBot(Host):
    """Sitrep on Discord: no privileged intent, no caches of messages or members."""

    def __init__(self, app: App, tenure: Tenure = _ALONE) -> None:
        self.wire = Wire()
        # Sitrep does not speak; without this, each start warns that it cannot.
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
        super().__init__(
            command_prefix=(),
            help_command=None,
            tree_cls=SitrepTree,
            intents=discord.Intents(guilds=True),
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            http_trace=self.wire.trace,
            allowed_mentions=discord.AllowedMentions.none(),
            allowed_contexts=app_commands.AppCommandContext(
                guild=True, dm_channel=True, private_channel=True
            ),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
        )
        self.app = app
        self.courier = app.outgoing.courier(
            Sender(self, MessageRenderer(app, self)),
            tenure,
            Hooks(told=self._tell, report=self.report, closed_for=self._closed_for),
        )
        self._tenure = tenure
        self._registering = Registering(self.tree, app.process, NOWHERE)
        self.over = asyncio.Event()
        self.why: SitrepError | None = None
        self._errand: asyncio.Task[None] | None = None
        self._sessions = set[int]()

    @property
    def connected(self) -> bool:
        """Whether each shard has an open connection and a session on it.

        `is_ready()` stays true while Discord is away, and `ShardInfo.is_closed()` turns false
        before Discord has taken up the session again.
        """
        return self.is_ready() and all(
            number in self._sessions and not shard.is_closed()
            for number, shard in self.shards.items()
        )

    async def take_over(self) -> None:
        """Waits until no other process works with this token and database."""
        waiting = False
        while not await self._may_begin():
            if not waiting:
                _log.info("standing by: another process works with this token and database")
            waiting = True
            await asyncio.sleep(_STANDBY_SECONDS)
        if not self._keep_lease.is_running():
            self._keep_lease.start()

    async def setup_hook(self) -> None:
        await self.take_over()
        for extension in EXTENSIONS:
            if extension not in self.extensions:  # a login that broke off is tried again
                await self.load_extension(extension)
        # setup_hook runs when the application is known
        await self._registering.everywhere(cast("int", self.application_id))

    def counters(self) -> dict[str, int]:
        """What a monitor may want to know: of deliveries, and of Discord's answers by status."""
        answers = {f"sitrep_discord_{status}": n for status, n in self.wire.statuses.items()}
        invalid = {"sitrep_discord_invalid_requests": self.wire.invalid.total}
        return self.courier.counters.snapshot() | answers | invalid

    async def report(
        self, error: BaseException, interaction: discord.Interaction[Any] | None = None
    ) -> None:
        await report(error, interaction)

    async def on_error(self, event_method: str, /, *args: Any, **kwargs: Any) -> None:
        """A listener raised; discord.py calls this inside its except block."""
        error = sys.exception()
        if error is not None:
            with structlog.contextvars.bound_contextvars(listener=event_method):
                await self.report(error)

    async def on_ready(self) -> None:
        if not self._heartbeat.is_running():
            self._heartbeat.start()
        if self._errand is None:
            self._errand = asyncio.create_task(self._run_errands(), name="courier")
        await self._safely(self._keep_names(*self.guilds))
        await self._safely(self.keep_desks())
        _log.info("ready", user=str(self.user), servers=len(self.guilds))

    async def on_shard_connect(self, shard_id: int) -> None:
        self._sessions.add(shard_id)

    async def on_shard_resumed(self, shard_id: int) -> None:
        self._sessions.add(shard_id)

    async def on_shard_disconnect(self, shard_id: int) -> None:
        self._sessions.discard(shard_id)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        await self._keep_names(guild)

    async def on_guild_available(self, guild: discord.Guild) -> None:
        if self.is_ready():  # until then every server comes this way, and on_ready has them all
            await self._keep_names(guild)

    async def on_guild_update(self, before: discord.Guild, after: discord.Guild) -> None:
        if before.name != after.name:
            await self._keep_names(after)

    async def close(self) -> None:
        """Stops hearing Discord, lets answers in flight finish, then hangs up."""
        self._heartbeat.cancel()
        self.courier.stop()
        try:
            async with asyncio.timeout(_PATIENCE_SECONDS):
                await asyncio.gather(*(shard.disconnect() for shard in self.shards.values()))
                if self._errand is not None:
                    await asyncio.wait([self._errand])
                while working := self._at_work():
                    await asyncio.wait(working)
        except TimeoutError:
            _log.warning("hanging up on answers", count=len(self._at_work()))
        await self._give_up_lease()
        await super().close()

    def _at_work(self) -> list[asyncio.Task[Any]]:
        """The tasks that answer somebody, and the heartbeat while it ends."""
        working = [task for task in asyncio.all_tasks() if task.get_name().startswith(_AT_WORK)]
        # SQLite's driver never ends a connection whose task is cancelled twice,
        # and the end of the event loop cancels what is left.
        beating = self._heartbeat.get_task()
        return [*working, beating] if beating and not beating.done() else working

    async def _keep_names(self, *guilds: discord.Guild) -> None:
        await self.app.servers.keep_names({guild.id: guild.name for guild in guilds})

    async def on_newsroom_made(self, _: int) -> None:
        """A server has a briefing of its own now."""
        await self.keep_desks()

    async def keep_desks(self) -> None:
        """Gives the desk's commands to every newsroom of this process that lacks them."""
        here = {guild.id for guild in self.guilds}
        newsrooms = here & await self.app.briefing_making.newsrooms()
        await self._registering.in_newsrooms(newsrooms)

    async def _run_errands(self) -> None:
        """The courier, until it is stopped; an error in it ends no more than one round of it."""
        while not self.courier.stopped:
            await self._safely(self.courier.run())
            if self.courier.refused:
                self._end(NOT_KNOWN)
            if not self.courier.stopped:
                await self.courier.wait(asyncio.Event(), _STANDBY_SECONDS)

    def _end(self, why: SitrepError) -> None:
        """Lets whoever runs the bot know that it must not go on."""
        self.why = self.why or why
        self.over.set()

    async def _safely(self, act: Awaitable[Outcome]) -> Outcome | None:
        """What a background task does: what would leave it, and end it for good, is reported."""
        try:
            return await act
        except Exception as error:  # noqa: BLE001  # the one place of the background tasks
            await self.report(error)
            return None

    def _tell(self, news: News) -> None:
        """Lets the cogs know what the courier has to say."""
        for key in news.finished:
            _log.info("a release is done", release=key, **self.counters())
            self.dispatch("release_finished", key)
        for key, reason in news.stopped.items():
            self.dispatch("release_stopped", key, reason)
        for key in news.changed:
            self.dispatch("receipt_changed", key)
        for key in news.paused:
            self.dispatch("subscription_paused", key)
        for key in news.blocked:
            self.dispatch("release_blocked", key)
        for key in news.missed:
            self.dispatch("release_missed", key)

    def _closed_for(self) -> float:
        """Too many invalid requests, or a wait that Discord asks of all of them."""
        invalid = self.wire.invalid.closed_for(self.loop.time())
        return invalid or max(self.wire.pace.resting_for() - _SHORT_REST_SECONDS, 0.0)

    async def _may_begin(self) -> bool:
        """Whether the lease is ours now; a database that cannot be used says so later."""
        try:
            return await self._hold()
        except Unavailable as error:
            _log.warning("the database cannot be used", error=str(error))
            return False

    async def _hold(self) -> bool:
        return await self.app.process.hold(self._tenure)

    async def _give_up_lease(self) -> None:
        if self._keep_lease.is_running():
            self._keep_lease.cancel()
            with suppress(Unavailable):
                await self.app.process.give_up(self._tenure)

    @tasks.loop(seconds=_LEASE_SECONDS)
    async def _keep_lease(self) -> None:
        """Renews the lease; whoever has lost it to another process makes room at once."""
        if await self._safely(self._hold()) is False:
            _log.error("another process has taken over: this one stops")
            self._end(_SUPERSEDED)

    @tasks.loop(seconds=_HEARTBEAT_SECONDS)
    async def _heartbeat(self) -> None:
        if self.connected:
            await self._safely(self.app.process.beat())
            await self._safely(self.keep_desks())
