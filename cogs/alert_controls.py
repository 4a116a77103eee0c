"""The controls of subscriptions: what a click on their list, or on the card of one, does."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from bot.domain.subscription import Subscription
from bot.errors import Refused
from bot.presentation.custom_id import SendLast, number
from bot.presentation.subscription_card import removal_card
from bot.presentation.subscription_end import restored_card
from bot.presentation.subscription_ids import Manage, Restore, SendMissed, SubscriptionList
from bot.presentation.subscription_note import on_their_way
from bot.presentation.subscription_state import PanelState
from bot.presentation.subscription_undo import Ended
from cogs.alert_panel import show_panel
from cogs.alert_previews import post_test, preview
from cogs.alert_targets import access_now, managed, require_channel
from cogs.alert_views import answer_alone, put, show, show_end, show_list
from cogs.entrance import Entrance
from cogs.host import Interaction
from cogs.reaching import require_manage_channels
from cogs.replies import reader_of


class SubscriptionListControl(Entrance[SubscriptionList], kind=SubscriptionList):
    """A page of the list, or one subscription that is picked in it."""

    async def answer(self, interaction: Interaction) -> None:
        server = require_manage_channels(interaction)
        if self.key.verb == "pick":
            await show(interaction, await managed(interaction, number(self.chosen) or 0))
        else:
            await show_list(interaction, server, self.key.page)


class ManageButton(Entrance[Manage], kind=Manage):
    """The buttons of one subscription."""

    async def answer(self, interaction: Interaction) -> None:
        found = await managed(interaction, self.key.subscription)
        await _DEEDS[self.key.verb](interaction, found)


class SendLastButton(Entrance[SendLast], kind=SendLast):
    """Sends the newest issue to a subscription's channel."""

    async def answer(self, interaction: Interaction) -> None:
        found = await managed(interaction, self.key.subscription)
        _, issue = await interaction.client.app.catching_up.send_last(
            found.place.server, found.id, interaction.id
        )
        await answer_alone(interaction, on_their_way([issue], found))


class SendMissedButton(Entrance[SendMissed], kind=SendMissed):
    """Sends what a subscription's channel missed."""

    async def answer(self, interaction: Interaction) -> None:
        found = await managed(interaction, self.key.subscription)
        since = datetime.fromtimestamp(self.key.since, UTC)
        _, issues = await interaction.client.app.catching_up.send_missed(
            found.place.server, found.id, since, interaction.id
        )
        await answer_alone(interaction, on_their_way(issues, found))


class RestoreButton(Entrance[Restore], kind=Restore):
    """Takes back that subscriptions ended."""

    async def answer(self, interaction: Interaction) -> None:
        require_manage_channels(interaction)
        app = interaction.client.app
        ended = Ended.read(await app.list_states.recall(self.key.kept))
        if ended is None:
            raise Refused("This can no longer be undone; `/alerts subscribe` subscribes anew.")
        await require_channel(interaction, ended.place.channel)
        access = await access_now(interaction.client, ended.place)
        restored = await app.subscribing.restore(
            reader_of(interaction), ended.keys, ended.paused, access, interaction.id
        )
        await put(interaction, restored_card(ended.place.channel, restored))


async def _edit(interaction: Interaction, found: Subscription) -> None:
    await show_panel(interaction, PanelState.of(found))


async def _pause(interaction: Interaction, found: Subscription) -> None:
    subscribing = interaction.client.app.subscribing
    await show(interaction, await subscribing.pause(found.place.server, found.id, interaction.id))


async def _resume(interaction: Interaction, found: Subscription) -> None:
    access = await access_now(interaction.client, found.place)
    resumed = await interaction.client.app.subscribing.resume(
        found.place.server, found.id, access, interaction.id
    )
    await show(interaction, resumed)


async def _ask(interaction: Interaction, found: Subscription) -> None:
    await put(interaction, removal_card(found))


async def _end(interaction: Interaction, found: Subscription) -> None:
    subscribing = interaction.client.app.subscribing
    await subscribing.remove(found.place.server, found.id, interaction.id)
    await show_end(interaction, [found])


_DEEDS: dict[str, Callable[[Interaction, Subscription], Awaitable[None]]] = {
    "show": show,
    "edit": _edit,
    "pause": _pause,
    "resume": _resume,
    "remove": _ask,
    "end": _end,
    "preview": preview,
    "test": post_test,
}

ENTRANCES = (
    SubscriptionListControl,
    ManageButton,
    SendLastButton,
    SendMissedButton,
    RestoreButton,
)
