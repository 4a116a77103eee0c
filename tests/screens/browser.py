"""A browser without a window: one page of headless Chromium, led over its debugging port."""

import asyncio
import base64
import itertools
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

_COMMAND = ("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars")
_TRIES = 150  # a tenth of a second each


class Page:
    """What it shows, as pictures; every address is on this machine."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket, self._ids = socket, itertools.count(1)

    async def size(self, width: int, height: int) -> None:
        """As if the window were so large; narrower than a window can be."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        await self._ask("Emulation.setDeviceMetricsOverride", **size)

    async def go(self, url: str) -> None:
        """Opens an address."""
        await self._ask("Page.navigate", url=url)

    async def wait(self, script: str) -> Any:
        """What the script gives, once that is something; asked again and again until then."""
        for _ in range(_TRIES):
            answer = await self._ask("Runtime.evaluate", expression=script, returnByValue=True)
            if found := answer["result"].get("value"):
                return found
            await asyncio.sleep(0.1)
        raise AssertionError(f"the page never came to this: {script}")

    async def picture(self, box: dict[str, float]) -> bytes:
        """A PNG of a part of the page."""
        clip = {**box, "scale": 1}
        answer = await self._ask("Page.captureScreenshot", format="png", clip=clip)
        return base64.b64decode(answer["data"])

    async def _ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        number = next(self._ids)
        await self._socket.send_json({"id": number, "method": method, "params": parameters})
        while (answer := await self._socket.receive_json()).get("id") != number:
            pass  # an event, which nobody asked for
        return answer["result"]


@asynccontextmanager
async def browser() -> AsyncIterator[Page]:
    """Starts Chromium and ends it."""
    # What Chromium has started may write there for a moment after it has ended.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        asked = (f"--user-data-dir={folder}", "--remote-debugging-port=0", "about:blank")
        quiet = asyncio.subprocess.DEVNULL
        process = await asyncio.create_subprocess_exec(
            *_COMMAND, *asked, stdout=quiet, stderr=quiet
        )
        try:
            port = await _port(Path(folder) / "DevToolsActivePort")
            async with aiohttp.ClientSession(f"http://127.0.0.1:{port}") as session:
                async with session.get("/json") as found:
                    (page,) = (each for each in await found.json() if each["type"] == "page")
                async with session.ws_connect(page["webSocketDebuggerUrl"], max_msg_size=0) as led:
                    yield Page(led)
        finally:
            process.terminate()
            await process.wait()


async def _port(file: Path) -> int:
    """Chromium chooses one, and writes it down."""
    for _ in range(_TRIES):
        if file.exists() and (written := file.read_text().split()):
            return int(written[0])
        await asyncio.sleep(0.1)
    raise AssertionError("Chromium did not start")
