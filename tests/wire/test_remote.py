"""The stand-in in a process of its own, and the control of it."""

import asyncio
import sys
from pathlib import Path

import discord
import pytest

from tests.wire.fault import Fault
from tests.wire.reached import connected, logged_in
from tests.wire.remote import Remote, remote

ROOT = Path(__file__).resolve().parents[2]


async def test_it_serves_and_is_controlled_from_outside() -> None:
    async with remote(servers=2, channels=2, remembers=60) as there:
        async with logged_in(there.url) as client:
            await faults_and_records(there, client)
            await nonces_and_edits(there, client)
            await switches(there, client)
        await commands(there)
        await other_terms(there)
        await there.reset()
        assert (await there.summary())["requests"] == 0
        with pytest.raises(ValueError, match="no such action"):
            await there.ask("nonsense")
        with pytest.raises(ValueError, match="unexpected keyword"):
            await there.ask("shift", minutes=1)


async def faults_and_records(there: Remote, client: discord.Client) -> None:
    channels = await there.channels()
    await there.plan(Fault("error", after=True, status=503), times=1)
    channel = client.get_partial_messageable(channels[0])
    with pytest.raises(discord.DiscordServerError):
        await channel.send("One", nonce="n")
    await channel.send("One", nonce="n")
    assert await there.count(name="create") == 2
    first, second = (await there.records(bodies=True))[-2:]
    assert (first["outcome"], second["outcome"]) == ("stored", "deduplicated")
    assert first["body"]["content"] == "One"
    assert await there.lost(channels) == channels[1:]
    assert await there.counts() == {channels[0]: 1}


async def nonces_and_edits(there: Remote, client: discord.Client) -> None:
    channel = (await there.channels())[0]
    await there.shift(61)
    sent = await client.get_partial_messageable(channel).send("One", nonce="n")
    await sent.edit(content="Two")
    assert await there.duplicates() == {channel: 1}
    assert await there.duplicates("One") == {channel: 1}
    first, second = await there.stored(channel)
    assert (first["nonce"], first["edits"]) == ("n", [])
    assert second["id"] == sent.id
    assert [edit["content"] for edit in await there.edits(sent.id)] == ["Two"]


async def switches(there: Remote, client: discord.Client) -> None:
    channel = client.get_partial_messageable((await there.channels())[1])
    await there.refuse(channel.id, 50013)
    with pytest.raises(discord.Forbidden):
        await channel.send("One")
    await there.ask("allow", channel=channel.id)
    await there.ask("switch", knows_the_token=False)
    with pytest.raises(discord.HTTPException) as error:
        await channel.send("One")
    assert error.value.status == 401
    await there.ask("switch", knows_the_token=True)
    await channel.send("One")


async def other_terms(there: Remote) -> None:
    await there.plan(Fault("banned"), route=None, times=None)
    await there.ask("clear")
    await there.ask("terms", limit=3, rtt=0.01)
    await there.reset()
    before = await there.ask("now")
    async with logged_in(there.url) as client:
        await client.get_partial_messageable(1).send("One")
    assert (await there.summary())["scopes"] == {}
    assert await there.ask("now") - before > 0.02


async def commands(there: Remote) -> None:
    client = discord.Client(intents=discord.Intents(guilds=True), guild_ready_timeout=0.1)
    answered = asyncio.Event()

    @client.event
    async def on_interaction(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("Here")
        answered.set()

    async with connected(there.url, client):
        asked = await there.command("latest")
        await answered.wait()
    (interaction,) = await there.interactions()
    assert interaction["id"] == asked
    assert interaction["latency"] > 0
    assert interaction["replies"][0]["body"]["content"] == "Here"


async def test_it_ends_with_whoever_started_it() -> None:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.wire.serve", "--tied"),
        cwd=ROOT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdin
    assert process.stdout
    assert (await process.stdout.readline()).startswith(b"http://127.0.0.1:")
    process.stdin.close()
    assert await process.wait() == 0
