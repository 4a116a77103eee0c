"""Setup: the one command that a server begins with."""

from discord import app_commands
from discord.ext import commands

from cogs.alert_views import put
from cogs.founding import FoundingEntrance
from cogs.host import Host, Interaction
from cogs.modals import answering
from cogs.reaching import require_manage_server
from cogs.setup_pages import home_page
from cogs.setup_panel import ENTRANCES


class Setup(commands.Cog):
    """For people who may manage the server."""

    @app_commands.command(description="Begin here: choose channels for alerts, or publish")
    # Not guild_only(): it leaves DMs to the client's default, which has them.
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    @app_commands.default_permissions(manage_guild=True)
    async def setup(self, interaction: Interaction) -> None:
        server = require_manage_server(interaction)
        await put(interaction, await home_page(interaction, server))


async def setup(bot: Host) -> None:
    """Loads the command, its panel and its form."""
    bot.add_dynamic_items(*ENTRANCES)
    bot.add_listener(answering(FoundingEntrance), "on_interaction")
    await bot.add_cog(Setup())
