"""The client: commands in step, names kept, the heartbeat, and what it asks Discord for."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import discord
import pytest
import simcord
from sqlalchemy.exc import StatementError
from structlog.testing import capture_logs

from bot.app.app import App, build_app
from bot.app.process import ProcessNotes
from bot.app.servers import ServerWishes
from bot.client import NOT_KNOWN, SitrepBot
from bot.domain.gazetteer import Gazetteer
from bot.domain.tenure import Tenure
from bot.errors import Refused, Unavailable
from bot.store.condition import glance
from bot.store.store import Store
from tests.cogs.newsroom import Newsroom
from tests.cogs.stumbling import StumblingBot
from tests.cogs.world import at_home, living
from tests.connecting import connected, until
from tests.moments import NOW, later


class Clock:
    """A clock that stands still until it is set; what is no aware time makes a beat fail."""

    def __init__(self) -> None:
        self.time: Any = NOW

    def __call__(self) -> Any:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def app(store: Store, gazetteer: Gazetteer, clock: Clock) -> App:
    return build_app(store, gazetteer, clock)


@pytest.fixture
async def env(app: App) -> AsyncIterator[simcord.Env]:
    async with living(SitrepBot(app)) as world:
        yield world
        world.raise_errors()


def registrations(env: simcord.Env) -> int:
    return sum(request.method == "PUT" for request in env.http_requests)


def test_it_wants_no_privileged_intent_and_keeps_no_people(app: App) -> None:
    bot = SitrepBot(app)
    assert bot.intents == discord.Intents(guilds=True)
    assert bot._connection.max_messages is None
    assert bot._connection.member_cache_flags == discord.MemberCacheFlags.none()
    assert bot.allowed_mentions
    assert bot.allowed_mentions.to_dict() == {"parse": []}


async def test_commands_are_for_servers_direct_messages_and_users_who_install_it(
    env: simcord.Env,
) -> None:
    (registered,) = (entry.json for entry in env.http_requests if entry.method == "PUT")
    assert registered
    places = {
        command["name"]: (command["contexts"], command["integration_types"])
        for command in registered
    }
    everywhere, in_servers = ([0, 1, 2], [0, 1]), ([0], [0])
    names = ("latest", "issue", "quotes", "timeline", "search", "Cite", "briefings", "help")
    assert places == dict.fromkeys(names, everywhere) | {"alerts": in_servers, "setup": in_servers}


async def test_commands_are_registered_again_only_when_they_changed(
    env: simcord.Env, app: App
) -> None:
    assert registrations(env) == 1
    await env.restart_bot(at_home(SitrepBot(app), env))
    assert registrations(env) == 1
    await env.restart_bot(at_home(StumblingBot(app), env))
    assert registrations(env) == 2
    await env.restart_bot(at_home(StumblingBot(app), env))
    assert registrations(env) == 2


async def test_commands_that_could_not_be_registered_are_tried_again(app: App) -> None:
    env = simcord.Env(SitrepBot(app), shard_count=1)
    env.inject_error("PUT", "/applications/*/commands", status=403)
    with pytest.raises(discord.Forbidden):
        await env.start()
    assert await app.process.commands_changed(env.backend.application_id, "anything")
    async with living(SitrepBot(app)) as again:
        assert registrations(again) == 1


async def test_the_names_of_servers_are_kept_as_they_change(
    env: simcord.Env, store: Store, app: App
) -> None:
    desk = Newsroom(env, app, "Harbour Desk")
    await env.settle()
    assert await name_of(store, desk) == "Harbour Desk"
    bot_side = env.bot.get_guild(desk.guild.id)
    assert bot_side
    await bot_side.edit(name="Harbour & Quay")
    await env.settle()
    assert await name_of(store, desk) == "Harbour & Quay"


async def name_of(store: Store, desk: Newsroom) -> str:
    async with store.write() as transaction:
        briefing = await transaction.briefings.named(desk.guild.id, "Any")
        briefing = briefing or await transaction.briefings.add(desk.guild.id, "Any", public=False)
    return briefing.newsroom_name


async def test_servers_joined_while_it_was_away_are_named_at_the_start(
    env: simcord.Env, store: Store, app: App
) -> None:
    desk = Newsroom(env, app, "Harbour Desk")
    await env.settle()
    await app.servers.keep_names({desk.guild.id: "An older name"})
    await env.restart_bot(at_home(SitrepBot(app), env))
    assert await name_of(store, desk) == "Harbour Desk"


class Noting(ServerWishes):
    """Notes what it is asked to keep."""

    def __init__(self, store: Store) -> None:
        super().__init__(store, lambda: NOW)
        self.asked: list[dict[int, str]] = []

    async def keep_names(self, names: Mapping[int, str]) -> None:
        self.asked.append(dict(names))
        await super().keep_names(names)


async def test_all_servers_are_named_at_once_at_the_start(app: App, store: Store) -> None:
    noting = Noting(store)
    async with connected(SitrepBot(replace(app, servers=noting))) as discord_:
        await until(lambda: noting.asked)
        assert noting.asked == [discord_.servers]


async def test_it_is_connected_only_while_it_has_a_session(app: App) -> None:
    bot = SitrepBot(app)
    assert not bot.connected
    async with connected(bot) as discord_:
        assert bot.connected
        await discord_.break_off()
        await discord_.asked_to_resume.wait()
        assert bot.is_ready()
        assert not bot.shards[0].is_closed()
        assert not bot.connected
        discord_.resumes.set()
        await until(lambda: bot.connected)
    assert not bot.connected


async def test_the_heartbeat_is_written_as_time_passes(
    env: simcord.Env, clock: Clock, database: Path
) -> None:
    assert last_beat(database) == NOW
    clock.time = later(seconds=20)
    await env.advance_time(20)
    assert last_beat(database) == clock.time
    clock.time = later(seconds=30)
    await env.advance_time(5)
    assert last_beat(database) == later(seconds=20)


async def test_the_heart_stands_still_while_discord_is_away(
    env: simcord.Env, clock: Clock, database: Path
) -> None:
    assert isinstance(env.bot, SitrepBot)
    (shard,) = env.bot.shards.values()
    await shard.disconnect()
    clock.time = later(minutes=10)
    await env.advance_time(60)
    assert last_beat(database) == NOW
    await shard.reconnect()
    await env.advance_time(20)
    assert last_beat(database) == later(minutes=10)


@pytest.mark.parametrize(
    ("time", "error"), [(None, Refused), (NOW.replace(tzinfo=None), StatementError)]
)
async def test_what_runs_in_the_background_goes_on_after_it_failed(
    env: simcord.Env, clock: Clock, database: Path, time: Any, error: type[Exception]
) -> None:
    clock.time = time
    with capture_logs() as lines:
        await env.advance_time(20)
    failed = [type(line["exc_info"]) for line in lines if "exc_info" in line]
    assert error in failed
    clock.time = later(minutes=10)
    await env.advance_time(20)
    assert last_beat(database) == clock.time


def last_beat(database: Path) -> datetime | None:
    return glance(database).last_beat


class Locked(ProcessNotes):
    """A database that cannot be used for the first lease."""

    def __init__(self, store: Store) -> None:
        super().__init__(store, lambda: NOW)
        self.asked = 0

    async def hold(self, tenure: Tenure) -> bool:
        self.asked += 1
        if self.asked == 1:
            raise Unavailable("It is locked.")
        return await super().hold(tenure)


async def test_it_begins_when_a_locked_database_is_free_again(
    app: App, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.client._STANDBY_SECONDS", 0)
    process = Locked(store)
    bot = SitrepBot(replace(app, process=process))
    with capture_logs() as lines:
        await bot.take_over()
    assert process.asked == 2
    assert "the database cannot be used" in [line["event"] for line in lines]
    async with store.read() as transaction:
        assert await transaction.leases.holds(bot._tenure.lease, bot._tenure.holder, NOW)
    bot._keep_lease.cancel()
    if task := bot._keep_lease.get_task():  # it must have let go of the store before that is closed
        await asyncio.wait({task})


async def test_it_makes_room_for_a_process_that_has_taken_over(
    env: simcord.Env, app: App, clock: Clock
) -> None:
    assert isinstance(env.bot, SitrepBot)
    clock.time = later(minutes=1)
    assert await app.process.hold(Tenure(holder="another"))
    assert not env.bot.over.is_set()
    await env.advance_time(5)
    assert env.bot.over.is_set()
    assert isinstance(env.bot.why, Unavailable)
    assert str(env.bot.why).startswith("Another process of this bot has taken over")


async def test_it_ends_when_its_token_is_not_known_any_more(app: App) -> None:
    bot = SitrepBot(app)

    async def run() -> None:
        bot.courier.refused = True

    bot.courier.run = run
    await bot._run_errands()
    assert bot.over.is_set()
    assert bot.why is NOT_KNOWN


def test_the_first_reason_to_end_is_told(app: App) -> None:
    bot = SitrepBot(app)
    bot._end(NOT_KNOWN)
    bot._end(Unavailable("Later."))
    assert bot.why is NOT_KNOWN


def test_it_waits_as_long_as_discord_says(app: App) -> None:
    assert SitrepBot(app).http.max_ratelimit_timeout is None


async def test_a_newsroom_gets_its_commands_once_whoever_asks_at_the_same_time(
    env: simcord.Env, app: App
) -> None:
    newsroom = Newsroom(env, app)
    await env.settle()
    await app.briefing_making.found(newsroom.guild.id, "Harbour Notes", public=True)
    before = registrations(env)
    bot = env.bot
    assert isinstance(bot, SitrepBot)
    await asyncio.gather(*(bot.keep_desks() for _ in range(3)))
    assert registrations(env) == before + 1
    commands = await bot.tree.fetch_commands(guild=discord.Object(newsroom.guild.id))
    assert sorted(each.name for each in commands) == [
        *("Correct…", "Import to desk", "desk", "live")
    ]
