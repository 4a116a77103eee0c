"""Interactions: commands and clicks that the bot is given, and how fast it answers."""

from collections.abc import AsyncIterator

import aiohttp
import discord
import pytest
from discord import app_commands, ui

from tests.connecting import until
from tests.wire.clock import still
from tests.wire.interaction import Interaction
from tests.wire.reached import connected
from tests.wire.serving import wire
from tests.wire.wire import Wire


class Bot(discord.Client):
    """Knows two commands."""

    def __init__(self) -> None:
        super().__init__(intents=discord.Intents(guilds=True), guild_ready_timeout=0.1)
        self.tree = app_commands.CommandTree(self)
        self.tree.add_command(latest)
        self.tree.add_command(search)


@app_commands.command(description="Answers at once.")
async def latest(interaction: discord.Interaction, place: str = "anywhere") -> None:
    await interaction.response.send_message(f"News of {place}", ephemeral=True)
    await interaction.followup.send("And more")
    await interaction.edit_original_response(content="Old news")


@app_commands.command(description="Asks for patience.")
async def search(interaction: discord.Interaction) -> None:
    await interaction.response.defer()
    await interaction.followup.send("Found")


@pytest.fixture
async def there() -> AsyncIterator[Wire]:
    async with wire(still(), servers=1, channels=2) as there, connected(there.url, Bot()):
        yield there


async def test_a_command_is_answered(there: Wire) -> None:
    option = {"name": "place", "type": 3, "value": "the harbour"}
    asked = await there.command("latest", options=[option])
    await until(lambda: asked.replies and asked.replies[0].edits)
    answer, more = asked.replies
    assert answer.first["content"] == "News of the harbour"
    assert answer.now["content"] == "Old news"
    assert answer.first["flags"] == 64
    assert more.first["content"] == "And more"
    assert (asked.latency, asked.completed) == (0.0, there.clock())
    assert there.summary()["latencies"] == [0.0]
    assert there.stored(asked.channel) == []


async def test_the_latency_is_measured_by_the_clock(there: Wire) -> None:
    asked = await there.command("nothing the bot knows")
    assert asked.latency is None
    there.shift(1.5)
    assert await answer(there, asked) == 204
    assert asked.latency == 1.5


async def test_patience_is_asked_for_and_rewarded(there: Wire) -> None:
    asked = await there.command("search")
    await until(lambda: asked.completed)
    (reply,) = asked.replies
    assert reply.now["content"] == "Found"
    assert not asked.loading


async def test_a_button_is_clicked(there: Wire) -> None:
    clicked = list[str]()
    view = ui.View(timeout=None)
    button = ui.Button[ui.View](custom_id="read", label="Read")

    async def callback(interaction: discord.Interaction) -> None:
        assert interaction.message
        clicked.append(interaction.message.content)
        await interaction.response.send_message("Thanks")

    button.callback = callback
    view.add_item(button)
    async with connected(there.url, bot := Bot()):
        channel = bot.get_partial_messageable(there.channels()[1])
        await channel.send("Breaking", view=view)
        (message,) = there.stored(channel.id)
        asked = await there.click("read", message)
        await until(lambda: asked.answered)
    assert clicked == ["Breaking"]
    assert asked.channel == channel.id


async def test_no_limit_counts_answers(there: Wire, asking: aiohttp.ClientSession) -> None:
    for number in range(60):
        async with asking.get(f"/channels/{number}") as response:
            await response.read()
    assert there.count(name="channel", status=429) > 0
    asked = [await there.command("unknown") for _ in range(60)]
    assert [await answer(there, each) for each in asked] == [204] * 60
    assert there.count(name="callback", status=429) == 0
    assert there.journal.busiest() < 70


async def test_a_second_answer_is_refused(there: Wire) -> None:
    asked = await there.command("unknown")
    assert await answer(there, asked) == 204
    assert await answer(there, asked) == 400


async def test_an_answer_that_comes_too_late_is_refused(there: Wire) -> None:
    asked = await there.command("unknown")
    there.shift(3.1)
    assert await answer(there, asked) == 404
    assert asked.latency is None


async def test_an_answer_is_followed_for_a_quarter_of_an_hour(
    there: Wire, asking: aiohttp.ClientSession
) -> None:
    asked = await there.command("unknown")
    path = f"/webhooks/1001/{asked.token}"
    statuses = [await post(asking, path)]
    await answer(there, asked)
    statuses.append(await post(asking, path))
    there.shift(901)
    statuses.append(await post(asking, path))
    assert statuses == [404, 204, 401]


async def test_a_reply_is_taken_back(there: Wire, asking: aiohttp.ClientSession) -> None:
    asked = await there.command("unknown")
    await answer(there, asked)
    path = f"/webhooks/1001/{asked.token}/messages/@original"
    async with asking.get(path) as response:
        assert (await response.json())["content"] == "Here"
    statuses = list[int]()
    for _ in range(2):
        async with asking.delete(path) as response:
            statuses.append(response.status)
    assert statuses == [204, 404]


async def answer(there: Wire, asked: Interaction) -> int:
    async with aiohttp.ClientSession(there.url) as asking:
        path = f"/interactions/{asked.id}/{asked.token}/callback"
        return await post(asking, path, {"type": 4, "data": {"content": "Here"}})


async def post(asking: aiohttp.ClientSession, path: str, body: object = None) -> int:
    async with asking.post(path, json=body or {"content": "Here"}) as response:
        return response.status
