"""The history of a channel."""

import aiohttp
import discord
import pytest

from tests.wire.wire import Wire


@pytest.fixture
async def ids(there: Wire, asking: aiohttp.ClientSession) -> list[int]:
    """Twelve messages, a second apart."""
    for number in range(12):
        there.shift(1)
        body = {"content": str(number), "nonce": f"n{number}"}
        async with asking.post("/channels/5/messages", json=body) as response:
            assert response.status == 200
    there.shift(10)
    return [message.id for message in there.stored(5)]


async def page(asking: aiohttp.ClientSession, **query: int) -> list[str]:
    async with asking.get("/channels/5/messages", params=query) as response:
        return [message["content"] for message in await response.json()]


async def test_the_newest_come_first(ids: list[int], asking: aiohttp.ClientSession) -> None:
    assert await page(asking) == [str(number) for number in range(11, -1, -1)]
    assert await page(asking, limit=3) == ["11", "10", "9"]


async def test_after_one_the_oldest_are_given_newest_first(
    ids: list[int], asking: aiohttp.ClientSession
) -> None:
    assert await page(asking, after=ids[3], limit=3) == ["6", "5", "4"]
    assert await page(asking, after=0, limit=2) == ["1", "0"]
    assert await page(asking, after=ids[11]) == []


async def test_before_one_the_newest_are_given(
    ids: list[int], asking: aiohttp.ClientSession
) -> None:
    assert await page(asking, before=ids[3], limit=2) == ["2", "1"]
    assert await page(asking, before=ids[0]) == []


async def test_around_one_are_those_on_both_sides(
    ids: list[int], asking: aiohttp.ClientSession
) -> None:
    assert await page(asking, around=ids[5], limit=3) == ["6", "5", "4"]
    assert await page(asking, around=ids[0], limit=4) == ["3", "2", "1", "0"]
    assert await page(asking, around=ids[5] + 1, limit=2) == ["6", "5"]


@pytest.mark.parametrize("limit", [0, 101])
async def test_a_page_has_bounds(asking: aiohttp.ClientSession, limit: int) -> None:
    async with asking.get("/channels/5/messages", params={"limit": limit}) as response:
        assert response.status == 400


async def test_discord_py_pages_through_all(ids: list[int], client: discord.Client) -> None:
    channel = client.get_partial_messageable(5)
    forward = [message.id async for message in channel.history(limit=None, oldest_first=True)]
    backward = [message.id async for message in channel.history(limit=None)]
    after = [message.id async for message in channel.history(after=discord.Object(ids[8]))]
    assert forward == ids
    assert backward == ids[::-1]
    assert after == ids[9:]


async def test_no_nonce_is_told_later(ids: list[int], client: discord.Client) -> None:
    channel = client.get_partial_messageable(5)
    assert [message.nonce async for message in channel.history(limit=3)] == [None] * 3
    assert (await channel.fetch_message(ids[0])).nonce is None


async def test_deleted_messages_are_left_out(ids: list[int], asking: aiohttp.ClientSession) -> None:
    async with asking.delete(f"/channels/5/messages/{ids[10]}") as response:
        assert response.status == 204
    assert await page(asking, limit=2) == ["11", "9"]


async def test_other_channels_have_none(ids: list[int], client: discord.Client) -> None:
    channel = client.get_partial_messageable(6)
    assert [message async for message in channel.history()] == []
