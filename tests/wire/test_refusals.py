"""Channels that refuse."""

import discord
import pytest

from tests.wire.naps import Naps
from tests.wire.refusal import REFUSALS
from tests.wire.wire import Wire


async def sent(client: discord.Client) -> discord.Message:
    return await client.get_partial_messageable(5).send("Hello")


@pytest.mark.parametrize(
    ("code", "status", "kind"),
    [
        (50001, 403, discord.Forbidden),
        (50013, 403, discord.Forbidden),
        (10003, 404, discord.NotFound),
        (50035, 400, discord.HTTPException),
        (50083, 400, discord.HTTPException),
        (40067, 400, discord.HTTPException),
    ],
)
async def test_a_channel_refuses_messages(
    there: Wire, client: discord.Client, code: int, status: int, kind: type[discord.HTTPException]
) -> None:
    there.refuse(5, code)
    with pytest.raises(discord.HTTPException) as error:
        await sent(client)
    assert type(error.value) is kind
    assert (error.value.status, error.value.code) == (status, code)
    assert there.stored(5) == []
    await client.get_partial_messageable(6).send("Hello")
    there.allow(5)
    await sent(client)


async def test_without_access_nothing_can_be_read_either(
    there: Wire, client: discord.Client
) -> None:
    there.refuse(5, 50001)
    with pytest.raises(discord.Forbidden):
        await client.fetch_channel(5)


async def test_without_permission_to_write_one_can_still_read(
    there: Wire, client: discord.Client
) -> None:
    there.refuse(5, 50013)
    assert (await client.http.get_channel(5))["id"] == "5"


async def test_a_refusal_may_be_about_one_route(there: Wire, client: discord.Client) -> None:
    there.refuse(5, 50013, on="edit")
    with pytest.raises(discord.Forbidden):
        await (await sent(client)).edit(content="Other words")


async def test_a_limit_inside_of_a_route_says_only_in_its_body_how_long_it_lasts(
    there: Wire, client: discord.Client, naps: Naps
) -> None:
    message = await sent(client)
    there.refuse(5, 20028, retry_after=7.25)
    with pytest.raises(discord.HTTPException) as error:
        await message.edit(content="Other words")
    assert (error.value.status, error.value.code) == (429, 20028)
    assert error.value.response.headers["Retry-After"] == "1"
    assert naps.taken == [7.25] * 5
    assert there.count(name="edit", status=429, scope="shared") == 5


async def test_discord_py_stumbles_over_a_limit_that_does_not_say_how_long_it_lasts(
    there: Wire, client: discord.Client, naps: Naps
) -> None:
    message = await sent(client)
    there.refuse(5, 30046)
    with pytest.raises(KeyError, match="retry_after"):
        await message.edit(content="Other words")
    assert naps.taken == []
    assert there.edits(message.id) == []


async def test_a_long_wait_is_raised_if_discord_py_is_told_so(
    there: Wire, client: discord.Client
) -> None:
    client.http.max_ratelimit_timeout = 30.0
    message = await sent(client)
    there.refuse(5, 30046, retry_after=1163.097)
    with pytest.raises(discord.RateLimited) as error:
        await message.edit(content="Other words")
    assert error.value.retry_after == 1163.097


def test_each_refusal_is_about_routes_that_there_are() -> None:
    known = {"create", "edit", "delete", "crosspost", "post"}
    assert {route for refusal in REFUSALS.values() for route in refusal.on} <= known
