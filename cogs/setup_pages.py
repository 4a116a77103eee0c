"""Setup pages: what each page of `/setup` shows in a server now."""

from collections.abc import Sequence

from bot.domain.access import Access
from bot.domain.briefing import Briefing
from bot.domain.founding import Founding
from bot.domain.zone import proposed_zone
from bot.errors import Refused
from bot.presentation.card import Card
from bot.presentation.setup_channels_card import setup_channels_card
from bot.presentation.setup_choice_card import own_card, read_card
from bot.presentation.setup_home_card import not_here_card, setup_home_card
from bot.presentation.setup_state import SetupState
from bot.presentation.subscription_text import Seen
from cogs.alert_views import look_in_time
from cogs.host import Interaction
from cogs.reaching import access_chosen
from cogs.replies import reader_of


async def home_page(interaction: Interaction, server: int) -> Card:
    """The first one; what waits for its channel is looked at again meanwhile."""
    interaction.client.dispatch("server_in_doubt", server)
    return setup_home_card(await _state(interaction, server))


async def read_page(interaction: Interaction, page: int) -> Card:
    """The briefings that alerts can be had of."""
    briefings = await interaction.client.app.subscribing.briefings(reader_of(interaction))
    return read_card(briefings, page)


async def publish_page(interaction: Interaction, server: int) -> Card | None:
    """The server's own briefings, or why it may have none; None if it has yet to make one.

    No channel is looked at: the form that follows cannot be shown late.
    """
    making = interaction.client.app.briefing_making
    if not making.may_publish(server):
        return not_here_card(server)
    own = await making.of_newsroom(server)
    return own_card(own) if own else None


async def briefing_page(
    interaction: Interaction, server: int, briefing: int, notes: Sequence[str] = ()
) -> Card:
    """One briefing that this server may read; raises Refused if there is none such."""
    found = await _briefing(interaction, briefing)
    return setup_channels_card(await _state(interaction, server), found, notes)


async def blank_form(interaction: Interaction, server: int) -> Founding:
    """What the form says at first: the server's time zone, or that of the person's language."""
    choices = await interaction.client.app.servers.choices(server)
    return Founding(zone=choices.time_zone or proposed_zone(str(interaction.locale)))


async def _briefing(interaction: Interaction, key: int) -> Briefing:
    offered = await interaction.client.app.subscribing.briefings(reader_of(interaction))
    for briefing in offered:
        if briefing.id == key:
            return briefing
    raise Refused("This briefing can no longer be read here; press Back and choose another one.")


async def _state(interaction: Interaction, server: int) -> SetupState:
    bot, app = interaction.client, interaction.client.app
    choices, found = await app.servers.choices(server), await app.subscribing.of_server(server)
    looks = await look_in_time(interaction, found)
    return SetupState(
        server=server,
        choices=choices,
        alerts=tuple(Seen(each, to or Access()) for each, to in zip(found, looks, strict=True)),
        own=tuple(await app.briefing_making.of_newsroom(server)),
        may_publish=app.briefing_making.may_publish(server),
        notices=access_chosen(bot, server, choices.notice_channel),
        log=access_chosen(bot, server, choices.log_channel),
    )
