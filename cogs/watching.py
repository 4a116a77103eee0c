"""Watching: notices what the bot may no longer do in subscribed channels, and tells of it."""

import asyncio
from collections.abc import Sequence

import discord
from discord.ext import commands, tasks

from bot.domain.access import Access
from bot.domain.subscription import Subscription
from bot.presentation.welcome import welcome
from cogs.background import reported
from cogs.host import Host
from cogs.looking import look
from cogs.reaching import access_of
from cogs.recheck import ENTRANCES
from cogs.standing_notices import StandingNotices
from cogs.telling import may_write, post

_PAUSE_SECONDS = 5
"""How long changes in a server are gathered: one edit of a role is often followed by another."""

_HOURS = 24


class Watching(commands.Cog):
    """Looks again where something has changed, and once a day wherever alerts are paused."""

    def __init__(self, bot: Host) -> None:
        self._bot = bot
        self._subscribing = bot.app.subscribing
        self._notices = StandingNotices(bot)
        self._doubtful = set[int]()

    async def cog_unload(self) -> None:
        running = [loop.get_task() for loop in (self._look_again, self._look_daily)]
        for task in filter(None, running):
            task.cancel()
        await asyncio.gather(*filter(None, running), return_exceptions=True)

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        for loop in (self._look_again, self._look_daily):
            if not loop.is_running():
                loop.start()

    @commands.Cog.listener("on_guild_channel_create")
    @commands.Cog.listener("on_guild_channel_delete")
    @commands.Cog.listener("on_guild_role_delete")
    @commands.Cog.listener("on_thread_join")
    @commands.Cog.listener("on_thread_remove")
    async def on_come_or_gone(
        self, there: discord.abc.GuildChannel | discord.Thread | discord.Role
    ) -> None:
        self._doubtful.add(there.guild.id)

    @commands.Cog.listener("on_guild_channel_update")
    @commands.Cog.listener("on_guild_role_update")
    @commands.Cog.listener("on_thread_update")
    @commands.Cog.listener("on_member_update")  # without its intent, only of the bot itself
    async def on_changed(
        self,
        _: object,
        after: discord.abc.GuildChannel | discord.Thread | discord.Role | discord.Member,
    ) -> None:
        self._doubtful.add(after.guild.id)

    @commands.Cog.listener()
    async def on_raw_thread_delete(self, deleted: discord.RawThreadDeleteEvent) -> None:
        self._doubtful.add(deleted.guild_id)

    @commands.Cog.listener("on_guild_available")
    @commands.Cog.listener("on_guild_remove")
    async def on_server(self, guild: discord.Guild) -> None:
        self._doubtful.add(guild.id)

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        self._doubtful.add(guild.id)
        channel = guild.system_channel
        if channel is not None and may_write(access_of(channel)):
            await post(channel, welcome())

    @commands.Cog.listener()
    async def on_server_in_doubt(self, server: int) -> None:
        """Another cog asks to look again there."""
        self._doubtful.add(server)

    @commands.Cog.listener()
    async def on_subscription_paused(self, key: int) -> None:
        """The courier has paused it, since Discord refused."""
        await self._notices.lost([key])

    @tasks.loop(seconds=_PAUSE_SECONDS)
    async def _look_again(self) -> None:
        while self._doubtful:
            server = self._doubtful.pop()
            await reported(self._bot, self._look_at_server(server))

    @tasks.loop(hours=_HOURS)
    async def _look_daily(self) -> None:
        await reported(self._bot, self._look_at_held())

    async def _look_at_server(self, server: int) -> None:
        await self._look_at(await self._subscribing.of_server(server))

    async def _look_at_held(self) -> None:
        """Tells too of what is still lost and was not told, as a notice goes out once a day."""
        held = await self._subscribing.out_of_reach()
        await self._look_at(held)
        await self._notices.lost([each.id for each in held])

    async def _look_at(self, subscriptions: Sequence[Subscription]) -> None:
        """Lets each pause or go on as the bot may act in its channel, and tells of changes."""
        found = dict[int, Access]()
        for place in {each.place.channel: each.place for each in subscriptions}.values():
            access = await look(self._bot, place)
            if access is not None:
                found[place.channel] = access
        if not found:
            return
        checked = await self._subscribing.check(found)
        await self._notices.lost([each.id for each in checked.lost])
        before = {each.id: each for each in subscriptions}
        await self._notices.regained([(before.get(each.id), each) for each in checked.regained])


async def setup(bot: Host) -> None:
    """Loads the listeners, and the button of their notices."""
    bot.add_dynamic_items(*ENTRANCES)
    await bot.add_cog(Watching(bot))
