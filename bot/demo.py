"""The demo: the same bot in a simulated Discord, in the browser, without a token."""

import asyncio
import html
import os
import re
import shutil
import signal
import tempfile
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import discord
import simcord
import typer
from aiohttp import web
from simcord.preview import Preview

from bot.app.app import App, build_app
from bot.app.importing import Order
from bot.client import SitrepBot
from bot.domain.gazetteer import Gazetteer
from bot.errors import Refused
from bot.log import set_up_logging
from bot.store.store import open_store

_HOST = "127.0.0.1"
_SERVER_NAME = "Rising Powers Desk"
_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Sitrep demo</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
body {{ font: 1.05rem/1.5 system-ui, sans-serif; max-width: 38rem; margin: 3rem auto;
  padding: 0 1rem; background: #fff; color: #1d1d25 }}
a {{ display: block; padding: .9rem 1rem; margin: .6rem 0; border: 1px solid #888;
  border-radius: .5rem; color: #2a3db0; text-decoration: none }}
a:hover, a:focus {{ background: #eef0ff }}
small {{ display: block; color: #444 }} code {{ background: #eee; padding: 0 .25rem }}
</style></head><body>
<h1>Sitrep demo</h1>
<p>A simulated Discord with the real bot in it. Open a channel, type <code>/latest</code> and pick a
country, then look through all issues with <code>/quotes</code>, <code>/timeline</code> and
<code>/search</code>; the page lets you be a reader, an editor or an administrator.</p>
<nav>{links}</nav>
<p>One channel is open at a time; opening another closes the first. Everything is forgotten when
the demo stops.</p>
</body></html>"""


@dataclass(frozen=True)
class Room:
    """A channel that the start page links to, and who can look at it."""

    key: str
    title: str
    about: str
    channel: simcord.ChannelHandle
    viewers: tuple[simcord.MemberActor | simcord.UserHandle, ...]


async def run_demo(root: Path, port: int) -> None:
    """Serves the start page on `port` and the simulated Discord on the next one.

    Raises Refused if the port is taken.
    """
    set_up_logging("WARNING")
    state = root / "data" / "state"
    state.mkdir(parents=True, exist_ok=True)
    remove_leftovers(state)
    with tempfile.TemporaryDirectory(prefix=f"demo-{os.getpid()}-", dir=state) as folder:
        async with open_store(Path(folder) / "sitrep.db", _now()) as store:
            gazetteer = Gazetteer.load(root / "data" / "gazetteer")
            app = build_app(store, gazetteer, _now, allowed=None)
            bot = SitrepBot(app)
            async with simcord.run(bot, shard_count=1, check_errors=False) as env:
                if bot.user:
                    await bot.user.edit(username="Sitrep")
                rooms = await _furnish(env, app, _samples(root / "data" / "samples"))
                await Stage(env, rooms, port).serve_until_stopped()


def remove_leftovers(state: Path) -> None:
    """Removes what demos that were killed have left: folders that name a process that is gone."""
    for folder in state.glob("demo-*"):
        owner = re.fullmatch(r"demo-(\d{1,9})-.*", folder.name)
        if owner and not _is_running(int(owner[1])):
            shutil.rmtree(folder, ignore_errors=True)


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)  # signal 0 only asks
    except ProcessLookupError:
        return False
    except PermissionError:
        return True  # somebody else's
    return True


async def _furnish(env: simcord.Env, app: App, samples: dict[str, bytes]) -> list[Room]:
    """Makes the server and its people, imports the samples, asks the first question."""
    guild = env.create_guild(_SERVER_NAME)
    briefings = guild.create_text_channel("briefings")
    alerts = guild.create_text_channel("alerts")
    editors = guild.create_role("Editors", permissions=discord.Permissions(manage_messages=True))
    admins = guild.create_role("Administrators", permissions=discord.Permissions.all())
    robin = env.create_user("Robin (reader)")
    reader = guild.add_member(robin)
    editor = guild.add_member(env.create_user("Eda (editor)"), roles=[editors])
    admin = guild.add_member(env.create_user("Ada (administrator)"), roles=[admins])
    await _publish_samples(app, guild.id, samples)
    await admin.send(briefings, "Ask Sitrep here: type / and pick a command.")
    await admin.send(alerts, "The same commands work here.")
    await robin.send_dm("Hello!")
    await reader.slash(briefings, "latest", country="Russia")
    people = (reader, editor, admin)
    return [
        Room("briefings", "#briefings", "where /latest was just answered", briefings, people),
        Room("alerts", "#alerts", "a second channel of the same server", alerts, people),
        Room("dm", "Direct message", "the reader alone with Sitrep", robin.dm_channel, (robin,)),
    ]


async def _publish_samples(app: App, newsroom: int, samples: dict[str, bytes]) -> None:
    order = Order(newsroom=newsroom, author="demo", publish=True, public=True)
    for name, document in samples.items():
        await app.importing.bring(document, name, order)


def _samples(folder: Path) -> dict[str, bytes]:
    files = (file for file in sorted(folder.iterdir()) if file.name != "README.md")
    return {file.name: file.read_bytes() for file in files}


class Stage:
    """The start page, and the one channel that is open."""

    def __init__(self, env: simcord.Env, rooms: list[Room], port: int) -> None:
        self._env = env
        self._rooms = {room.key: room for room in rooms}
        self._port = port
        self._preview_port = port + 1 if port else 0
        self._preview: Preview | None = None
        self._switching = asyncio.Lock()

    async def serve_until_stopped(self) -> None:
        """Prints the one URL; ends on Ctrl-C or SIGTERM."""
        stop = asyncio.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
        async with self._start_page() as url:
            typer.echo(f"Sitrep demo: {url}  (Ctrl-C stops it)")
            pump = asyncio.create_task(self._pump())
            await stop.wait()
            pump.cancel()
            with suppress(asyncio.CancelledError):
                await pump
            if self._preview:
                await self._preview.close()

    @asynccontextmanager
    async def _start_page(self) -> AsyncGenerator[str]:
        pages = web.Application()
        pages.add_routes([web.get("/", self._index), web.get("/open/{room}", self._open)])
        runner = web.AppRunner(pages)
        await runner.setup()
        try:
            await self._listen(runner)
            self._port = runner.addresses[0][1]
            yield f"http://{_HOST}:{self._port}/"
        finally:
            await runner.cleanup()

    async def _listen(self, runner: web.AppRunner) -> None:
        try:
            await web.TCPSite(runner, _HOST, self._port).start()
        except OSError as error:
            raise Refused(
                f"Port {self._port} cannot be used ({error.strerror}); choose one with --port."
            ) from error

    async def _index(self, _request: web.Request) -> web.Response:
        links = "".join(
            f'<a href="/open/{room.key}">{html.escape(room.title)}'
            f"<small>{html.escape(room.about)}</small></a>"
            for room in self._rooms.values()
        )
        return web.Response(text=_PAGE.format(links=links), content_type="text/html")

    async def _open(self, request: web.Request) -> web.Response:
        room = self._rooms.get(request.match_info["room"])
        if room is None:
            raise web.HTTPNotFound(text="There is no such channel; go back to the start page.")
        async with self._switching:
            preview = await self._show(room)
        raise web.HTTPSeeOther(preview.url)

    async def _show(self, room: Room) -> Preview:
        """Opens the channel in the place of the one that is open, on the same port."""
        if self._preview:
            await self._preview.close()
        self._preview = self._env.preview(
            room.channel, viewers=room.viewers, layout="channel", port=self._preview_port
        )
        try:
            await self._preview.__aenter__()
        except simcord.SetupError as error:
            self._preview = None
            sentence = f"The channel cannot be shown ({error}); start the demo with another --port."
            raise web.HTTPServiceUnavailable(text=sentence) from error
        self._preview_port = urlsplit(self._preview.url).port or 0
        return self._preview

    async def _pump(self) -> None:
        """Lets time pass once a second, and shows what the bot did by itself.

        A click in the middle of a refresh is refused by simcord, so nothing is refreshed for
        nothing: an answer shows itself. While a click is answered, simcord refuses us.
        """
        shown = self._unasked()
        while True:
            await asyncio.sleep(1)
            with suppress(simcord.SetupError):
                await self._env.advance_time(1)
                if self._preview and shown != self._unasked():
                    async with self._switching:
                        await self._preview.refresh()
                    shown = self._unasked()

    def _unasked(self) -> int:
        """How many requests the bot has made that answer nobody."""
        answers = ("/interactions/", "/webhooks/")
        return sum(not entry.path.startswith(answers) for entry in self._env.http_requests)


def _now() -> datetime:
    return datetime.now(UTC)
