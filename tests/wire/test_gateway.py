"""The gateway, to which a real bot connects."""

from typing import Any

import discord
import pytest
from discord.ext import commands

from tests.connecting import until
from tests.wire.reached import connected
from tests.wire.server import ANNOUNCEMENTS, THREAD, Place, Server
from tests.wire.serving import wire
from tests.wire.wire import Wire


def bot(**options: Any) -> commands.AutoShardedBot:
    """As Sitrep is one, but for how long it waits for the last server."""
    return commands.AutoShardedBot(
        (),
        intents=discord.Intents(guilds=True),
        member_cache_flags=discord.MemberCacheFlags.none(),
        chunk_guilds_at_startup=False,
        guild_ready_timeout=0.1,
        **options,
    )


async def all_servers(client: discord.Client, count: int) -> None:
    await until(lambda: sum(not guild.unavailable for guild in client.guilds) == count)


async def test_servers_have_channels_roles_and_the_bot() -> None:
    async with wire(servers=2, channels=3) as there, connected(there.url, client := bot()):
        await all_servers(client, 2)
        guild = client.guilds[0]
        assert [channel.id for channel in guild.text_channels] == there.channels()[:3]
        assert guild.me.id == 1001
        assert guild.text_channels[0].permissions_for(guild.me).send_messages
        press = guild.get_role(there.gateway.servers[guild.id].press)
        assert press
        assert press.mentionable
        sent = await guild.text_channels[0].send("Hello")
        assert [message.id for message in there.stored(guild.text_channels[0].id)] == [sent.id]


async def test_permissions_may_be_denied_in_a_channel() -> None:
    async with wire() as there:
        silent = Place(71, "silent", denied=discord.Permissions(send_messages=True))
        thread = Place(72, "storm", THREAD, parent=71, archived=True)
        there.join(Server(1 << 22, "Desk", [silent, Place(73, "news", ANNOUNCEMENTS), thread]))
        async with connected(there.url, client := bot()):
            await all_servers(client, 1)
            channel, news, storm = (client.get_channel(number) for number in (71, 73, 72))
            assert isinstance(channel, discord.TextChannel)
            assert not channel.permissions_for(channel.guild.me).send_messages
            assert isinstance(news, discord.TextChannel)
            assert news.is_news()
            assert isinstance(storm, discord.Thread)
            assert storm.archived


async def test_each_shard_has_its_servers() -> None:
    async with wire(servers=3, channels=1) as there:
        second = bot(shard_count=2, shard_ids=[1])  # of both, discord.py waits between them
        async with connected(there.url, second):
            await all_servers(second, 2)
            assert [guild.id for guild in second.guilds] == [1 << 22, 3 << 22]
        with pytest.raises(ConnectionError):
            await there.command("latest")


async def test_a_bot_takes_up_its_session_again_and_hears_of_what_happens() -> None:
    async with wire(servers=1, channels=1) as there, connected(there.url, client := bot()):
        await all_servers(client, 1)
        resumed = client.wait_for("resumed")
        await there.gateway.break_off()
        await resumed
        (channel,) = there.channels()
        place = there.gateway.servers[1 << 22].places[0]
        await there.gateway.tell(1 << 22, "CHANNEL_DELETE", place.payload(1 << 22))
        await until(lambda: client.get_channel(channel) is None)


async def test_nobody_hears_of_a_command_while_no_bot_is_connected() -> None:
    async with wire(servers=1, channels=1) as there:
        with pytest.raises(ConnectionError, match="no bot"):
            await there.command("latest")


async def test_commands_are_registered() -> None:
    async with wire() as there, connected(there.url, client := bot()):
        await client.tree.sync()
        assert there.count(name="commands", status=200) == 1


async def test_servers_outlast_a_reset() -> None:
    async with wire(servers=2, channels=2) as there:
        channels = there.channels()
        there.refuse(channels[0], 50001)
        there.banned = True
        there.reset()
        assert there.channels() == channels
        assert not there.banned
        assert await heard(there)


async def heard(there: Wire) -> bool:
    async with connected(there.url, client := bot()):
        await all_servers(client, 2)
        asked = await there.command("latest")
        return there.replies.interactions == {asked.token: asked}
