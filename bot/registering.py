"""Registering: which commands Discord has, for everybody and in the servers of newsrooms."""

import asyncio
import hashlib
import json
from typing import Any

import discord
import structlog
from discord import app_commands

from bot.app.process import ProcessNotes

_log = structlog.stdlib.get_logger("sitrep.commands")

Tree = app_commands.CommandTree[Any]


class Registering:
    """Registers what has changed; Discord allows few registrations a day.

    The commands of newsrooms are loaded for `nowhere`, which is no server.
    """

    def __init__(self, tree: Tree, process: ProcessNotes, nowhere: discord.Object) -> None:
        self._tree = tree
        self._nowhere = nowhere
        self._process = process
        self._newsrooms = set[int]()
        self._one_at_a_time = asyncio.Lock()

    async def everywhere(self, application: int) -> None:
        """The commands that every server has."""
        count = await self._sync(application, None)
        if count is not None:
            _log.info("commands registered", count=count)

    async def in_newsrooms(self, servers: set[int]) -> None:
        """The commands of newsrooms, in those servers that did not have them yet."""
        async with self._one_at_a_time:
            for server in sorted(servers - self._newsrooms):
                await self._in_newsroom(server)

    async def _in_newsroom(self, server: int) -> None:
        guild = discord.Object(server)
        for command in self._tree.get_commands(guild=self._nowhere):
            self._tree.add_command(command, guild=guild, override=True)
        try:
            await self._sync(server, guild)
        except (discord.Forbidden, discord.NotFound) as error:
            # The bot has left that server; it is tried again at the next start.
            _log.info("the desk cannot be registered", server=server, reason=str(error))
        self._newsrooms.add(server)

    async def _sync(self, key: int, guild: discord.Object | None) -> int | None:
        """How many commands were registered; None if Discord had them already.

        `key` is what they are registered for: the application, or a server.
        """
        commands = [command.to_dict(self._tree) for command in self._tree.get_commands(guild=guild)]
        written = json.dumps(commands, sort_keys=True, default=str)
        digest = hashlib.sha256(written.encode()).hexdigest()
        if not await self._process.commands_changed(key, digest):
            return None
        await self._tree.sync(guild=guild)
        await self._process.keep_commands(key, digest)
        return len(commands)
