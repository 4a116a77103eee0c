"""The limits, as discord.py and as others meet with them."""

import asyncio

import aiohttp
import discord
import pytest

from tests.wire.fault import Fault
from tests.wire.naps import Naps
from tests.wire.serving import wire
from tests.wire.wire import Wire

CHANNELS = range(1000, 1050)
HELLO = {"content": "Hello"}


async def create(asking: aiohttp.ClientSession, channel: int) -> aiohttp.ClientResponse:
    async with asking.post(f"/channels/{channel}/messages", json=HELLO) as response:
        await response.read()
        return response


async def fill(asking: aiohttp.ClientSession) -> None:
    for channel in CHANNELS:
        assert (await create(asking, channel)).status == 200


async def test_the_51st_request_of_a_second_is_refused(
    there: Wire, asking: aiohttp.ClientSession
) -> None:
    await fill(asking)
    there.shift(0.4)
    refused = await create(asking, 1)
    assert refused.status == 429
    assert refused.headers["Via"]
    assert refused.headers["X-RateLimit-Global"] == "true"
    assert refused.headers["X-RateLimit-Scope"] == "global"
    assert refused.headers["Retry-After"] == "1"
    assert "X-RateLimit-Bucket" not in refused.headers
    message = "You are being rate limited."
    assert await refused.json() == {"message": message, "global": True, "retry_after": 0.6}
    assert there.count(scope="global", status=429) == 1
    assert there.stored(1) == []


async def test_who_waits_as_told_is_accepted(there: Wire, asking: aiohttp.ClientSession) -> None:
    await fill(asking)
    there.shift(0.3217)
    refused = await create(asking, 1)
    there.shift((await refused.json())["retry_after"])
    assert (await create(asking, 1)).status == 200


async def test_fifty_a_second_are_accepted_for_as_long_as_they_are_spaced(
    there: Wire, asking: aiohttp.ClientSession
) -> None:
    for number in range(120):
        assert (await create(asking, number)).status == 200
        there.shift(0.02)
    assert there.journal.busiest() == 50


async def test_whatever_the_bot_asks_is_counted(there: Wire, asking: aiohttp.ClientSession) -> None:
    await fill(asking)
    for path in ("/users/@me", "/channels/5", "/gateway/bot"):
        async with asking.get(path) as response:
            assert response.status == 429


async def test_the_limit_can_be_another() -> None:
    async with wire(limit=2, window=60.0) as there, aiohttp.ClientSession(there.url) as asking:
        assert [(await create(asking, n)).status for n in range(3)] == [200, 200, 429]


async def test_a_channel_takes_five_messages_in_five_seconds(
    there: Wire, asking: aiohttp.ClientSession
) -> None:
    left = [(await create(asking, 1)).headers["X-RateLimit-Remaining"] for _ in range(5)]
    assert left == list("43210")
    there.shift(1.5)
    refused = await create(asking, 1)
    assert refused.status == 429
    assert refused.headers["X-RateLimit-Scope"] == "user"
    assert refused.headers["X-RateLimit-Reset-After"] == "3.500"
    assert "X-RateLimit-Global" not in refused.headers
    answer = await refused.json()
    assert (answer["retry_after"], answer["global"]) == (3.5, False)
    assert (await create(asking, 2)).status == 200
    there.shift(3.5)
    assert (await create(asking, 1)).status == 200


async def test_buckets_of_one_route_bear_one_name(asking: aiohttp.ClientSession) -> None:
    names = [(await create(asking, n)).headers["X-RateLimit-Bucket"] for n in (1, 2)]
    async with asking.get("/channels/1/messages") as other:
        names.append(other.headers["X-RateLimit-Bucket"])
    assert names[0] == names[1] != names[2]


async def test_what_a_bucket_refuses_does_not_fill_the_window(
    there: Wire, asking: aiohttp.ClientSession
) -> None:
    for _ in range(20):
        await create(asking, 1)
    assert there.count(status=200) == 5
    for channel in CHANNELS[:45]:
        assert (await create(asking, channel)).status == 200
    assert (await create(asking, 2)).status == 429


async def test_discord_py_sits_out_a_global_limit(
    there: Wire, client: discord.Client, naps: Naps
) -> None:
    channels = [client.get_partial_messageable(number) for number in range(1, 52)]
    await asyncio.gather(*(channel.send("Hello") for channel in channels))
    assert naps.taken == [1.0]
    assert there.count(status=429) == 1
    assert there.count(outcome="stored") == 51


async def test_discord_py_waits_before_a_bucket_would_refuse(
    there: Wire, client: discord.Client, naps: Naps
) -> None:
    channel = client.get_partial_messageable(1)
    for _ in range(6):
        await channel.send("Hello")
    assert there.count(status=429) == 0
    assert naps.taken == [5.0]


async def test_discord_py_gives_a_message_up_after_five_refusals(
    there: Wire, client: discord.Client, naps: Naps
) -> None:
    there.plan(Fault("shared", seconds=0.25), times=5)
    with pytest.raises(discord.HTTPException) as error:
        await client.get_partial_messageable(1).send("Hello")
    assert error.value.status == 429
    assert naps.taken == [0.25] * 5
    assert there.count(name="create", status=429) == 5
