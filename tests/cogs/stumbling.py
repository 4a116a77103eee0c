"""A bot that stumbles: the real one, with a cog of entrances that all raise."""

import re
from dataclasses import dataclass
from typing import Any, ClassVar

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import SitrepBot
from bot.errors import Refused
from bot.presentation.card import Card, button
from bot.presentation.custom_id import CustomId
from cogs.entrance import Entrance, suggesting
from cogs.host import Interaction


class Stumbled(RuntimeError):
    """What nobody expected."""


@dataclass(frozen=True)
class Trip(CustomId):
    """A button that raises; `page` says in which way."""

    TEMPLATE: ClassVar[str] = "trip:(?P<page>[0-2])"
    page: int


AT_ONCE, AFTER_ANSWERING, REFUSED = range(3)


async def stumble(interaction: Interaction, way: int) -> None:
    """Raises, in that way."""
    if way == AFTER_ANSWERING:
        await interaction.response.send_message("A first answer.", ephemeral=True)
    if way == REFUSED:
        raise Refused("The gate is shut; come back at noon.")
    raise Stumbled("the plank broke")


class TripButton(Entrance[Trip], kind=Trip):
    async def answer(self, interaction: Interaction) -> None:
        await stumble(interaction, self.key.page)


@suggesting
async def stumbling_choices(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    if typed == "fine":
        return [app_commands.Choice(name="fine", value="fine")]
    raise Stumbled("the plank broke")


class Stumbling(commands.Cog):
    """Each command, button and listener that can go wrong."""

    @app_commands.command(description="Raises")
    @app_commands.autocomplete(word=stumbling_choices)
    async def stumble(
        self, interaction: Interaction, way: int = AT_ONCE, word: str | None = None
    ) -> None:
        await stumble(interaction, way)

    @app_commands.command(description="Shows the buttons")
    async def planks(self, interaction: Interaction) -> None:
        card = Card()
        card.say("Mind the gap.")
        card.buttons([button(f"Way {way}", Trip(way)) for way in range(3)])
        await interaction.response.send_message(view=card, ephemeral=True)

    @commands.Cog.listener()
    async def on_guild_channel_create(self, channel: discord.abc.GuildChannel) -> None:
        if channel.name == "trap":
            raise Stumbled("the plank broke")


class StumblingBot(SitrepBot):
    """Sitrep with that cog."""

    async def setup_hook(self) -> None:
        self.add_dynamic_items(TripButton)
        await self.add_cog(Stumbling())
        await super().setup_hook()


def reference_in(sentence: str) -> str:
    """The reference that a person was told."""
    found = re.fullmatch(
        r"Something went wrong here, and it is noted as ([0-9A-F]{6}); try again in a minute\.",
        sentence,
    )
    assert found, sentence
    return found[1]


def logged(entries: list[Any]) -> list[Any]:
    """The errors among the lines of a log."""
    return [entry for entry in entries if entry["log_level"] == "error"]
