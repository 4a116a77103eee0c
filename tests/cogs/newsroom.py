"""A newsroom: a server that owns a briefing, and the people in it."""

import discord
import simcord

from bot.app.app import App
from bot.app.importing import Order
from bot.errors import SitrepError


class Newsroom:
    """A server with two readers and an administrator; asking is done by the first reader."""

    def __init__(self, env: simcord.Env, app: App, name: str = "Harbour Desk") -> None:
        self.env, self.app = env, app
        self.guild = env.create_guild(name)
        self.channel = self.guild.create_text_channel("briefings")
        self.reader = self.guild.add_member(env.create_user("reader"))
        self.second = self.guild.add_member(env.create_user("second"))
        manages = discord.Permissions(manage_guild=True)
        admins = self.guild.create_role("Administrators", permissions=manages)
        self.admin = self.guild.add_member(env.create_user("admin"), roles=[admins])

    async def publish(self, *texts: str, public: bool = False) -> None:
        """Imports and publishes documents of this server."""
        order = Order(newsroom=self.guild.id, author="test", publish=True, public=public)
        for text in texts:
            await self.app.importing.bring(text.encode(), "issue.txt", order)

    async def ask(self, command: str = "latest", **options: str) -> simcord.InteractionResult:
        """The first reader asks in the channel."""
        return await self.reader.slash(self.channel, command, **options)

    def assert_refused(self) -> None:
        """The last command was refused with a sentence, and nothing else went wrong."""
        assert [str(error.__cause__ or error) for error in self.env.errors] != []
        assert all(isinstance(error.__cause__, SitrepError) for error in self.env.errors)

    async def suggest(self, command: str, option: str, typed: str, **filled: str) -> list[str]:
        """What the first reader is offered while typing, as values."""
        offered = await self.reader.autocomplete(self.channel, command, option, typed, **filled)
        return [choice["value"] for choice in offered]

    @property
    def posted(self) -> list[discord.Message]:
        """The messages in the channel that everybody sees."""
        return [message for message in self.channel.history() if not message.flags.ephemeral]
