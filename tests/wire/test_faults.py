"""Faults: what goes wrong, what discord.py makes of it, and what is stored all the same."""

import asyncio

import aiohttp
import discord
import pytest

from tests.connecting import until
from tests.wire.fault import STATUSES, Fault
from tests.wire.naps import Naps
from tests.wire.reached import logged_in
from tests.wire.serving import wire
from tests.wire.wire import Wire

SENT_AGAIN = {500, 502, 504}


async def send(client: discord.Client, channel: int = 5, nonce: str = "n") -> discord.Message:
    return await client.get_partial_messageable(channel).send("Hello", nonce=nonce)


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("after", [False, True])
async def test_errors_before_and_after_a_message_is_stored(
    there: Wire, client: discord.Client, naps: Naps, status: int, *, after: bool
) -> None:
    there.plan(Fault("error", after=after, status=status))
    if status in SENT_AGAIN:
        await send(client)
        assert naps.taken == [1]
        outcomes = ["stored", "deduplicated"] if after else ["", "stored"]
    else:
        with pytest.raises(discord.DiscordServerError) as error:
            await send(client)
        assert error.value.status == status
        assert naps.taken == []
        outcomes = ["stored"] if after else [""]
    assert [record.outcome for record in there.journal.records] == outcomes
    assert (there.journal.records[0].status, there.journal.records[0].fault) == (status, "error")


async def test_discord_py_gives_up_after_five_errors(
    there: Wire, client: discord.Client, naps: Naps
) -> None:
    there.plan(Fault("error", status=500), times=None)
    with pytest.raises(discord.DiscordServerError):
        await send(client)
    assert naps.taken == [1, 3, 5, 7, 9]
    assert there.count(name="create", status=500) == 5


@pytest.mark.parametrize("after", [False, True])
async def test_a_reset_connection_surfaces_at_once(
    there: Wire, client: discord.Client, naps: Naps, *, after: bool
) -> None:
    await send(client, 6, "another")  # the connection that is reset is one in use
    there.plan(Fault("reset", after=after))
    with pytest.raises(aiohttp.ClientOSError) as error:
        await send(client)
    assert not isinstance(error.value, discord.DiscordException)
    assert isinstance(error.value.__cause__, ConnectionResetError) or error.value.errno == 104
    assert naps.taken == []
    assert there.count(name="create", channel=5) == 1
    assert len(there.stored(5)) == after
    assert there.journal.records[-1].status == 0
    assert there.journal.records[-1].fault == "reset"
    await send(client)
    assert len(there.stored(5)) == 1


async def test_a_reset_question_is_asked_again_by_aiohttp_itself(
    there: Wire, client: discord.Client
) -> None:
    sent = await send(client)
    there.plan(Fault("reset"), route="fetch")
    assert (await sent.fetch()).id == sent.id
    assert there.count(name="fetch") == 2


@pytest.mark.parametrize("after", [False, True])
async def test_a_slow_answer(there: Wire, client: discord.Client, *, after: bool) -> None:
    there.plan(Fault("slow", after=after, seconds=30))
    sending = asyncio.create_task(send(client))
    await until(lambda: there.journal.matching(fault="slow"))
    assert len(there.stored(5)) == after
    assert not sending.done()
    sending.cancel()
    with pytest.raises(asyncio.CancelledError):
        await sending
    assert there.journal.records[0].status == 0


async def test_a_slow_answer_comes_in_the_end(there: Wire, client: discord.Client) -> None:
    there.plan(Fault("slow", seconds=0.01))
    sent = await send(client)
    assert there.stored(5)[0].id == sent.id


async def test_what_was_asked_is_done_though_nobody_waits_for_the_answer(
    there: Wire, client: discord.Client
) -> None:
    there.plan(Fault("slow", seconds=0.05))
    sending = asyncio.create_task(send(client))
    await until(lambda: there.journal.records)
    sending.cancel()
    with pytest.raises(asyncio.CancelledError):
        await sending
    await until(lambda: there.stored(5))


async def test_cloudflare_answers_whom_it_has_banned(
    there: Wire, client: discord.Client, naps: Naps
) -> None:
    there.plan(Fault("banned"))
    with pytest.raises(discord.HTTPException) as error:
        await send(client)
    assert error.value.status == 429
    assert error.value.code == 0
    assert "1015" in error.value.text
    assert naps.taken == []
    assert "Via" not in error.value.response.headers
    assert "X-RateLimit-Bucket" not in error.value.response.headers


async def test_a_ban_is_about_everything(there: Wire, client: discord.Client) -> None:
    there.banned = True
    for asked in (send(client), client.fetch_channel(5), client.application_info()):
        with pytest.raises(discord.HTTPException) as error:
            await asked
        assert error.value.status == 429
    there.banned = False
    await send(client)


async def test_a_limit_that_others_used_up(there: Wire, client: discord.Client, naps: Naps) -> None:
    there.plan(Fault("shared", seconds=2.5))
    await send(client)
    assert naps.taken == [2.5]
    refused = there.journal.records[0]
    assert (refused.status, refused.scope) == (429, "shared")
    assert there.journal.invalid() == 0


async def test_an_unknown_token(there: Wire, client: discord.Client) -> None:
    there.knows_the_token = False
    with pytest.raises(discord.HTTPException) as error:
        await send(client)
    assert error.value.status == 401
    assert there.journal.invalid() == 1
    with pytest.raises(discord.LoginFailure):
        async with logged_in(there.url):
            pass


async def test_a_plan_says_which_requests_it_is_about(there: Wire, client: discord.Client) -> None:
    there.plan(Fault("error", status=503), channel=6, skip=1, times=2)
    assert await fates(client, [5, 6, 6, 5, 6, 6]) == [200, 200, 503, 200, 503, 200]


async def test_a_plan_may_be_about_any_route(there: Wire, client: discord.Client) -> None:
    there.plan(Fault("error", status=503), route=None, times=None)
    for asked in (send(client), client.fetch_channel(5)):
        with pytest.raises(discord.DiscordServerError):
            await asked
    there.clear()
    await send(client)


async def test_a_plan_may_be_over_after_some_time(there: Wire, client: discord.Client) -> None:
    there.plan(Fault("error", status=503), times=None, seconds=5.0)
    there.shift(60)
    assert await fates(client, [1, 2]) == [503, 503]
    there.shift(5)
    assert await fates(client, [3]) == [503]
    there.shift(0.1)
    assert await fates(client, [4]) == [200]


async def fates(client: discord.Client, channels: list[int]) -> list[int]:
    """The statuses with which messages to these channels were answered."""
    statuses = list[int]()
    for number, channel in enumerate(channels):
        try:
            await send(client, channel, f"{channel} {number}")
            statuses.append(200)
        except discord.DiscordServerError as error:
            statuses.append(error.status)
    return statuses


async def test_chance_falls_the_same_way_in_any_order() -> None:
    channels = list(range(100, 140))
    first = await statuses(1, channels)
    assert await statuses(1, channels[::-1]) == first
    assert await statuses(2, channels) != first
    assert 5 < sum(status != 200 for status in first.values()) < 35
    assert set(first.values()) <= {200, *STATUSES}


async def statuses(seed: int, channels: list[int]) -> dict[int, int]:
    async with wire(seed=seed) as there, aiohttp.ClientSession(there.url) as asking:
        there.plan(Fault("error"), times=None, share=0.5)
        for channel in channels:
            await (await asking.post(f"/channels/{channel}/messages", json={"content": "x"})).read()
        return {record.channel or 0: record.status for record in there.journal.records}
