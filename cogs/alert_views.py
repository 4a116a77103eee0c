"""Views: subscriptions as they stand now, put where the person looks."""

from collections.abc import Sequence

import discord

from bot.domain.access import Access
from bot.domain.subscription import Subscription
from bot.presentation.card import Card
from bot.presentation.subscription_card import subscription_card
from bot.presentation.subscription_end import ended_card
from bot.presentation.subscription_list import SIZE, page_of, subscription_list_card
from bot.presentation.subscription_text import Seen
from bot.presentation.subscription_undo import Ended
from cogs.alert_targets import said
from cogs.host import Interaction
from cogs.looking import look_at_each, takes_long
from cogs.reaching import target_of
from cogs.replies import language_of


async def put(interaction: Interaction, card: Card) -> None:
    """Shows a card in place of the one that was clicked; to a command, and its form, privately."""
    if interaction.response.is_done():
        await interaction.edit_original_response(view=card)
    elif interaction.message is None:
        await answer_alone(interaction, card)
    else:
        await interaction.response.edit_message(view=card)


async def answer_alone(interaction: Interaction, card: Card) -> None:
    """Answers with a card of its own, which only that person sees."""
    await interaction.response.send_message(view=card, ephemeral=True)


async def answer_beside(interaction: Interaction, card: Card) -> None:
    """The same, where the message that was clicked may be answered already; that one stays."""
    if interaction.response.is_done():
        await interaction.followup.send(view=card, ephemeral=True)
    else:
        await answer_alone(interaction, card)


async def show(interaction: Interaction, found: Subscription, news: str = "") -> None:
    """One subscription, its channel looked at again."""
    (seen,) = await looked_at(interaction, [found])
    await put(interaction, subscription_card(seen, language_of(interaction), news))


async def show_list(interaction: Interaction, server: int, page: int) -> None:
    """A page of the server's subscriptions, their channels looked at again."""
    found = await interaction.client.app.subscribing.of_server(server)
    page = page_of(len(found), page)
    shown = await looked_at(interaction, found[page * SIZE : (page + 1) * SIZE])
    await put(
        interaction, subscription_list_card(shown, len(found), page, language_of(interaction))
    )


async def show_end(interaction: Interaction, ended: Sequence[Subscription]) -> None:
    """Subscriptions as they were before they ended, with a button that takes it back."""
    kept = await interaction.client.app.list_states.keep(Ended.of(ended).text)
    await put(interaction, ended_card(ended, kept))


async def looked_at(interaction: Interaction, found: Sequence[Subscription]) -> list[Seen]:
    """Subscriptions as they stand after a look at their channels; `put` shows them.

    Raises Refused while Discord says nothing of the server.
    """
    subscribing, looks = interaction.client.app.subscribing, await look_in_time(interaction, found)
    seen = {each.id: said(access) for each, access in zip(found, looks, strict=True)}
    await subscribing.check({each.place.channel: seen[each.id] for each in found})
    now = [await subscribing.get(each.place.server, each.id) for each in found]
    return [Seen(each, seen[each.id], _name(interaction, each)) for each in now]


async def look_in_time(
    interaction: Interaction, found: Sequence[Subscription]
) -> list[Access | None]:
    """What the bot may do in the channel of each; Discord is told to wait if that takes long."""
    bot = interaction.client
    if takes_long(bot, found) and not interaction.response.is_done():
        command = interaction.type is discord.InteractionType.application_command
        await interaction.response.defer(ephemeral=True, thinking=command)
    return await look_at_each(bot, found)


def _name(interaction: Interaction, found: Subscription) -> str:
    channel = target_of(interaction.client.get_channel(found.place.channel))
    return channel.name if channel else ""
