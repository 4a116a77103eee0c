"""Running: `sitrep run` as a process, against a Discord on this machine."""

import asyncio
import json
import signal
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.loopback import Loopback, loopback
from tests.starting import TOKEN, Forked, forked, started


class Running:
    """The process, and what it has logged so far."""

    def __init__(self, process: Process | Forked) -> None:
        self.process = process
        self.log = ""

    async def until(self, event: str) -> dict[str, object]:
        """Reads the log until that event."""
        async with asyncio.timeout(30):
            while line := await self._line():
                if line.startswith("{") and json.loads(line)["event"] == event:
                    return json.loads(line)
        pytest.fail(f"{event!r} was not logged:\n{self.log}")

    async def end(self, number: signal.Signals | None = None) -> int:
        """Waits for the end, after a signal if one is given; gives the exit status."""
        if number is not None:
            self.process.send_signal(number)
        async with asyncio.timeout(30):
            while await self._line():
                pass
            return await self.process.wait()

    async def _line(self) -> str:
        assert self.process.stderr
        line = (await self.process.stderr.readline()).decode()
        self.log += line
        return line


@asynccontextmanager
async def running(base: str, database: Path, *, anew: bool = False) -> AsyncIterator[Running]:
    """A process that was forked, or was started `anew` as an operator does it."""
    async with begun_anew(base, database) if anew else forked(base, database) as process:
        found = Running(process)
        yield found
    assert TOKEN not in found.log


@asynccontextmanager
async def begun_anew(base: str, database: Path) -> AsyncIterator[Process]:
    process = await started(base, database)
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


@pytest.fixture
async def discord() -> AsyncIterator[Loopback]:
    async with loopback() as served:
        yield served


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_it_connects_and_ends_when_told(
    discord: Loopback, database: Path, number: signal.Signals
) -> None:
    async with running(discord.url, database, anew=True) as bot:
        ready = await bot.until("ready")
        assert ready["user"] == "sitrep"
        assert await bot.end(number) == 0
    assert '"stopping"' in bot.log
    assert "Traceback" not in bot.log
    assert not database.with_name(database.name + "-wal").exists()


async def test_a_token_that_discord_does_not_know_is_one_sentence(
    discord: Loopback, database: Path
) -> None:
    discord.knows_the_token = False
    async with running(discord.url, database, anew=True) as bot:
        assert await bot.end() == 2
    last = bot.log.splitlines()[-1]
    assert last == (
        "Discord does not know this DISCORD_TOKEN; copy it anew from the Bot page"
        " of your application."
    )
    assert "Traceback" not in bot.log
    assert discord.count("GET /users/@me") == 1


async def test_a_token_that_is_reset_while_it_runs_is_the_same_sentence(
    discord: Loopback, database: Path
) -> None:
    discord.closes = 4004
    async with running(discord.url, database) as bot:
        assert await bot.end() == 2
    assert bot.log.splitlines()[-1].startswith("Discord does not know this DISCORD_TOKEN;")


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (4013, "Discord refuses the intents of this bot;"),
        (4014, "Discord refuses the intents of this bot;"),
        (4011, "Discord closed the connection for good with code 4011; start Sitrep again"),
    ],
)
async def test_a_gateway_that_closes_for_good_is_one_sentence(
    discord: Loopback, database: Path, code: int, sentence: str
) -> None:
    discord.closes = code
    async with running(discord.url, database) as bot:
        assert await bot.end() == 2
    assert bot.log.splitlines()[-1].startswith(sentence)


async def test_a_login_that_discord_refuses_is_one_sentence_with_the_status(
    discord: Loopback, database: Path
) -> None:
    discord.refuses["GET /users/@me"] = 403
    async with running(discord.url, database) as bot:
        assert await bot.end() == 2
    last = bot.log.splitlines()[-1]
    assert last.startswith("Discord refuses the bot with status 403; try again later")
    assert "Traceback" not in bot.log
    assert "Unclosed" not in bot.log


@pytest.mark.parametrize("status", [429, 530])
async def test_a_login_that_has_to_wait_is_tried_again(
    discord: Loopback, database: Path, status: int
) -> None:
    discord.refuses["GET /users/@me"] = status
    async with running(discord.url, database) as bot:
        await bot.until("Discord is out of reach")
        await bot.until("ready")
        assert await bot.end(signal.SIGTERM) == 0


async def test_where_nobody_answers_it_tries_again_until_told_to_stop(database: Path) -> None:
    async with running("http://127.0.0.1:1", database) as bot:
        first = await bot.until("Discord is out of reach")
        second = await bot.until("Discord is out of reach")
        assert await bot.end(signal.SIGTERM) == 0
    assert (first["next_try_seconds"], second["next_try_seconds"]) == (1.0, 2.0)
    assert "Traceback" not in bot.log


async def test_it_ends_when_told_while_discord_keeps_it_waiting(
    discord: Loopback, database: Path
) -> None:
    discord.answers.clear()
    async with running(discord.url, database) as bot:
        async with asyncio.timeout(30):
            await discord.somebody_asked.wait()
        assert await bot.end(signal.SIGTERM) == 0
    discord.answers.set()
    assert "Traceback" not in bot.log


@pytest.mark.parametrize(
    "request_", ["GET /users/@me", "PUT /applications/1001/commands", "GET /gateway/bot"]
)
async def test_it_connects_in_the_end_wherever_discord_hangs_up_first(
    discord: Loopback, database: Path, request_: str
) -> None:
    discord.hangs_up[request_] = 2  # aiohttp itself tries once more
    async with running(discord.url, database) as bot:
        await bot.until("Discord is out of reach")
        await bot.until("ready")
        assert await bot.end(signal.SIGTERM) == 0
    assert discord.count(request_) == 3


async def test_commands_are_registered_once_in_the_life_of_a_database(
    discord: Loopback, database: Path
) -> None:
    for _ in range(2):
        async with running(discord.url, database) as bot:
            await bot.until("ready")
            await bot.end(signal.SIGTERM)
    assert discord.count("PUT /applications/1001/commands") == 1
