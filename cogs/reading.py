"""Reading commands: the newest section, one issue, what there is, and help."""

from discord import app_commands
from discord.ext import commands

from cogs import suggesting
from cogs.host import Host, Interaction
from cogs.options import BRIEFING, COUNTRY, SHOW, Typed
from cogs.reading_buttons import ENTRANCES
from cogs.replies import Show, reader_of, reply


class Reading(commands.Cog):
    """What everyone may ask, in servers, in DMs and as a user-installed app."""

    def __init__(self, bot: Host) -> None:
        self._room = bot.app.reading
        self._items = bot.app.items

    @app_commands.command(description="The newest section on a country, or the newest issue")
    @app_commands.describe(country=COUNTRY, briefing=BRIEFING, show=SHOW)
    @app_commands.autocomplete(country=suggesting.countries, briefing=suggesting.briefings)
    async def latest(
        self,
        interaction: Interaction,
        country: Typed | None = None,
        briefing: Typed | None = None,
        show: Show | None = None,
    ) -> None:
        answer = await self._room.latest(reader_of(interaction), country, briefing)
        await reply(interaction, answer, show)

    @app_commands.command(description="Read one issue, page by page")
    @app_commands.describe(
        number="Its number, or an id such as q345; the newest if left out",
        briefing=BRIEFING,
        show=SHOW,
    )
    @app_commands.autocomplete(number=suggesting.numbers, briefing=suggesting.briefings)
    async def issue(
        self,
        interaction: Interaction,
        number: Typed | None = None,
        briefing: Typed | None = None,
        show: Show | None = None,
    ) -> None:
        answer = await self._items.issue(reader_of(interaction), number, briefing)
        await reply(interaction, answer, show)

    @app_commands.command(description="The briefings that can be read here")
    async def briefings(self, interaction: Interaction) -> None:
        answer = await self._room.briefings(reader_of(interaction))
        await reply(interaction, answer, "only me")

    @app_commands.command(description="What you can ask, with examples")
    async def help(self, interaction: Interaction) -> None:
        answer = await self._room.help(reader_of(interaction))
        await reply(interaction, answer, "only me")


async def setup(bot: Host) -> None:
    """Loads the commands, and the buttons of every card ever sent."""
    bot.add_dynamic_items(*ENTRANCES)
    await bot.add_cog(Reading(bot))
