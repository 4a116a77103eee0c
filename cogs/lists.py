"""Lists: quotes, timelines and searches as commands."""

from discord import app_commands
from discord.ext import commands

from bot.app.lists import Wish
from cogs import suggesting
from cogs.host import Host, Interaction
from cogs.list_buttons import ENTRANCES
from cogs.options import BRIEFING, COUNTRY, SHOW, Typed
from cogs.replies import Show, reader_of, reply

_SINCE = "The first day: 2022-01-28, January 2022, 2022, last 7 days"
_UNTIL = "The last day: 2022-01-28, January 2022, 2022, yesterday"


class Lists(commands.Cog):
    """What everyone may ask of all issues together."""

    def __init__(self, bot: Host) -> None:
        self._lists = bot.app.lists
        self._searching = bot.app.searching

    @app_commands.command(description="What named people said, word for word, newest first")
    @app_commands.describe(
        country=COUNTRY,
        speaker="Who said it: how any word of the name begins",
        words="Words in the quote; “in quotation marks” as a phrase, -without this one",
        since=_SINCE,
        until=_UNTIL,
        briefing=BRIEFING,
        show=SHOW,
    )
    @app_commands.autocomplete(
        country=suggesting.quoted_countries,
        speaker=suggesting.speakers,
        since=suggesting.said_periods,
        until=suggesting.said_periods,
        briefing=suggesting.briefings,
    )
    async def quotes(
        self,
        interaction: Interaction,
        country: Typed | None = None,
        speaker: Typed | None = None,
        words: Typed | None = None,
        since: Typed | None = None,
        until: Typed | None = None,
        briefing: Typed | None = None,
        show: Show | None = None,
    ) -> None:
        wish = Wish(
            country=country,
            speaker=speaker,
            words=words,
            since=since,
            until=until,
            briefing=briefing,
        )
        answer = await self._lists.quotes(reader_of(interaction), wish)
        await reply(interaction, answer, show)

    @app_commands.command(description="What happened when, and what is expected")
    @app_commands.describe(
        country=COUNTRY, since=_SINCE, until=_UNTIL, briefing=BRIEFING, show=SHOW
    )
    @app_commands.autocomplete(
        country=suggesting.dated_countries,
        since=suggesting.happened_periods,
        until=suggesting.happened_periods,
        briefing=suggesting.briefings,
    )
    async def timeline(
        self,
        interaction: Interaction,
        country: Typed | None = None,
        since: Typed | None = None,
        until: Typed | None = None,
        briefing: Typed | None = None,
        show: Show | None = None,
    ) -> None:
        wish = Wish(country=country, since=since, until=until, briefing=briefing)
        answer = await self._lists.timeline(reader_of(interaction), wish)
        await reply(interaction, answer, show)

    @app_commands.command(description="Sections, quotes and events by their words, best first")
    @app_commands.describe(
        query="Words; “a phrase” in quotation marks; -without this one; or an id such as #q345",
        briefing=BRIEFING,
        show=SHOW,
    )
    @app_commands.autocomplete(query=suggesting.findings, briefing=suggesting.briefings)
    async def search(
        self,
        interaction: Interaction,
        query: Typed,
        briefing: Typed | None = None,
        show: Show | None = None,
    ) -> None:
        answer = await self._searching.search(reader_of(interaction), query, briefing)
        await reply(interaction, answer, show)


async def setup(bot: Host) -> None:
    """Loads the commands, and the buttons of every list ever sent."""
    bot.add_dynamic_items(*ENTRANCES)
    await bot.add_cog(Lists(bot))
