"""The host of the cogs: what they may ask of the client that loads them."""

from __future__ import annotations

import discord
from discord.ext import commands

from bot.app.app import App

NOWHERE = discord.Object(1)
"""Where commands are loaded that no server has until the client gives them to newsrooms."""


class Host(commands.AutoShardedBot):
    """A Discord client with the app, and one place where every error ends."""

    app: App

    async def report(
        self, error: BaseException, interaction: discord.Interaction[Host] | None = None
    ) -> None:
        """Tells the person one sentence, once, and the log the rest."""
        raise NotImplementedError


Interaction = discord.Interaction[Host]
