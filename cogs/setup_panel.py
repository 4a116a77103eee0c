"""Setup panel: what a click in `/setup` does."""

from bot.app.drafted import LONGEST_NAME
from bot.domain.founding import Founding
from bot.domain.subscription import Wishes
from bot.errors import Refused
from bot.presentation.card import Card
from bot.presentation.custom_id import number
from bot.presentation.founding_form import founding_form
from bot.presentation.setup_channels_card import ALERTS, LOG, NOTICES
from bot.presentation.setup_ids import (
    MAKE,
    PUBLISH,
    READ,
    SetupAgain,
    SetupPage,
    SetupPick,
    SetupTo,
)
from cogs.alert_views import put
from cogs.chosen_channels import chosen_channels
from cogs.entrance import Entrance
from cogs.host import Interaction
from cogs.reaching import Target, access_of, place_of, require_manage_server
from cogs.replies import reader_of
from cogs.setup_pages import blank_form, briefing_page, home_page, publish_page, read_page

_UNSEEN = (
    "Sitrep cannot see <#{}>, so it was left out: if it is a private thread, mention Sitrep in it,"
    " then choose it again."
)


class SetupPageButton(Entrance[SetupPage], kind=SetupPage):
    """Leads from page to page, or to the form."""

    async def answer(self, interaction: Interaction) -> None:
        server = require_manage_server(interaction)
        card = await _page(interaction, server, self.key)
        if card is None:
            form = founding_form(await blank_form(interaction, server), LONGEST_NAME)
            await interaction.response.send_modal(form)
        else:
            await put(interaction, card)


class SetupPickMenu(Entrance[SetupPick], kind=SetupPick):
    """The briefing whose channels are wanted."""

    async def answer(self, interaction: Interaction) -> None:
        server = require_manage_server(interaction)
        briefing = number(self.chosen)
        card = await briefing_page(interaction, server, 0 if briefing is None else briefing)
        await put(interaction, card)


class SetupToMenu(Entrance[SetupTo], kind=SetupTo):
    """Channels for alerts, or one for notices or for the log."""

    async def answer(self, interaction: Interaction) -> None:
        server = require_manage_server(interaction)
        chosen, unseen = await chosen_channels(interaction)
        notes = [_UNSEEN.format(channel) for channel in unseen]
        if self.key.verb == ALERTS:
            await _subscribe(interaction, self.key.briefing, chosen)
        elif not unseen:
            await _keep(interaction, server, self.key.verb, chosen)
        card = await briefing_page(interaction, server, self.key.briefing, notes)
        await put(interaction, card)


class SetupAgainButton(Entrance[SetupAgain], kind=SetupAgain):
    """The form again, with what was typed."""

    async def answer(self, interaction: Interaction) -> None:
        server = require_manage_server(interaction)
        typed = await interaction.client.app.list_states.recall(self.key.kept)
        founding = Founding.read(typed) or await blank_form(interaction, server)
        await interaction.response.send_modal(founding_form(founding, LONGEST_NAME))


async def _page(interaction: Interaction, server: int, key: SetupPage) -> Card | None:
    """The page that a button means; None for the form."""
    match key.verb:
        case READ.verb:
            return await read_page(interaction, key.page)
        case PUBLISH.verb:
            return await publish_page(interaction, server)
        case MAKE.verb:
            return None
        case _:
            return await home_page(interaction, server)


async def _subscribe(interaction: Interaction, briefing: int, chosen: list[Target]) -> None:
    """Subscribes them together; what a channel has said before of countries and pings stays."""
    subscribing, reader = interaction.client.app.subscribing, reader_of(interaction)
    known = {
        each.place.channel: each.wishes
        for each in await subscribing.of_server(reader.server or 0)
        if each.briefing.id == briefing
    }
    groups = dict[Wishes, list[Target]]()
    for target in chosen:
        groups.setdefault(known.get(target.id, Wishes()), []).append(target)
    once: int | None = interaction.id
    for wishes, targets in groups.items():
        reached = [(place_of(each), access_of(each, wishes.ping)) for each in targets]
        await subscribing.subscribe_all(reader, reached, briefing, wishes, once)
        once = None  # an interaction that comes twice is refused at its first act


async def _keep(interaction: Interaction, server: int, verb: str, chosen: list[Target]) -> None:
    """Keeps the channel for notices or for the log; an empty menu means none."""
    names = {NOTICES: "notice_channel", LOG: "log_channel"}
    if verb not in names:
        raise Refused("This menu has changed; type `/setup` again.")
    channel = chosen[0].id if chosen else None
    await interaction.client.app.servers.choose(server, interaction.id, **{names[verb]: channel})


ENTRANCES = (SetupPageButton, SetupPickMenu, SetupToMenu, SetupAgainButton)
