"""The stage: the start page, and the one channel that is open."""

import asyncio
import signal
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from urllib.parse import urlsplit

import simcord
import typer
from aiohttp import web
from simcord.preview import Preview

from bot.demo.furnishing import Scene
from bot.demo.page import start_page
from bot.demo.room import Room
from bot.errors import Refused

_HOST = "127.0.0.1"
_TRIES = 50  # a tenth of a second each


class Stage:
    """The start page, and the one channel that is open."""

    def __init__(self, scene: Scene, port: int) -> None:
        self._env = scene.env
        self._scene = scene
        self._rooms = {room.key: room for room in scene.rooms}
        self._port = port
        self._preview_port = port + 1 if port else 0
        self._preview: Preview | None = None
        self._switching = asyncio.Lock()
        self._writing, self._changed = True, set[bool]()

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
        pages.add_routes(
            [
                web.get("/", self._index),
                web.get("/open/{room}", self._open),
                web.post("/do/{act}", self._do),
                web.post("/right/{way}", self._change_right),
            ]
        )
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
        return web.Response(text=await start_page(self._scene), content_type="text/html")

    async def _do(self, request: web.Request) -> web.Response:
        """Something that the newsroom does."""
        act = request.match_info["act"]
        if act not in self._scene.desk.acts:
            raise web.HTTPNotFound(text="There is no such button; go back to the start page.")
        await self._scene.desk.act(act)
        raise web.HTTPSeeOther("/")

    async def _change_right(self, request: web.Request) -> web.Response:
        """Sitrep tells of a lost right once a day, so the demo promises that once."""
        back = request.match_info["way"] == "back"
        told = "The right was given back." if back else "The right was taken away."
        if back == self._writing:
            told = "Sitrep has the right." if back else "The right is taken away already."
            told += " Nothing was changed."
        elif back in self._changed:
            told += " #log has told of it once, which is enough for a day."
        else:
            told += " #log tells of it in a few seconds."
            self._changed.add(back)
        self._scene.allow(writing=back)
        self._writing = back
        self._scene.desk.tell(told)
        raise web.HTTPSeeOther("/")

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
            self._preview = None
        try:
            preview = await self._when_idle(room)
            await preview.__aenter__()
        except simcord.SetupError as error:
            sentence = f"The channel cannot be shown ({error}); start the demo with another --port."
            raise web.HTTPServiceUnavailable(text=sentence) from error
        self._preview = preview
        self._preview_port = urlsplit(preview.url).port or 0
        return preview

    async def _when_idle(self, room: Room) -> Preview:
        """Waits for what simcord is doing: it refuses to open a channel meanwhile."""
        tries = 0
        while True:
            try:
                return self._env.preview(
                    room.channel, viewers=room.viewers, layout="channel", port=self._preview_port
                )
            except simcord.SetupError:
                tries += 1
                if tries == _TRIES:
                    raise
            await asyncio.sleep(0.1)

    async def _pump(self) -> None:
        """Lets time pass once a second, and shows what the bot did by itself.

        A click in the middle of a refresh is refused by simcord, so nothing is refreshed for
        nothing: an answer shows itself. While a click is answered, simcord refuses us.
        """
        shown = self._unasked()
        while True:
            await asyncio.sleep(1)
            async with self._switching:
                with suppress(simcord.SetupError):
                    await self._env.advance_time(1)
                    if self._preview and shown != self._unasked():
                        await self._preview.refresh()
                        shown = self._unasked()

    def _unasked(self) -> int:
        """How many requests the bot has made that answer nobody."""
        answers = ("/interactions/", "/webhooks/")
        return sum(not entry.path.startswith(answers) for entry in self._env.http_requests)
