"""The commands on alerts: which channels of a server get which briefings."""

from typing import Literal

import discord
from discord import app_commands
from discord.ext import commands

from bot.domain.access import NOWHERE
from bot.presentation.server_choices_card import server_choices_card
from cogs import alert_controls, alert_panel, alert_previews, alert_suggesting
from cogs.alert_panel import show_panel
from cogs.alert_subscribing import chosen, subscribe
from cogs.alert_targets import PickedChannel, WrittenChannel, find, require_channel, targets
from cogs.alert_views import answer_alone, show_end, show_list
from cogs.host import Host, Interaction
from cogs.options import Typed
from cogs.reaching import access_of, require_manage_channels, require_manage_server
from cogs.replies import reader_of


# Not guild_only: it leaves DMs to the client's default, which has them.
@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
@app_commands.allowed_installs(guilds=True, users=False)
@app_commands.default_permissions(manage_channels=True)
class Alerts(
    commands.GroupCog, group_name="alerts", group_description="Which channels get which briefings"
):
    """What people with Manage Channels may ask for in their server."""

    def __init__(self, bot: Host) -> None:
        self._subscribing = bot.app.subscribing
        self._servers = bot.app.servers

    @app_commands.command(description="Let a channel get the issues of a briefing as they come out")
    @app_commands.describe(
        channel="A channel, a thread or a forum; left out, a panel lets you choose several",
        briefing="Which briefing, if there are several",
        country="Only issues on these countries, commas between them; left out, all",
        ping="A role to ping with each new issue",
        ping_updates="Whether that role is pinged for updates too",
    )
    @app_commands.autocomplete(
        briefing=alert_suggesting.briefings, country=alert_suggesting.countries
    )
    async def subscribe(
        self,
        interaction: Interaction,
        channel: PickedChannel | None = None,
        briefing: Typed | None = None,
        country: Typed | None = None,
        ping: discord.Role | None = None,
        ping_updates: bool | None = None,
    ) -> None:
        require_manage_channels(interaction)
        role = ping.id if ping else None
        state = await chosen(interaction, channel, briefing, country, role, ping_updates)
        if state.complete:
            await subscribe(interaction, state)
        else:
            await show_panel(interaction, state)

    @app_commands.command(name="list", description="What is subscribed here, and how it stands")
    async def overview(self, interaction: Interaction) -> None:
        await show_list(interaction, require_manage_channels(interaction), 0)

    @app_commands.command(description="End all alerts of a channel")
    @app_commands.describe(channel="Left out, this channel")
    async def stop(self, interaction: Interaction, channel: PickedChannel | None = None) -> None:
        server = require_manage_channels(interaction)
        place = channel or interaction.channel_id or 0
        await require_channel(interaction, place)
        await show_end(interaction, await self._subscribing.stop(server, place, interaction.id))

    @app_commands.command(description="Who sees answers here, and where lost rights are told")
    @app_commands.describe(
        answers="Who sees answers in this server; needs Manage Server",
        notices="Where to say that Sitrep can no longer write in a subscribed channel",
    )
    async def settings(
        self,
        interaction: Interaction,
        answers: Literal["private", "public"] | None = None,
        notices: WrittenChannel | None = None,
    ) -> None:
        server = require_manage_channels(interaction)
        if answers is not None:
            require_manage_server(interaction)
        once: int | None = interaction.id
        if notices is not None:
            await targets(interaction, [notices])
            await self._servers.choose(server, once, notice_channel=notices)
            once = None  # an interaction that comes twice is refused at its first act
        if answers is not None:
            await self._servers.set_public_answers(server, answers == "public", once)
        changed = answers is not None or notices is not None
        await self._show_choices(interaction, server, changed=changed)

    async def _show_choices(self, interaction: Interaction, server: int, *, changed: bool) -> None:
        public = await self._servers.public_answers(reader_of(interaction))
        notices = (await self._servers.choices(server)).notice_channel
        channel = await find(interaction.client, notices) if notices else None
        access = access_of(channel) if channel else NOWHERE
        card = server_choices_card(public=public, notices=notices, access=access, changed=changed)
        await answer_alone(interaction, card)


async def setup(bot: Host) -> None:
    """Loads the commands, and the buttons of every card ever sent."""
    for module in (alert_panel, alert_controls, alert_previews):
        bot.add_dynamic_items(*module.ENTRANCES)
    await bot.add_cog(Alerts(bot))
