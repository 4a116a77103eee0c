"""The host of the cogs: what they may ask of the client that loads them."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.ext import commands

from bot.app.app import App


class Host(commands.AutoShardedBot):
    """A Discord client with the app, and one place where every error ends."""

    app: App
    desk: app_commands.Group | None = None
    """The commands of the desk, which only newsrooms have."""
    desk_menus: tuple[app_commands.ContextMenu, ...] = ()
    """The desk's entries in the menu of a message, which only newsrooms have too."""

    async def report(
        self, error: BaseException, interaction: discord.Interaction[Host] | None = None
    ) -> None:
        """Tells the person one sentence, once, and the log the rest."""
        raise NotImplementedError


Interaction = discord.Interaction[Host]
