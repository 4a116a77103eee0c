"""A server whose channels get alerts, and what happens to them there."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from datetime import datetime
from typing import Any

import discord
import simcord
from simcord.backend import serializers
from simcord.backend.models import Overwrite
from simcord.enums import OverwriteType

from bot.app.app import App
from bot.domain.access import Access
from bot.domain.reader import Reader
from bot.domain.subscription import ChannelKind, Place, Subscription
from tests.cogs.newsroom import Newsroom
from tests.cogs.shown import words_of
from tests.moments import NOW


class Clock:
    """Stands still until it is set."""

    def __init__(self) -> None:
        self.time = NOW

    def __call__(self) -> datetime:
        return self.time


class Watched(Newsroom):
    """A server with one channel that gets Harbour Notes, subscribed by its administrator."""

    def __init__(self, env: simcord.Env, app: App, name: str = "Far Shore") -> None:
        super().__init__(env, app, name)
        manages = discord.Permissions(manage_channels=True)
        keepers = self.guild.create_role("Keepers", permissions=manages)
        self.keeper = self.guild.add_member(env.create_user("keeper"), roles=[keepers])
        self.desk = self.guild.create_text_channel("desk")

    async def subscribe(
        self, channel: int, briefing: int, kind: ChannelKind = ChannelKind.TEXT
    ) -> Subscription:
        """The administrator subscribes a channel in which the bot may do everything."""
        reader = Reader(user=self.admin.id, server=self.guild.id)
        place = Place(server=self.guild.id, channel=channel, kind=kind)
        wishes = (await self.subscription()).wishes if briefing == 0 else _ALL
        return await self.app.subscribing.subscribe(reader, place, briefing, wishes, Access())

    async def subscription(self) -> Subscription:
        """The only one there is."""
        (found,) = await self.app.subscribing.of_server(self.guild.id)
        return found
