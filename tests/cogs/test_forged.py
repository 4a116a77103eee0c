"""Menus whose picks never stood in them: anybody can send any value to a bot."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import discord
import pytest
from discord import app_commands
from discord.ext import commands

from bot.app.app import App
from bot.client import SitrepBot
from bot.presentation.card import Card
from bot.presentation.custom_id import CustomId, Jump, ListJump, ListSwitch, Switch
from cogs.host import Interaction
from tests.cogs.documents import NEWER
from tests.cogs.newsroom import Newsroom
from tests.cogs.shown import menu, text_of
from tests.cogs.world import living

MENUS: dict[str, CustomId] = {
    "jump": Jump(1, None, 0, 1, short=False, asker=0),
    "switch": Switch(1, None, short=False, asker=0),
    "list": ListSwitch(None, short=False, asker=0, state="q1"),
    "leap": ListJump(None, short=False, asker=0, state="q1"),
}
STRANGE = ["x", "-1", "²", "9" * 13, "9" * 99, "1 OR 1=1", "\x00", "\ud800"]


@dataclass
class Forging(commands.Cog):
    """A card with menus that hold one value."""

    value: str

    @app_commands.command(description="Shows the menus")
    async def forged(self, interaction: Interaction) -> None:
        card = Card()
        card.say("Pick.")
        for name, custom_id in MENUS.items():
            card.menu(name, custom_id, [discord.SelectOption(label="One", value=self.value)])
        await interaction.response.send_message(view=card, ephemeral=True)


@pytest.fixture(params=STRANGE)
async def forger(app: App, request: pytest.FixtureRequest) -> AsyncIterator[Newsroom]:
    class ForgingBot(SitrepBot):
        async def setup_hook(self) -> None:
            await self.add_cog(Forging(request.param))
            await super().setup_hook()

    async with living(ForgingBot(app)) as env:
        desk = Newsroom(env, app)
        await env.settle()
        await desk.publish(NEWER)
        yield desk
        assert env.errors == []


async def picked(newsroom: Newsroom, name: str) -> str:
    shown = await newsroom.ask("forged")
    assert shown.response
    found = menu(shown, name)
    values = [option["value"] for option in found["options"]]
    answer = await newsroom.reader.select(shown.response, values, custom_id=found["custom_id"])
    return text_of(answer)


async def test_a_value_that_no_menu_holds_is_answered_as_what_cannot_be_read(
    forger: Newsroom,
) -> None:
    for name in ("jump", "switch", "list"):
        assert "can no longer be read here" in await picked(forger, name)


async def test_a_place_that_no_list_has_is_its_beginning(forger: Newsroom) -> None:
    assert (await picked(forger, "leap")).startswith("# Quotes · Harbour Notes")
