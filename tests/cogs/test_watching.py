"""Watching: lost rights are noticed, told once at the right place, and so is their return."""

from datetime import datetime
from typing import Any

import discord
import pytest
import simcord
from simcord.backend import serializers
from structlog.testing import capture_logs

from bot.app.app import App, build_app
from bot.client import SitrepBot
from bot.domain.access import NOWHERE, Access
from bot.domain.gazetteer import Gazetteer
from bot.domain.subscription import ChannelKind, Standing
from bot.store.store import Store
from tests.cogs.documents import NEWER
from tests.cogs.newsroom import Newsroom
from tests.cogs.shown import text_of
from tests.cogs.watched import Watched, dispatch, labels_of
from tests.cogs.world import at_home
from tests.moments import NOW, later


class Clock:
    """Stands still until it is set."""

    def __init__(self) -> None:
        self.time = NOW

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def app(store: Store, gazetteer: Gazetteer, clock: Clock) -> App:
    return build_app(store, gazetteer, clock)


@pytest.fixture
async def publisher(env: simcord.Env, app: App) -> Newsroom:
    return Newsroom(env, app, "Harbour Desk")


@pytest.fixture
async def shore(env: simcord.Env, app: App, publisher: Newsroom) -> Watched:
    """A server that has subscribed its first channel to the briefing of another server."""
    shore = Watched(env, app)
    await env.settle()
    await publisher.publish(NEWER, public=True)
    await shore.subscribe()
    await shore.looked()
    return shore


async def test_a_lost_right_pauses_and_is_told_where_the_server_wants(shore: Watched) -> None:
    await shore.want_notices()
    await shore.deny(shore.channel, send_messages=True)
    paused = await shore.only()
    assert (paused.standing, paused.detail) == (Standing.NO_RIGHT, "send")
    (notice,) = shore.notices()
    assert notice.startswith("## Alerts of Harbour Notes are paused")
    assert f"<#{shore.channel.id}>" in notice
    assert "allow **Send Messages**" in notice
    assert shore.letters == []


async def test_without_a_channel_for_notices_who_subscribed_is_told(shore: Watched) -> None:
    await shore.deny(shore.channel, view_channel=True)
    (letter,) = shore.letters
    assert "are paused" in letter
    assert [shore.notices(channel) for channel in (shore.desk, shore.channel)] == [[], []]


async def test_where_it_may_not_write_it_tells_who_subscribed(shore: Watched) -> None:
    await shore.want_notices()
    await shore.deny(shore.desk, send_messages=True)
    await shore.deny(shore.channel, send_messages=True)
    assert shore.notices() == []
    assert len(shore.letters) == 1


async def test_where_nobody_can_be_told_it_is_kept_and_no_error(shore: Watched) -> None:
    letters = shore.admin.user.dm_channel.id
    shore.env.inject_error(
        "POST", f"/channels/{letters}/messages", status=403, code=50007, times=None
    )
    await shore.deny(shore.channel, send_messages=True)
    assert shore.letters == []
    assert (await shore.only()).standing is Standing.NO_RIGHT
    assert shore.env.errors == []


async def test_a_network_that_fails_while_telling_is_no_error(shore: Watched) -> None:
    await shore.want_notices()
    shore.env.inject_error("POST", "/channels/*/messages", status=500, times=None)
    shore.env.inject_error("POST", "/users/@me/channels", status=403, times=None)
    await shore.deny(shore.channel, send_messages=True)
    assert (await shore.only()).standing is Standing.NO_RIGHT
    assert shore.env.errors == []


async def test_the_return_of_a_right_is_told_at_the_same_place(shore: Watched) -> None:
    await shore.want_notices()
    await shore.deny(shore.channel, send_messages=True)
    await shore.deny(shore.channel)
    assert (await shore.only()).standing is Standing.WORKING
    told = shore.notices()
    assert [words.partition("\n")[0] for words in told] == [
        "## Alerts of Harbour Notes are paused",
        "## Alerts of Harbour Notes work again",
    ]


async def test_a_loss_is_told_once_a_day_and_a_return_only_after_it(
    shore: Watched, clock: Clock
) -> None:
    await shore.want_notices()
    for hour in range(3):
        clock.time = later(hours=hour)
        await shore.deny(shore.channel, send_messages=True)
        clock.time = later(hours=hour, minutes=10)
        await shore.deny(shore.channel)
    assert len(shore.notices()) == 2
    clock.time = later(hours=25)
    await shore.deny(shore.channel, send_messages=True)
    assert len(shore.notices()) == 3


async def test_a_loss_that_comes_again_within_a_day_is_told_after_it(
    shore: Watched, clock: Clock, env: simcord.Env, app: App
) -> None:
    await shore.want_notices()
    await shore.deny(shore.channel, send_messages=True)
    clock.time = later(hours=1)
    await shore.deny(shore.channel)
    await shore.deny(shore.channel, send_messages=True)
    assert len(shore.notices()) == 2
    for day in (1, 2):
        clock.time = later(hours=1, days=day)
        await env.restart_bot(at_home(SitrepBot(app), env))
        assert [words.partition("\n")[0] for words in shore.notices()][2:] == [
            "## Alerts of Harbour Notes are paused"
        ]


async def test_what_could_not_be_sent_is_told_at_the_next_look(
    shore: Watched, env: simcord.Env, app: App
) -> None:
    await shore.want_notices()
    env.inject_error("POST", "/channels/*/messages", status=418, times=2)
    await shore.deny(shore.channel, send_messages=True)
    assert (shore.notices(), shore.letters) == ([], [])
    assert (await shore.only()).told_at is None
    await env.restart_bot(at_home(SitrepBot(app), env))
    assert len(shore.notices()) == 1
    assert (await shore.only()).told


async def test_a_limit_that_lasts_too_long_while_telling_is_no_error(
    shore: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def limited(*_: object, **__: object) -> None:
        raise discord.RateLimited(60)

    await shore.want_notices()
    with monkeypatch.context() as full:
        full.setattr(discord.TextChannel, "send", limited)
        full.setattr(SitrepBot, "create_dm", limited)
        await shore.deny(shore.channel, send_messages=True)
    paused = await shore.only()
    assert (paused.standing, paused.told_at) == (Standing.NO_RIGHT, None)
    assert shore.env.errors == []


async def test_two_briefings_that_pause_one_after_the_other_are_told_of_once(
    shore: Watched,
) -> None:
    second = await shore.app.briefing_making.found(shore.guild.id, "Tides", public=True)
    other = await shore.subscribe(briefing=second.id)
    first = next(
        each
        for each in await shore.app.subscribing.of_server(shore.guild.id)
        if each.id != other.id
    )
    await shore.want_notices()
    await shore.app.subscribing.check({shore.channel.id: Access(send=False)})
    for paused in (first, other):
        await dispatch(shore.env, "subscription_paused", paused.id)
    assert len(shore.notices()) == 1


async def test_two_briefings_of_one_channel_are_told_of_once(shore: Watched) -> None:
    other = Newsroom(shore.env, shore.app, "Sea Desk")
    await shore.env.settle()
    second = await shore.app.briefing_making.found(other.guild.id, "Tides", public=True)
    await shore.subscribe(briefing=second.id)
    await shore.want_notices()
    await shore.deny(shore.channel, send_messages=True)
    found = await shore.app.subscribing.of_server(shore.guild.id)
    assert [each.standing for each in found] == [Standing.NO_RIGHT] * 2
    assert len(shore.notices()) == 1


async def test_what_came_out_too_long_ago_is_offered_on_return(
    shore: Watched, publisher: Newsroom, clock: Clock
) -> None:
    await shore.want_notices()
    await shore.deny(shore.channel, send_messages=True)
    clock.time = later(hours=1)
    await publisher.publish(NEWER.replace("#8", "#9"), public=True)
    await publisher.publish(NEWER.replace("#8", "#10"), public=True)
    clock.time = later(hours=2)
    await shore.env.advance_time(3)
    clock.time = later(hours=40)
    await shore.deny(shore.channel)
    again = shore.desk.history()[-1]
    assert "Not sent meanwhile, the last one first: #10 and #9." in shore.notices()[-1]
    assert labels_of(again) == ["Send what was missed"]
    assert shore.notices(shore.channel) == []
    told = await shore.keeper.click(again, label="Send what was missed")
    assert "#9 and #10 are on their way" in text_of(told)
    await shore.env.advance_time(3)
    first, second = shore.notices(shore.channel)
    assert "Harbour Notes #9" in first
    assert "Harbour Notes #10" in second
    twice = await shore.keeper.click(again, label="Send what was missed")
    assert "Nothing is left to send" in text_of(twice)


async def test_a_deleted_channel_is_gone(shore: Watched) -> None:
    await shore.want_notices()
    shore.env.backend.delete_channel(shore.channel.id)
    await shore.looked()
    assert (await shore.only()).standing is Standing.GONE
    assert "is not there any more" in shore.notices()[0]


async def test_the_bot_leaves_and_comes_back(shore: Watched, env: simcord.Env) -> None:
    await shore.subscribe(shore.desk)
    told = shore.leave()
    await shore.looked()
    found = await shore.app.subscribing.of_server(shore.guild.id)
    assert [each.standing for each in found] == [Standing.GONE] * 2
    assert len(shore.letters) == 1
    env.backend.emit("GUILD_CREATE", told)
    await shore.looked()
    found = await shore.app.subscribing.of_server(shore.guild.id)
    assert [each.standing for each in found] == [Standing.WORKING] * 2
    assert len(shore.letters) == 3


async def test_a_server_that_is_only_out_of_order_changes_nothing(
    shore: Watched, env: simcord.Env
) -> None:
    env.backend.emit("GUILD_DELETE", {"id": str(shore.guild.id), "unavailable": True})
    await dispatch(env, "server_in_doubt", shore.guild.id)
    await shore.looked()
    assert (await shore.only()).standing is Standing.WORKING


async def test_a_role_of_the_bot_that_loses_a_right_is_noticed(
    shore: Watched, env: simcord.Env
) -> None:
    guild = env.backend.get_guild(shore.guild.id)
    (own,) = (role for role in guild.roles.values() if role.managed)
    env.backend.edit_role(guild.id, own.id, {"permissions": 1024})
    env.backend.edit_role(guild.id, guild.id, {"permissions": 1024})
    await shore.looked()
    assert (await shore.only()).detail == "send history"


async def test_a_role_taken_from_the_bot_is_noticed(shore: Watched, env: simcord.Env) -> None:
    """Discord tells a bot of itself without the intent for members; the simulation does not."""
    guild = env.backend.get_guild(shore.guild.id)
    env.backend.edit_role(guild.id, guild.id, {"permissions": 1024})
    await shore.looked()
    assert (await shore.only()).standing is Standing.WORKING
    me = guild.members[env.backend.bot_user.id]
    me.role_ids.clear()
    told: Any = {**serializers.member_payload(env.backend, guild, me), "guild_id": str(guild.id)}
    with env._bot_scope():
        env.bot._connection.parse_guild_member_update(told)
    await shore.looked()
    assert (await shore.only()).standing is Standing.NO_RIGHT


async def test_a_thread_that_is_archived_still_works_and_a_locked_one_does_not(
    shore: Watched, env: simcord.Env
) -> None:
    thread = env.backend.create_thread(shore.channel.id, "tides", shore.admin.id)
    await env.settle()
    handle = simcord.ChannelHandle(env, shore.guild, thread)
    await shore.app.subscribing.stop(shore.guild.id, shore.channel.id)
    await shore.subscribe(handle, kind=ChannelKind.THREAD)
    env.backend.edit_channel(thread.id, {}, thread_metadata={"archived": True})
    await shore.looked()
    assert env.bot.get_channel(thread.id) is None
    assert (await shore.only()).standing is Standing.WORKING
    await shore.deny(shore.channel, manage_threads=True)
    env.backend.edit_channel(thread.id, {}, thread_metadata={"locked": True})
    await shore.looked()
    assert (await shore.only()).detail == "unlocked"
    env.backend.delete_channel(thread.id)
    await shore.looked()
    assert (await shore.only()).standing is Standing.GONE


async def test_a_thread_that_discord_cannot_say_of_stays_as_it_is(
    shore: Watched, env: simcord.Env
) -> None:
    thread = env.backend.create_thread(shore.channel.id, "tides", shore.admin.id)
    await env.settle()
    await shore.app.subscribing.stop(shore.guild.id, shore.channel.id)
    handle = simcord.ChannelHandle(env, shore.guild, thread)
    await shore.subscribe(handle, kind=ChannelKind.THREAD)
    env.inject_error("GET", f"/channels/{thread.id}", status=418, times=None)
    env.backend.edit_channel(thread.id, {}, thread_metadata={"archived": True})
    await shore.looked()
    assert (await shore.only()).standing is Standing.WORKING


async def test_what_the_courier_has_paused_is_told(shore: Watched) -> None:
    await shore.want_notices()
    paused = await shore.only()
    await shore.app.subscribing.check({shore.channel.id: Access(send=False)})
    await dispatch(shore.env, "subscription_paused", paused.id)
    await dispatch(shore.env, "subscription_paused", paused.id)
    assert len(shore.notices()) == 1


async def test_at_the_start_whatever_is_paused_is_looked_at_again(
    shore: Watched, env: simcord.Env, app: App
) -> None:
    await app.subscribing.check({shore.channel.id: NOWHERE})
    await env.restart_bot(at_home(SitrepBot(app), env))
    assert (await shore.only()).standing is Standing.WORKING


async def test_an_error_is_reported_and_the_next_look_happens(
    shore: Watched, env: simcord.Env, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken, capture_logs() as lines:
        broken.setattr(type(shore.app.subscribing), "of_server", lambda *_: 1 / 0)
        await shore.deny(shore.channel, send_messages=True)
    assert [type(line["exc_info"]) for line in lines if line["event"] == "error"] == [
        ZeroDivisionError
    ]
    await dispatch(env, "server_in_doubt", shore.guild.id)
    await shore.looked()
    assert (await shore.only()).standing is Standing.NO_RIGHT


async def test_its_loops_end_with_it(env: simcord.Env) -> None:
    assert isinstance(env.bot, SitrepBot)
    watching: Any = env.bot.get_cog("Watching")
    loops = (watching._look_again, watching._look_daily)
    assert all(loop.is_running() for loop in loops)
    assert watching._look_daily.hours == 24
    await env.bot.unload_extension("cogs.watching")
    assert not any(loop.is_running() for loop in loops)
