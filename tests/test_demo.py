"""The demo: it starts without a token, shows its channels, and leaves nothing behind."""

import asyncio
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from pathlib import Path

import aiohttp
import pytest

from bot.demo.leftovers import remove_leftovers
from tests.cli.command import ROOT, Sitrep

STATE = ROOT / "data" / "state"


class Demo:
    """The process and the URL that it printed."""

    def __init__(self, process: asyncio.subprocess.Process, url: str) -> None:
        self.process = process
        self.url = url


@asynccontextmanager
async def started(database: Path, port: int) -> AsyncIterator[Demo]:
    """A demo at work; it is asked to stop at the end, so that it leaves nothing behind."""
    process = await begun(database, port)
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
        await end(process)


async def begun(database: Path, port: int) -> asyncio.subprocess.Process:
    command = (sys.executable, "-m", "bot", "demo", "--port", str(port))
    return await asyncio.create_subprocess_exec(
        *command,
        cwd=ROOT,
        env=Sitrep(database).variables(),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )


async def end(process: asyncio.subprocess.Process) -> None:
    if process.returncode is not None:
        return
    process.terminate()
    try:
        async with asyncio.timeout(20):
            await process.wait()
    except TimeoutError:
        process.kill()
        await process.wait()


@pytest.fixture
async def demo(database: Path) -> AsyncIterator[Demo]:
    async with started(database, 0) as running:
        yield running


def folders(demo: Demo) -> list[Path]:
    """Where that demo keeps its database."""
    return list(STATE.glob(f"demo-{demo.process.pid}-*"))


async def test_every_channel_opens_and_nothing_stays_behind(demo: Demo) -> None:
    assert len(folders(demo)) == 1
    async with aiohttp.ClientSession() as browser:
        start = await page(browser, demo.url)
        links = re.findall(r'href="(/open/\w+)"', start)
        names = ("briefings", "alerts", "night", "desk", "log", "dm")
        assert links == [f"/open/{name}" for name in names]
        for link in (*links, links[0]):
            assert "<html" in await page(browser, demo.url.rstrip("/") + link)
        async with browser.get(demo.url + "open/nowhere") as missing:
            assert missing.status == 404
            assert "go back to the start page" in await missing.text()
    demo.process.send_signal(signal.SIGTERM)
    async with asyncio.timeout(30):
        assert await demo.process.wait() == 0
    assert folders(demo) == []


async def test_the_newsroom_sends_out_and_takes_back_from_the_start_page(demo: Demo) -> None:
    async with aiohttp.ClientSession() as browser:
        start = await page(browser, demo.url)
        assert "Nothing was sent out yet." in start
        assert "Harbour Watch #13 waits to be published." in start
        assert "waits for 10 seconds first" in start
        assert "http-equiv" not in start
        sent = await press(browser, demo, "do/publish")
        assert re.search(r"The publication goes out in \d+ seconds, unless it is undone", sent)
        assert "Harbour Watch #13 is about to be published." in sent
        assert 'http-equiv="refresh"' in sent, "the seconds go down by themselves"
        assert "is about to be published already" in await press(browser, demo, "do/publish")
        assert "The publication was taken back" in await press(browser, demo, "do/undo")
        assert "Nothing waits to go out" in await press(browser, demo, "do/undo")
        assert "is still a draft; publish it first" in await press(browser, demo, "do/correct")
        told = ("tells of it in a few seconds", "Nothing was changed", "which is enough for a day")
        for way, first in (("away", "was taken away."), ("back", "was given back.")):
            assert f"{first} #log {told[0]}" in await press(browser, demo, f"right/{way}")
            assert told[1] in await press(browser, demo, f"right/{way}")
        assert told[2] in await press(browser, demo, "right/away")
        async with browser.post(demo.url + "do/nothing") as missing:
            assert missing.status == 404


async def test_the_start_page_says_how_the_issue_stands_to_the_end(demo: Demo) -> None:
    async with aiohttp.ClientSession() as browser:
        await press(browser, demo, "do/publish")
        out = await until(browser, demo, "The publication has gone out; look at #alerts.")
        assert "Harbour Watch #13 is published." in out
        await press(browser, demo, "do/withdraw")
        gone = await until(browser, demo, "The withdrawal has gone out; look at #alerts.")
        assert "was withdrawn, which is the end of this demo" in gone
        assert "start it again" in gone


async def until(browser: aiohttp.ClientSession, demo: Demo, news: str) -> str:
    """The start page, once it says so."""
    async with asyncio.timeout(40):
        while True:
            shown = await page(browser, demo.url)
            if news in shown:
                return shown
            await asyncio.sleep(0.5)


async def press(browser: aiohttp.ClientSession, demo: Demo, what: str) -> str:
    async with browser.post(demo.url + what) as answer:
        assert answer.status == 200
        return await answer.text()


async def page(browser: aiohttp.ClientSession, url: str) -> str:
    async with browser.get(url) as answer:
        assert answer.status == 200
        return await answer.text()


async def test_a_port_that_is_taken_is_one_sentence(demo: Demo, database: Path) -> None:
    port = int(demo.url.rstrip("/").rpartition(":")[2])
    second = await begun(database, port)
    async with asyncio.timeout(60):
        _, told = await second.communicate()
    assert second.returncode == 2
    assert told.decode().startswith(f"Port {port} cannot be used (")
    assert "Traceback" not in told.decode()
    assert "choose one with --port" in told.decode()


@contextmanager
def taken_above_a_free_one() -> Iterator[int]:
    """A free port whose next one, where the demo shows its channels, is taken."""
    while True:
        with closing(socket.create_server(("127.0.0.1", 0))) as taken:
            port = taken.getsockname()[1] - 1
            try:
                socket.create_server(("127.0.0.1", port)).close()
            except OSError:
                continue
            yield port
            return


async def test_a_channel_whose_port_is_taken_is_one_sentence(database: Path) -> None:
    with taken_above_a_free_one() as port:
        async with started(database, port) as demo, aiohttp.ClientSession() as browser:
            for _ in range(2):
                async with browser.get(demo.url + "open/alerts") as answer:
                    assert answer.status == 503
                    told = await answer.text()
                assert f"could not bind port {port + 1}" in told
                assert told.endswith("; start the demo with another --port.")
            assert "<nav>" in await page(browser, demo.url)


def test_what_killed_demos_left_is_removed_and_nothing_else(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        pass
    kept = {f"demo-{os.getpid()}-abc", "demo-abc", "sitrep.db"}
    for name in {*kept, f"demo-{gone.pid}-abc"}:
        (tmp_path / name).mkdir()
        (tmp_path / name / "sitrep.db").touch()
    remove_leftovers(tmp_path)
    assert {file.name for file in tmp_path.iterdir()} == kept
