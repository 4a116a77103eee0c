"""The wire: who waits for a turn, what is counted against us, and what a 429 says."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from bot.delivery.attempt import ATTEMPT, Attempt
from bot.delivery.wire import Wire
from bot.domain.outcome import Heard
from tests.connecting import until
from tests.wire.clock import still
from tests.wire.fault import Fault
from tests.wire.naps import Naps
from tests.wire.reached import logged_in
from tests.wire.serving import serving, wire
from tests.wire.terms import Terms
from tests.wire.wire import Wire as Discord

HELLO = {"content": "Hello"}
MESSAGES = "/channels/5/messages"
LONG = 3600.0

FREE = (
    "/interactions/1/token/callback",
    "/webhooks/1/token",
    "/webhooks/1/token/messages/@original",
    "/api/v10/interactions/1/token/callback",
    "/api/v10/webhooks/1/token",
)
PACED = (
    MESSAGES,
    "/channels/5",
    "/channels/5/webhooks",
    "/gateway/bot",
    "/users/@me",
    "/applications/1/commands",
    "/api/v10/channels/5/messages",
)


@asynccontextmanager
async def asked(there: Discord) -> AsyncIterator[tuple[Wire, aiohttp.ClientSession]]:
    """A wire, and a session whose requests pass it."""
    ours = Wire()
    async with aiohttp.ClientSession(there.url, trace_configs=[ours.trace]) as asking:
        yield ours, asking


async def ask(asking: aiohttp.ClientSession, path: str, method: str = "POST") -> int:
    async with asking.request(method, path, json=HELLO) as response:
        await response.read()
        return response.status


async def heard(asking: aiohttp.ClientSession, path: str = MESSAGES, method: str = "POST") -> Heard:
    """What an attempt of the courier hears."""
    timeout = asyncio.timeout(None)
    attempt = Attempt(9, timeout)
    token = ATTEMPT.set(attempt)
    async with timeout:
        await ask(asking, path, method)
    ATTEMPT.reset(token)
    assert attempt.heard is not None
    return attempt.heard


def rests(ours: Wire) -> float:
    """For how many seconds nobody passes."""
    return max(ours.pace._resting_until - asyncio.get_running_loop().time(), 0.0)


@pytest.fixture
async def there() -> AsyncIterator[Discord]:
    async with wire(still()) as discord_:
        yield discord_


@pytest.mark.parametrize("path", FREE)
async def test_answers_to_interactions_wait_for_nobody(there: Discord, path: str) -> None:
    async with asked(there) as (ours, asking):
        ours.pace.rest(LONG)
        async with asyncio.timeout(10):
            await ask(asking, path)
        assert there.journal.records


async def test_the_gateway_is_no_request(there: Discord) -> None:
    async with asked(there) as (ours, asking):
        ours.pace.rest(LONG)
        async with asyncio.timeout(10), asking.ws_connect("/gateway?v=10") as socket:
            assert not socket.closed


@pytest.mark.parametrize("path", PACED)
async def test_all_else_waits_for_its_turn(there: Discord, path: str) -> None:
    async with asked(there) as (ours, asking):
        ours.pace.rest(LONG)
        waiting = asyncio.create_task(ask(asking, path))
        await ask(asking, FREE[0])
        await ask(asking, FREE[0])
        assert {record.path for record in there.journal.records} == {FREE[0]}
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)


async def test_what_somebody_waits_for_goes_before_what_the_courier_sends(there: Discord) -> None:
    async with asked(there) as (ours, asking), asyncio.TaskGroup() as group:
        ours.pace.rest(LONG)
        for _ in range(4):
            group.create_task(heard(asking))
        await until(lambda: len(ours.pace._patient) == 4)
        for _ in range(2):
            group.create_task(ask(asking, "/channels/5", "GET"))
        await until(lambda: len(ours.pace._urgent) == 2)
        ours.pace._resting_until = 0.0
        ours.pace._let_through(asyncio.get_running_loop())
    assert [record.name for record in there.journal.records] == ["channel"] * 2 + ["create"] * 4


async def test_what_discord_py_repeats_waits_for_a_turn_each_time(
    there: Discord, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = Wire()
    monkeypatch.setattr("discord.http.asyncio", Naps(there.shift))
    async with logged_in(there.url, http_trace=ours.trace) as client:
        turns = Turns(ours)
        there.plan(Fault("error", status=500), times=3)
        await client.get_partial_messageable(5).send("Hello")
        assert turns.taken == there.count(name="create") == 4
        assert ours.statuses[500] == 3


class Turns:
    """Counts the turns that a wire takes from now on."""

    def __init__(self, ours: Wire) -> None:
        self.taken = 0
        self._turn = ours.pace.turn
        ours.pace.turn = self._count

    async def _count(self, *, urgent: bool) -> Any:
        self.taken += 1
        return await self._turn(urgent=urgent)


@pytest.mark.parametrize(
    ("code", "status", "count"),
    [(50001, 403, 1), (50013, 403, 1), (10003, 404, 0), (50035, 400, 0)],
)
async def test_refusals_are_counted(there: Discord, code: int, status: int, count: int) -> None:
    there.refuse(5, code)
    async with asked(there) as (ours, asking):
        assert await ask(asking, MESSAGES) == status
        assert ours.invalid.total == count
        assert ours.statuses == {status: 1}


async def test_an_unknown_token_is_counted_for_answers_to_interactions_too(there: Discord) -> None:
    there.knows_the_token = False
    async with asked(there) as (ours, asking):
        assert await ask(asking, MESSAGES) == 401
        assert await ask(asking, FREE[0]) == 401
        assert ours.invalid.total == 2


async def test_limits_are_counted_unless_others_used_them_up(there: Discord) -> None:
    async with asked(there) as (ours, asking):
        there.plan(Fault("shared", seconds=2))
        assert await ask(asking, MESSAGES) == 429
        assert ours.invalid.total == 0
        statuses = [await ask(asking, MESSAGES) for _ in range(5)]
        assert (statuses[-1], ours.invalid.total) == (429, 1)


async def test_too_many_refusals_close_the_wire(there: Discord) -> None:
    async with asked(there) as (ours, _):
        assert ours.invalid.closed_for(0) == 0
        for _ in range(2_000):
            ours.invalid.add(0)
        assert ours.invalid.closed_for(0) == 600


async def test_what_is_heard_of_a_message_that_was_taken(there: Discord) -> None:
    async with asked(there) as (_, asking):
        assert await heard(asking) == Heard(status=200)


async def test_a_limit_of_a_channel_holds_nobody_else(there: Discord) -> None:
    async with asked(there) as (ours, asking):
        there.plan(Fault("shared", seconds=2.5))
        assert await heard(asking) == Heard(
            status=429, wait=2.5, about="You are being rate limited."
        )
        assert rests(ours) == 0


async def test_a_limit_of_everything_holds_everybody() -> None:
    async with wire(still(), limit=2, window=LONG) as there, asked(there) as (ours, asking):
        for _ in range(2):
            await ask(asking, MESSAGES)
        assert rests(ours) == 0
        said = await heard(asking)
        assert (said.status, said.wait, said.everyone) == (429, LONG, True)
        assert LONG - 60 < rests(ours) < LONG


async def test_whoever_stands_before_discord_holds_everybody(there: Discord) -> None:
    async with asked(there) as (ours, asking):
        there.plan(Fault("banned"))
        said = await heard(asking)
        assert said == Heard(status=429, wait=600, everyone=True)
        assert ours.invalid.total == 1
        assert 540 < rests(ours) < 600


async def test_an_edit_of_an_old_message_is_told_from_other_limits(there: Discord) -> None:
    edit = f"{MESSAGES}/1"
    async with asked(there) as (ours, asking):
        there.refuse(5, 30046)
        said = await heard(asking, edit, "PATCH")
        assert (said.status, said.code, said.wait, said.everyone) == (429, 30046, None, False)
        there.refuse(5, 30046, retry_after=1800)
        said = await heard(asking, edit, "PATCH")
        assert (said.status, said.code, said.wait, said.everyone) == (429, 30046, 1800, False)
        assert said.about.startswith("Maximum number of edits")
        assert rests(ours) == 0


async def test_the_last_answer_counts_for_whoever_asked(there: Discord) -> None:
    there.plan(Fault("error", status=503))
    async with asked(there) as (_, asking):
        said = await asyncio.gather(heard(asking), heard(asking, "/channels/6", "GET"))
        assert [each.status for each in said] == [503, 200]


async def test_an_attempt_does_not_hear_of_answers_to_interactions(there: Discord) -> None:
    timeout = asyncio.timeout(None)
    async with asked(there) as (_, asking):
        attempt = Attempt(1, timeout)
        token = ATTEMPT.set(attempt)
        async with timeout:
            await ask(asking, FREE[0])
        ATTEMPT.reset(token)
        assert attempt.heard is None


@pytest.mark.parametrize(
    ("body", "headers", "wait", "everyone", "code"),
    [
        (b"<html>error code: 1015</html>", {}, 60.0, True, 0),
        (b"<html>error code: 1015</html>", {"Retry-After": "7"}, 7.0, True, 0),
        (b"<html>error code: 1015</html>", {"Retry-After": "soon"}, 60.0, True, 0),
        (b"[]", {"Via": "1.1 x"}, None, False, 0),
        (b"{}", {"Via": "1.1 x", "Retry-After": "3"}, 3.0, False, 0),
        (b'{"retry_after": 0.5, "code": "x"}', {"Via": "1.1 x"}, 0.5, False, 0),
        (b'{"retry_after": 0.5, "global": true}', {"Via": "1.1 x"}, 0.5, True, 0),
        (b'{"code": 20028, "retry_after": null}', {"Via": "1.1 x"}, None, False, 20028),
        (b"\xff\xfe", {"Via": "1.1 x"}, None, False, 0),
    ],
    ids=lambda value: value.decode("latin-1") if isinstance(value, bytes) else None,
)
async def test_whatever_a_429_says_is_understood(
    body: bytes, headers: dict[str, str], wait: float | None, code: int, *, everyone: bool
) -> None:
    async def limited(_: web.Request) -> web.Response:
        return web.Response(status=429, body=body, headers=headers)

    discord_ = Discord(replace(Terms()), still())
    async with (
        serving(discord_, more={"/limited": limited}) as there,
        asked(there) as (ours, asking),
    ):
        said = await heard(asking, "/limited")
        assert (said.status, said.wait, said.everyone) == (429, wait, everyone)
        assert said.code == code
        assert bool(rests(ours)) == everyone


async def test_a_body_that_was_listened_to_is_still_there_for_discord_py(there: Discord) -> None:
    there.refuse(5, 20028, on="create", retry_after=1)
    async with asked(there) as (_, asking), asking.post(MESSAGES, json=HELLO) as response:
        assert (await response.json())["code"] == 20028


async def test_two_wires_know_nothing_of_each_other(there: Discord) -> None:
    async with asked(there) as (ours, asking), asked(there) as (theirs, asking_too):
        theirs.pace.rest(LONG)
        await ask(asking, MESSAGES)
        waiting = asyncio.create_task(ask(asking_too, MESSAGES))
        await until(lambda: theirs.pace._patient or theirs.pace._urgent)
        assert (ours.statuses[200], theirs.statuses[200]) == (1, 0)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
