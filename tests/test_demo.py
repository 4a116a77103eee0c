"""The demo: it starts without a token, shows its channels, and leaves nothing behind."""

import asyncio
import re
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from tests.cli.command import ROOT, Sitrep

STATE = ROOT / "data" / "state"


class Demo:
    """The process and the URL that it printed."""

    def __init__(self, process: asyncio.subprocess.Process, url: str) -> None:
        self.process = process
        self.url = url


@pytest.fixture
async def demo(database: Path) -> AsyncIterator[Demo]:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        "demo",
        "--port",
        "0",
        cwd=ROOT,
        env=Sitrep(database).variables(),
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        assert process.stdout
        async with asyncio.timeout(60):
            line = (await process.stdout.readline()).decode()
        found = re.fullmatch(
            r"Sitrep demo: (http://127\.0\.0\.1:\d+/)  \(Ctrl-C stops it\)\n", line
        )
        assert found, line
        yield Demo(process, found[1])
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


def folders() -> set[str]:
    """What demos have left in the folder of databases."""
    return {file.name for file in STATE.glob("demo-*")} if STATE.exists() else set()


async def test_every_channel_opens_and_nothing_stays_behind(demo: Demo) -> None:
    running = folders()
    assert running
    async with aiohttp.ClientSession() as browser:
        start = await page(browser, demo.url)
        links = re.findall(r'href="(/open/\w+)"', start)
        assert links == ["/open/briefings", "/open/alerts", "/open/dm"]
        for link in (*links, links[0]):
            assert "<html" in await page(browser, demo.url.rstrip("/") + link)
        async with browser.get(demo.url + "open/nowhere") as missing:
            assert missing.status == 404
            assert "go back to the start page" in await missing.text()
    demo.process.send_signal(signal.SIGTERM)
    async with asyncio.timeout(30):
        assert await demo.process.wait() == 0
    assert len(running - folders()) >= 1


async def page(browser: aiohttp.ClientSession, url: str) -> str:
    async with browser.get(url) as answer:
        assert answer.status == 200
        return await answer.text()


async def test_a_port_that_is_taken_is_one_sentence(demo: Demo, database: Path) -> None:
    port = demo.url.rstrip("/").rpartition(":")[2]
    second = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        "demo",
        "--port",
        port,
        cwd=ROOT,
        env=Sitrep(database).variables(),
        stderr=asyncio.subprocess.PIPE,
    )
    async with asyncio.timeout(60):
        _, told = await second.communicate()
    assert second.returncode == 1
    assert told.decode().startswith(f"Port {port} cannot be used (")
    assert "Traceback" not in told.decode()
    assert "choose one with --port" in told.decode()
