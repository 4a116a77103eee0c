"""Settings of a server: whether answers are for the asker or for everybody."""

from typing import Literal

from discord import app_commands
from discord.ext import commands

from bot.errors import Refused
from bot.presentation.notice import notice
from cogs.host import Host, Interaction
from cogs.replies import reader_of

_PRIVATE = "Answers here are private, with a button to share them."
_PUBLIC = "Answers here are for everyone, each of one short screen."


class Settings(commands.Cog):
    """What a server's administrators choose."""

    def __init__(self, bot: Host) -> None:
        self._servers = bot.app.servers

    @app_commands.command(description="Choose who sees the answers in this server")
    @app_commands.describe(answers="Who sees answers; left out, the present choice is shown")
    # Not guild_only(): it leaves DMs to the client's default, which has them.
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    @app_commands.default_permissions(manage_guild=True)
    async def settings(
        self, interaction: Interaction, answers: Literal["private", "public"] | None = None
    ) -> None:
        server = _server_to_manage(interaction)
        if answers is not None:
            await self._servers.set_public_answers(server, answers == "public")
        public = await self._servers.public_answers(reader_of(interaction))
        card = notice(_PUBLIC if public else _PRIVATE)
        await interaction.response.send_message(view=card, ephemeral=True)


def _server_to_manage(interaction: Interaction) -> int:
    """The server, if the person may manage it: Discord's own check can be overridden there."""
    if interaction.guild_id is None or not interaction.permissions.manage_guild:
        raise Refused(
            "Only people with Manage Server may choose this; ask an administrator of the server."
        )
    return interaction.guild_id


async def setup(bot: Host) -> None:
    """Loads the command."""
    await bot.add_cog(Settings(bot))
