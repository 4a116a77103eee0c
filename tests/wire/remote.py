"""A stand-in in a process of its own, as a test or a benchmark sees it."""

import asyncio
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

import aiohttp

from tests.wire.control import PATH
from tests.wire.fault import Fault

_ROOT = Path(__file__).resolve().parents[2]


class Remote:
    """`ask()` reaches every action of `Control`; those used most have a method."""

    def __init__(self, url: str, session: aiohttp.ClientSession) -> None:
        self.url = url
        self._session = session

    async def ask(self, action: str, **arguments: Any) -> Any:
        async with self._session.post(self.url + PATH + action, json=arguments) as response:
            answer = await response.json()
            if response.status != 200:
                raise ValueError(answer["error"])
            return answer

    async def summary(self) -> dict[str, Any]:
        """What `Wire.summary()` says."""
        return await self.ask("summary")

    async def records(self, since: int = 0, *, bodies: bool = False) -> list[dict[str, Any]]:
        return await self.ask("records", since=since, bodies=bodies)

    async def count(self, **like: Any) -> int:
        return await self.ask("count", **like)

    async def channels(self) -> list[int]:
        """The ids of all text channels of all servers."""
        return await self.ask("channels")

    async def stored(self, channel: int) -> list[dict[str, Any]]:
        """The messages of a channel, oldest first."""
        return await self.ask("stored", channel=channel)

    async def edits(self, message: int) -> list[dict[str, Any]]:
        return await self.ask("edits", message=message)

    async def counts(self) -> dict[int, int]:
        """How many messages there are in each channel that has some."""
        return _by_channel(await self.ask("counts"))

    async def duplicates(self, stamp: str | None = None) -> dict[int, int]:
        return _by_channel(await self.ask("duplicates", stamp=stamp))

    async def lost(self, channels: Sequence[int], stamp: str | None = None) -> list[int]:
        return await self.ask("lost", channels=list(channels), stamp=stamp)

    async def plan(self, *faults: Fault, **conditions: Any) -> None:
        """As `Wire.plan()`."""
        await self.ask("plan", faults=[asdict(fault) for fault in faults], **conditions)

    async def refuse(self, channel: int, code: int, **more: Any) -> None:
        """As `Wire.refuse()`."""
        await self.ask("refuse", channel=channel, code=code, **more)

    async def shift(self, seconds: float) -> None:
        await self.ask("shift", seconds=seconds)

    async def reset(self) -> None:
        await self.ask("reset")

    async def command(self, name: str, channel: int | None = None, **more: Any) -> int:
        """Gives a slash command to the connected bot; the id of the interaction."""
        return await self.ask("command", name=name, channel=channel, **more)

    async def interactions(self) -> list[dict[str, Any]]:
        """Each with its `latency` in seconds, which is None while there is no answer."""
        return await self.ask("interactions")


def _by_channel(counts: dict[str, int]) -> dict[int, int]:
    return {int(channel): count for channel, count in counts.items()}


@asynccontextmanager
async def remote(**terms: float) -> AsyncIterator[Remote]:
    """Starts the process; it ends when this is left, or when this process is killed."""
    options = [text for name, value in terms.items() for text in (f"--{name}", str(value))]
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.wire.serve", "--tied", *options),
        cwd=_ROOT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        assert process.stdout
        url = (await process.stdout.readline()).decode().strip()
        assert url, "the stand-in ended before it served"
        async with aiohttp.ClientSession() as session:
            yield Remote(url, session)
    finally:
        if process.returncode is None:
            process.terminate()
        await process.communicate()
