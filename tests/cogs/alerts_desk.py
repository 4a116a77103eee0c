"""A newsroom with a keeper, who may manage its channels and so its alerts."""

from typing import Any

import discord
import simcord
from simcord.backend.models import Overwrite
from simcord.enums import OverwriteType

from bot.domain.subscription import Subscription
from tests.cogs.newsroom import Newsroom
from tests.cogs.shown import menu

KEEPS = discord.Permissions(manage_channels=True)


class AlertsDesk:
    """What a keeper asks and clicks; the channel is the newsroom's."""

    def __init__(self, newsroom: Newsroom) -> None:
        self.newsroom, self.guild, self.channel = newsroom, newsroom.guild, newsroom.channel
        self.keeper = self.member("keeper", KEEPS)

    def member(self, name: str, allowed: discord.Permissions) -> simcord.MemberActor:
        """Somebody who may do that in the whole server."""
        role = self.guild.create_role(name.title(), permissions=allowed)
        return self.guild.add_member(self.newsroom.env.create_user(name), roles=[role])

    def room(self, name: str, **denied: bool) -> simcord.ChannelHandle:
        """Another text channel; what is denied there is denied to the bot too."""
        overwrite = discord.PermissionOverwrite(**denied)
        return self.guild.create_text_channel(name, overwrites={self.guild.default_role: overwrite})

    async def thread(self) -> simcord.ChannelHandle:
        """A thread in the channel."""
        kind = discord.ChannelType.public_thread
        made = await self.bot_channel(self.channel).create_thread(name="side talk", type=kind)
        return next(each for each in self.channel.threads if each.id == made.id)

    async def allow(self, channel: simcord.ChannelHandle, **rights: bool) -> None:
        """Changes what everyone may do in a channel, the bot among them."""
        there, overwrite = self.bot_channel(channel), discord.PermissionOverwrite(**rights)
        await there.set_permissions(there.guild.default_role, overwrite=overwrite)
        await self.newsroom.env.settle()

    async def forbid(self, channel: simcord.ChannelHandle, **rights: bool) -> None:
        """Denies everyone these rights in a channel of any kind."""
        _, deny = discord.PermissionOverwrite(**dict.fromkeys(rights, False)).pair()
        lost = Overwrite(target_id=self.guild.id, type=OverwriteType.ROLE, deny=deny.value)
        self.newsroom.env.backend.edit_channel(channel.id, {}, overwrites=[lost])
        await self.newsroom.env.settle()

    def bot_channel(self, channel: simcord.ChannelHandle) -> discord.TextChannel:
        """The channel as the bot knows it."""
        found = self.newsroom.env.bot.get_channel(channel.id)
        assert isinstance(found, discord.TextChannel)
        return found

    async def ask(self, command: str, **options: Any) -> simcord.InteractionResult:
        """The keeper types `/alerts …` in the channel."""
        return await self.keeper.slash(self.channel, f"alerts {command}", **options)

    async def subscribe(self, **options: Any) -> simcord.InteractionResult:
        """The keeper subscribes the channel, unless another one is given."""
        return await self.ask("subscribe", **{"channel": self.channel, **options})

    async def press(
        self, shown: simcord.InteractionResult, label: str
    ) -> simcord.InteractionResult:
        """The keeper clicks the button of that label."""
        assert shown.response, "nothing was answered"
        return await self.keeper.click(shown.response, label=label)

    async def pick(
        self, shown: simcord.InteractionResult, prompt: str, *values: Any
    ) -> simcord.InteractionResult:
        """The keeper chooses these in the menu whose placeholder begins so."""
        assert shown.response, "nothing was answered"
        key = menu(shown, prompt)["custom_id"]
        return await self.keeper.select(shown.response, list(values), custom_id=key)

    async def opened(self, place: int = 0) -> simcord.InteractionResult:
        """The card of one subscription, picked in the list."""
        listed = await self.ask("list")
        values = [each["value"] for each in menu(listed, "Pick one")["options"]]
        return await self.pick(listed, "Pick one", values[place])

    async def subscriptions(self) -> list[Subscription]:
        """What the server is subscribed to, from the app."""
        return await self.newsroom.app.subscribing.of_server(self.guild.id)

    async def the_one(self) -> Subscription:
        """The only subscription there is."""
        (only,) = await self.subscriptions()
        return only
