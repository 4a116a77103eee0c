"""The client: commands in step, names kept, the heartbeat, and what it asks Discord for."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime
from typing import Any

import discord
import pytest
import simcord
from discord import app_commands
from discord.ext import commands
from structlog.testing import capture_logs

from bot.app.app import App, build_app
from bot.client import SitrepBot
from bot.domain.gazetteer import Gazetteer
from bot.errors import Unavailable
from bot.store.store import Store
from cogs.host import Host, Interaction
from tests.cogs.newsroom import Newsroom
from tests.cogs.stumbling import StumblingBot
from tests.cogs.world import living
from tests.moments import NOW, later


class Clock:
    """A clock that stands still until it is set; without a time, a beat fails."""

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
    names = ("latest", "issue", "briefings", "help")
    assert places == dict.fromkeys(names, everywhere) | {"settings": in_servers}


async def test_commands_are_registered_again_only_when_they_changed(
    env: simcord.Env, app: App
) -> None:
    assert registrations(env) == 1
    await env.restart_bot(SitrepBot(app))
    assert registrations(env) == 1
    await env.restart_bot(StumblingBot(app))
    assert registrations(env) == 2
    await env.restart_bot(StumblingBot(app))
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
    await env.restart_bot(SitrepBot(app))
    assert await name_of(store, desk) == "Harbour Desk"


async def test_the_heartbeat_is_written_as_time_passes(
    env: simcord.Env, clock: Clock, store: Store
) -> None:
    assert await last_beat(store) == NOW
    clock.time = later(seconds=20)
    await env.advance_time(20)
    assert await last_beat(store) == clock.time
    clock.time = later(seconds=30)
    await env.advance_time(5)
    assert await last_beat(store) == later(seconds=20)


async def test_the_heartbeat_goes_on_after_one_that_failed(
    env: simcord.Env, clock: Clock, store: Store
) -> None:
    clock.time = None
    with capture_logs() as lines:
        await env.advance_time(20)
    assert [type(line["exc_info"]) for line in lines] == [Unavailable]
    clock.time = later(minutes=10)
    await env.advance_time(20)
    assert await last_beat(store) == clock.time


async def last_beat(store: Store) -> datetime | None:
    async with store.read() as transaction:
        return await transaction.process.last_beat()


class Patience(commands.Cog):
    """A command that answers only when it may."""

    def __init__(self) -> None:
        self.begun, self.may_go_on = asyncio.Event(), asyncio.Event()
        self.finished = False

    @app_commands.command(description="Waits")
    async def wait(self, interaction: Interaction) -> None:
        self.begun.set()
        await self.may_go_on.wait()
        self.finished = not interaction.client.is_closed()


async def test_answers_in_flight_finish_before_it_hangs_up(app: App) -> None:
    bot, patience = SitrepBot(app), Patience()
    interaction = command_interaction(bot, "wait")
    await bot.add_cog(patience)
    async with bot:
        bot.tree._from_interaction(interaction)
        await patience.begun.wait()
        closing = asyncio.create_task(bot.close())
        await asyncio.sleep(0)
        assert not closing.done()
        patience.may_go_on.set()
        await closing
    assert patience.finished


def command_interaction(bot: Host, name: str) -> Any:
    """What Discord sends when somebody uses a command in a direct message."""
    user = {"id": "5", "username": "lone", "discriminator": "0", "avatar": None}
    data: Any = {
        "id": "1",
        "application_id": "1",
        "type": 2,
        "token": "t",
        "version": 1,
        "attachment_size_limit": 0,
        "channel": {"id": "7", "type": 1, "recipients": [user]},
        "user": user,
        "data": {"id": "9", "name": name, "type": 1},
    }
    return discord.Interaction(data=data, state=bot._connection)
