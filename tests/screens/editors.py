"""The pictures of docs/editors.md: what an editor sees in the demo's newsroom.

`python -m tests.screens.editors` takes them anew; it needs Chromium, and nothing else runs it.
"""

import asyncio
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import simcord

from bot.app.app import App, build_app
from bot.app.importing import Order
from bot.client import SitrepBot
from bot.demo.furnishing import Scene, furnish
from bot.domain.gazetteer import Gazetteer
from bot.store.store import open_store
from tests.cogs.shown import menu, options
from tests.cogs.world import at_home
from tests.conftest import ROOT
from tests.screens.browser import browser
from tests.screens.card import pictured

_NOW = datetime(2022, 2, 11, 9, 30, tzinfo=UTC)
_DESK = "desk"
_BRIEFING = "Harbour Watch"
_DOCUMENT = """{title}

**Harbour Watch #{number} | February {day}, 2022**

Three ports were quiet, and one bell was found.

## Netherlands

{opening}We shall ring it once,” Port Director Wim Oudekerk said on February 8, 2022.

## Japan

Tokyo counted the queues. “They are shorter than my report,” Deputy Minister Seto Aoba said.
"""
_SAID = {"speaker": "Wim Oudekerk", "role": "Port Director", "country": "Netherlands"}
_RIGHT = _SAID | {"words": "We shall ring it twice,", "day": "2022-02-08"}
_NEWS = "“The bell has rung,” Port Director Joris Veldkampen said this morning."


async def take(folder: Path) -> None:
    """All of them, under the names by which the guide shows them."""
    async with _newsroom() as (scene, app), browser() as page:
        editor = Editor(scene, app)
        for name, step in (
            ("desk-panel", editor.doubt),
            ("desk-preview", editor.preview),
            ("desk-correction", editor.correction),
            ("desk-live", editor.live),
        ):
            shown = await step()
            card = await pictured(page, scene.env, editor.channel, editor.actor, shown, _NOW)
            card.save(folder / f"{name}.png", optimize=True)


@asynccontextmanager
async def _newsroom() -> AsyncIterator[tuple[Scene, App]]:
    """The demo's, at a moment at which its samples are new."""
    with tempfile.TemporaryDirectory() as folder:
        async with open_store(Path(folder) / "sitrep.db", _NOW) as store:
            gazetteer = Gazetteer.load(ROOT / "data" / "gazetteer")
            app = build_app(store, gazetteer, lambda: _NOW, allowed=None)
            bot = SitrepBot(app)
            env = simcord.Env(bot, shard_count=1)
            at_home(bot, env)
            await env.start()
            try:
                samples = (ROOT / "data" / "samples").glob("harbour-*")
                texts = {file.name: file.read_bytes() for file in sorted(samples)}
                scene = await furnish(env, app, texts)
                await bot.keep_desks()
                yield scene, app
            finally:
                await env.shutdown()


class Editor:
    """The demo's editor, step by step; each step ends on what a picture shows."""

    def __init__(self, scene: Scene, app: App) -> None:
        (room,) = (each for each in scene.rooms if each.key == _DESK)
        _, actor, _ = room.viewers
        assert isinstance(actor, simcord.MemberActor)
        self.actor, self.channel, self._app, self._env = actor, room.channel, app, scene.env

    async def doubt(self) -> simcord.InteractionResult:
        """The panel of a document in which a quotation mark is missing."""
        text = _document(14, 11, "A Quiet Week in Three Ports", opening="")
        return await self._slash("desk import", file=("harbour-watch-14.md", text.encode()))

    async def preview(self) -> simcord.InteractionResult:
        """What channels get, once the doubt is answered."""
        panel = await self._slash("desk open")
        return await self._press(await self._press(panel, "Right"), "Preview")

    async def correction(self) -> simcord.InteractionResult:
        """The review of a quote whose words stand in another issue too."""
        await self._published(15, 9, "A Bell in the Mud")
        await self._published(16, 10, "The Bell Again")
        panel = await self._slash("desk open", issue="#16")
        quotes = await self._press(panel, "Quotes (2)")
        one = await self._pick(quotes, "Quotes 1")
        form = await self._press(one, "Change…")
        changed = await self.actor.submit_modal(form, dict(_RIGHT))
        return await self._press(changed, "Send the correction…")

    async def live(self) -> simcord.InteractionResult:
        """An update as it will go out."""
        named = {"country": "Netherlands", "briefing": _BRIEFING}
        return await self._slash("live", text=_NEWS, source="Harbour Radio", **named)

    async def _published(self, number: int, day: int, title: str) -> None:
        guild = self.channel.guild
        assert guild
        text = _document(number, day, title)
        order = Order(newsroom=guild.id, author="demo", publish=True)
        await self._app.importing.bring(text.encode(), "issue.md", order)
        await self._env.advance_time(3)

    async def _slash(self, command: str, **filled: Any) -> simcord.InteractionResult:
        return await self.actor.slash(self.channel, command, **filled)

    async def _press(
        self, shown: simcord.InteractionResult, label: str
    ) -> simcord.InteractionResult:
        assert shown.response
        return await self.actor.click(shown.response, label=label)

    async def _pick(
        self, shown: simcord.InteractionResult, prompt: str
    ) -> simcord.InteractionResult:
        """The first of what a menu offers."""
        assert shown.response
        first = next(iter(options(shown, prompt).values()))
        key = menu(shown, prompt)["custom_id"]
        return await self.actor.select(shown.response, [first], custom_id=key)


def _document(number: int, day: int, title: str, opening: str = "“") -> str:
    return _DOCUMENT.format(number=number, day=day, title=title, opening=opening)


if __name__ == "__main__":
    asyncio.run(take(ROOT / "docs"))
