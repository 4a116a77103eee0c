"""Messages: what is stored of them, and what discord.py gets to see."""

import io

import aiohttp
import discord
import pytest
from discord import ui
from discord.http import Route

from tests.wire.clock import NEW_YEAR_2026
from tests.wire.naps import Naps
from tests.wire.server import ANNOUNCEMENTS, FORUM, Place
from tests.wire.wire import Wire


def code_of(error: pytest.ExceptionInfo[discord.HTTPException]) -> tuple[int, int]:
    return error.value.status, error.value.code


async def test_a_message_is_echoed(there: Wire, client: discord.Client) -> None:
    mentions = discord.AllowedMentions(everyone=False, users=False, roles=[discord.Object(7)])
    channel = client.get_partial_messageable(5)
    sent = await channel.send(" Hello ", nonce="n", allowed_mentions=mentions, silent=True)
    assert (sent.content, sent.nonce, sent.channel.id) == ("Hello", "n", 5)
    assert sent.flags.suppress_notifications
    assert sent.author == client.user
    (stored,) = there.stored(5)
    assert stored.first["allowed_mentions"] == mentions.to_dict()
    assert "allowed_mentions" not in stored.payload()
    assert (stored.id, stored.nonce) == (sent.id, "n")
    (record,) = there.journal.records
    assert (record.outcome, record.message, record.nonce) == ("stored", sent.id, "n")
    assert (record.channel, record.status, record.at) == (5, 200, there.clock())
    assert record.body == stored.first


async def test_ids_are_made_of_the_time(there: Wire, client: discord.Client) -> None:
    channel = client.get_partial_messageable(5)
    first, second = await channel.send("1"), await channel.send("2")
    assert first.created_at.timestamp() == NEW_YEAR_2026 + 10
    assert second.id == first.id + 1
    there.shift(0.25)
    third = await channel.send("3")
    assert third.created_at.timestamp() == NEW_YEAR_2026 + 10.25


async def test_components_get_ids(client: discord.Client) -> None:
    view = ui.LayoutView()
    row = ui.ActionRow(ui.Button(label="Read", custom_id="read"))
    view.add_item(ui.Container(ui.TextDisplay("Breaking"), row))
    sent = await client.get_partial_messageable(5).send(view=view)
    assert sent.flags.components_v2
    (container,) = sent.components
    assert isinstance(container, discord.Container)
    assert container.id == 1
    assert [child.get("id") for child in container.to_dict()["components"]] == [2, 3]
    fetched = await client.get_partial_messageable(5).fetch_message(sent.id)
    assert [part.to_dict() for part in fetched.components] == [container.to_dict()]


async def test_the_json_of_a_message_with_files_is_found(
    there: Wire, client: discord.Client
) -> None:
    file = discord.File(io.BytesIO(b"x"), "x.txt")
    await client.get_partial_messageable(5).send("With a file", file=file, nonce="n")
    assert there.stored(5)[0].first["content"] == "With a file"
    assert there.stored(5)[0].nonce == "n"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"content": " "}, 50006),
        ({"content": "x" * 2001}, 50035),
        ({"content": "x", "nonce": "n" * 26}, 50035),
        ({"content": "x", "flags": 1 << 15, "components": [{"type": 10, "content": "y"}]}, 50035),
    ],
)
async def test_what_discord_does_not_take_is_refused(
    there: Wire, asking: aiohttp.ClientSession, body: dict[str, object], code: int
) -> None:
    async with asking.post("/channels/5/messages", json=body) as response:
        assert response.status == 400
        assert (await response.json())["code"] == code
    assert there.stored(5) == []


async def test_a_message_is_edited_and_deleted(there: Wire, client: discord.Client) -> None:
    channel = client.get_partial_messageable(5)
    sent = await channel.send("One")
    there.shift(60)
    edited = await channel.get_partial_message(sent.id).edit(content="Two")
    assert (edited.content, edited.id) == ("Two", sent.id)
    assert edited.edited_at
    assert edited.edited_at.timestamp() == there.clock()
    assert [body["content"] for body in there.edits(sent.id)] == ["Two"]
    assert (await channel.fetch_message(sent.id)).content == "Two"
    await edited.delete()
    assert there.stored(5) == []
    for again in (channel.fetch_message(sent.id), edited.edit(content="3"), edited.delete()):
        with pytest.raises(discord.NotFound) as error:
            await again
        assert code_of(error) == (404, 10008)
    outcomes = [record.outcome for record in there.journal.records if record.outcome]
    assert outcomes == ["stored", "edited", "deleted"]


async def test_an_edit_does_not_take_back_that_a_message_is_made_of_components(
    there: Wire, asking: aiohttp.ClientSession
) -> None:
    body = {"flags": 1 << 15, "components": [{"type": 10, "content": "y"}]}
    async with asking.post("/channels/5/messages", json=body) as response:
        path = f"/channels/5/messages/{(await response.json())['id']}"
    async with asking.patch(path, json={"components": [], "flags": 0}) as response:
        assert (await response.json())["flags"] == 1 << 15


async def test_a_message_is_crossposted_once(there: Wire, client: discord.Client) -> None:
    there.declare(Place(6, "news", ANNOUNCEMENTS))
    sent = await client.get_partial_messageable(6).send("News")
    await sent.publish()
    assert (await sent.fetch()).flags.crossposted
    with pytest.raises(discord.HTTPException) as error:
        await sent.publish()
    assert code_of(error) == (400, 40033)
    assert there.count(outcome="crossposted") == 1


async def test_a_text_channel_has_no_followers(client: discord.Client) -> None:
    sent = await client.get_partial_messageable(5).send("News")
    with pytest.raises(discord.HTTPException) as error:
        await sent.publish()
    assert code_of(error) == (400, 50024)


async def test_ten_are_crossposted_in_an_hour(
    there: Wire, client: discord.Client, naps: Naps
) -> None:
    there.declare(Place(6, "news", ANNOUNCEMENTS))
    for _ in range(11):
        await (await client.get_partial_messageable(6).send("News")).publish()
        there.shift(30)
    assert [nap for nap in naps.taken if nap > 30] == [3600 - 9 * 30]


async def test_a_forum_takes_posts(there: Wire, client: discord.Client) -> None:
    there.declare(Place(8, "reports", FORUM))
    body = {"name": "Storm", "message": {"content": "First"}}
    answer = await client.http.request(
        Route("POST", "/channels/{channel_id}/threads", channel_id=8), json=body
    )
    thread = int(answer["id"])
    assert (answer["message"]["content"], answer["parent_id"]) == ("First", "8")
    assert [message.id for message in there.stored(thread)] == [thread]
    assert (await client.get_partial_messageable(thread).send("Second")).channel.id == thread


async def test_channels_are_told_apart(there: Wire, client: discord.Client) -> None:
    there.declare(Place(6, "news", ANNOUNCEMENTS))
    kinds = [(await client.http.get_channel(number))["type"] for number in (5, 6)]
    assert kinds == [0, 5]


async def test_what_the_api_does_not_have_is_not_found(asking: aiohttp.ClientSession) -> None:
    async with asking.get("/guilds/1/bans") as response:
        assert response.status == 404
