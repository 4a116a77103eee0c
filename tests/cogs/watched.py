"""A server with a channel that gets alerts, and what can happen to it."""

from typing import Any

import discord
import simcord
from simcord.backend import serializers
from simcord.backend.models import Overwrite
from simcord.enums import OverwriteType

from bot.app.app import App
from bot.domain.access import Access
from bot.domain.reader import Reader
from bot.domain.subscription import ChannelKind, Place, Subscription, Wishes
from tests.cogs.newsroom import Newsroom
from tests.cogs.shown import words_of

GATHERED = 6
"""Seconds after which changes in a server have been looked at."""


class Watched(Newsroom):
    """Beside its people, one who manages channels; `desk` is a second channel."""

    def __init__(self, env: simcord.Env, app: App, name: str = "Far Shore") -> None:
        super().__init__(env, app, name)
        manages = discord.Permissions(manage_channels=True)
        keepers = self.guild.create_role("Keepers", permissions=manages)
        self.keeper = self.guild.add_member(env.create_user("keeper"), roles=[keepers])
        self.desk = self.guild.create_text_channel("desk")

    async def subscribe(
        self,
        channel: simcord.ChannelHandle | None = None,
        briefing: int = 1,
        kind: ChannelKind = ChannelKind.TEXT,
    ) -> Subscription:
        """The administrator subscribes the first channel, or another."""
        place = Place(server=self.guild.id, channel=(channel or self.channel).id, kind=kind)
        who = Reader(user=self.admin.id, server=self.guild.id)
        return await self.app.subscribing.subscribe(who, place, briefing, Wishes(), Access())

    async def only(self) -> Subscription:
        """The only subscription of the server."""
        (found,) = await self.app.subscribing.of_server(self.guild.id)
        return found

    async def want_notices(self, channel: simcord.ChannelHandle | None = None) -> None:
        """Notices go to the second channel, or another."""
        chosen = channel or self.desk
        await self.app.servers.choose(self.guild.id, notice_channel=chosen.id)

    async def deny(self, channel: simcord.ChannelHandle, **rights: bool) -> None:
        """Everyone loses these rights in a channel; none gives back what was lost."""
        _, deny = discord.PermissionOverwrite(**dict.fromkeys(rights, False)).pair()
        lost = Overwrite(target_id=self.guild.id, type=OverwriteType.ROLE, deny=deny.value)
        overwrites = [lost] if rights else []
        self.env.backend.edit_channel(channel.id, {}, overwrites=overwrites)
        await self.looked()

    async def looked(self) -> None:
        """Lets so much time pass that whatever has changed has been looked at."""
        await self.env.settle()
        await self.env.advance_time(GATHERED)

    def leave(self) -> dict[str, Any]:
        """The bot is removed; gives what Discord says if it comes back."""
        backend = self.env.backend
        guild = backend.get_guild(self.guild.id)
        kept = {key: backend.channels[key] for key in (*guild.channel_ids, *guild.thread_ids)}
        told = dict(serializers.guild_create_payload(backend, guild))
        backend.remove_guild(self.guild.id)
        backend.guilds[self.guild.id] = guild
        backend.channels |= kept
        backend.messages |= {key: {} for key in kept}
        del told["unavailable"]  # which is what tells a new server from one that was away
        return told

    def notices(self, channel: simcord.ChannelHandle | None = None) -> list[str]:
        """All words of each message in the second channel, or another."""
        return [words_of(message) for message in (channel or self.desk).history()]

    @property
    def letters(self) -> list[str]:
        """All words of each direct message to the administrator."""
        return [words_of(message) for message in self.admin.user.dm_channel.history()]


def labels_of(message: discord.Message) -> list[str]:
    """What stands on the buttons of a message."""
    rows = [row for frame in message.components for row in getattr(frame, "children", ())]
    found = [button for row in rows for button in getattr(row, "children", ())]
    return [button.label for button in found]


async def dispatch(env: simcord.Env, event: str, *arguments: object) -> None:
    """The client tells its cogs of something."""
    with env._bot_scope():
        env.bot.dispatch(event, *arguments)
    await env.settle()
