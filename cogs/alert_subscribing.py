"""Subscribing: what a command or the panel has chosen is checked, done and shown."""

from collections.abc import Mapping

from bot.domain.subscription import Subscription
from bot.errors import Refused
from bot.presentation.subscription_state import PanelState
from bot.presentation.subscriptions_card import subscriptions_card
from cogs.alert_previews import preview_below
from cogs.alert_suggesting import countries_in
from cogs.alert_targets import access_now, managed, require_ping, targets
from cogs.alert_views import looked_at, put, show
from cogs.host import Interaction
from cogs.reaching import require_manage_channels
from cogs.replies import language_of, reader_of


async def chosen(
    interaction: Interaction,
    channel: int | None,
    briefing: str | None,
    country: str | None,
    ping: int | None,
    updates: bool | None,
) -> PanelState:
    """What the options of the command say; left out, a subscription that is there stays so.

    Raises Refused for what cannot be meant.
    """
    subscribing, reader = interaction.client.app.subscribing, reader_of(interaction)
    state = PanelState(channels=() if channel is None else (channel,))
    if briefing or len(await subscribing.briefings(reader)) < 2:
        named = await subscribing.named(reader, briefing or None)
        state = state.model_copy(update={"briefing": named.id})
    before = await _before(interaction, state)
    if channel in before:
        state = PanelState.of(before[channel]).model_copy(update={"editing": None})
    said = {
        "countries": countries_in(interaction, country) if country else None,
        "ping": ping,
        "ping_updates": updates,
    }
    return state.model_copy(update={name: it for name, it in said.items() if it is not None})


async def subscribe(interaction: Interaction, state: PanelState) -> None:
    """Subscribes the channels, or changes the subscription that is edited, and shows the result."""
    if state.editing is not None:
        await show(interaction, await _changed(interaction, state, state.editing), "Changed.")
        return
    before = await _before(interaction, state)
    made = await _made(interaction, state, before)
    if len(made) == 1:
        await show(interaction, made[0], _news(before.get(made[0].place.channel), made[0]))
    else:
        seen = await looked_at(interaction, made)
        await put(interaction, subscriptions_card(seen, language_of(interaction)))
    await preview_below(interaction, made[0])


def _news(before: Subscription | None, made: Subscription) -> str:
    """What came of subscribing a channel, which may have been subscribed."""
    if before is None:
        return "Subscribed."
    same = (before.wishes, before.standing) == (made.wishes, made.standing)
    return "This was subscribed already, just so; nothing was changed." if same else "Changed."


async def _made(
    interaction: Interaction, state: PanelState, before: Mapping[int | None, Subscription]
) -> list[Subscription]:
    require_manage_channels(interaction)
    if not state.channels or state.briefing is None:
        raise Refused("Choose a channel and a briefing first.")
    found = await targets(interaction, state.channels, state.ping)
    for place, access in found:
        known = before.get(place.channel)
        if state.ping is not None and (known is None or known.wishes.ping != state.ping):
            require_ping(interaction, state.ping, access)
    return await interaction.client.app.subscribing.subscribe_all(
        reader_of(interaction), found, state.briefing, state.wishes, interaction.id
    )


async def _changed(interaction: Interaction, state: PanelState, key: int) -> Subscription:
    before = await managed(interaction, key)
    if state.ping is not None and state.ping != before.wishes.ping:
        access = await access_now(interaction.client, before.place, state.ping)
        require_ping(interaction, state.ping, access)
    return await interaction.client.app.subscribing.change(
        before.place.server, key, state.wishes, interaction.id
    )


async def _before(interaction: Interaction, state: PanelState) -> dict[int | None, Subscription]:
    """The server's subscriptions to the briefing that is chosen, by their channels."""
    found = await interaction.client.app.subscribing.of_server(interaction.guild_id or 0)
    return {each.place.channel: each for each in found if each.briefing.id == state.briefing}
