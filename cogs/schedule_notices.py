"""Notices of scheduled issues: who scheduled one hears that it cannot go out, or did not."""

from collections.abc import Callable

from discord.ext import commands

from bot.domain.release import Release
from bot.presentation.card import Card
from bot.presentation.schedule_notice import blocked_card, missed_card
from cogs.host import Host
from cogs.telling import post, tell, writable


class ScheduleNotices(commands.Cog):
    """Sends it to who scheduled, and posts it in the newsroom's log, where the others are."""

    def __init__(self, bot: Host) -> None:
        self._bot = bot

    @commands.Cog.listener()
    async def on_release_blocked(self, release: int) -> None:
        """It is nearly time, and something blocks it."""
        await self._tell(release, blocked_card)

    @commands.Cog.listener()
    async def on_release_missed(self, release: int) -> None:
        """It did not go out, and is a draft again."""
        await self._tell(release, missed_card)

    async def _tell(self, key: int, card: Callable[[Release], Card]) -> None:
        release = (await self._bot.app.receipts.of(key)).release
        server = release.issue.briefing.newsroom
        choices = await self._bot.app.servers.choices(server)
        place = writable(self._bot, server, choices.log_channel)
        # Nobody is ever pinged: a message of their own is what a person notices.
        await tell(self._bot, None, release.author_id, card(release))
        if place is not None:
            await post(place, card(release))


async def setup(bot: Host) -> None:
    """Loads the listeners."""
    await bot.add_cog(ScheduleNotices(bot))
