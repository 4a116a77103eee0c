"""Previews of alerts: what a channel would get, shown to one person, or posted there as a test."""

import discord

from bot.app.standing import closed
from bot.domain.alert import Sample
from bot.domain.subscription import Subscription
from bot.errors import Refused
from bot.presentation.alert_card import alert_card
from bot.presentation.card import Card, button
from bot.presentation.subscription_ids import DeleteTest, DeleteTestPost
from bot.presentation.subscription_note import out_of_reach, posted_test, test_title
from cogs.alert_targets import find
from cogs.alert_views import answer_alone, looked_at
from cogs.entrance import Entrance
from cogs.forum_posts import delete_post, open_post
from cogs.host import Interaction
from cogs.reaching import Target
from cogs.telling import language_of_server

_NOTHING = "{} has no published issue yet; there is something to show once the first one is out."


async def preview(interaction: Interaction, found: Subscription) -> None:
    """Shows the person what the newest issue looks like in that channel."""
    card = await _card(interaction, found, Sample.PREVIEW)
    if card is None:
        raise Refused(_NOTHING.format(found.briefing.name))
    await answer_alone(interaction, card)


async def preview_below(interaction: Interaction, found: Subscription) -> None:
    """The same below an answer; nothing as long as there is no issue."""
    card = None if closed(found) else await _card(interaction, found, Sample.PREVIEW)
    if card is not None:
        await interaction.followup.send(view=card, ephemeral=True)


async def post_test(interaction: Interaction, found: Subscription) -> None:
    """Posts the same in the channel, marked as a test; it pings nobody."""
    (seen,) = await looked_at(interaction, [found])
    channel = await find(interaction.client, found.place.channel)
    if channel is None or seen.access.blocking:
        await answer_alone(interaction, out_of_reach(seen))
        return
    card = await _card(interaction, found, Sample.TEST)
    if card is None:
        raise Refused(_NOTHING.format(found.briefing.name))
    forum = isinstance(channel, discord.ForumChannel)
    card.buttons([button("Delete this test", DeleteTestPost() if forum else DeleteTest())])
    await interaction.response.defer(ephemeral=True, thinking=True)
    try:
        posted = await _post(channel, found, card)
    except (discord.Forbidden, discord.NotFound) as error:
        raise Refused(
            "Discord refused the test: check the channel's permissions for Sitrep, then try again."
        ) from error
    await interaction.followup.send(view=posted_test(posted), ephemeral=True)


class DeleteTestButton(Entrance[DeleteTest], kind=DeleteTest):
    """Deletes the test that it belongs to."""

    async def answer(self, interaction: Interaction) -> None:
        _require_order(interaction)
        await interaction.response.defer()
        await interaction.delete_original_response()


class DeleteTestPostButton(Entrance[DeleteTestPost], kind=DeleteTestPost):
    """Deletes the forum post that it is in."""

    async def answer(self, interaction: Interaction) -> None:
        _require_order(interaction)
        await interaction.response.defer()
        if isinstance(interaction.channel, discord.Thread):
            await delete_post(interaction.channel)


def _require_order(interaction: Interaction) -> None:
    """Raises Refused for who may neither manage the channel nor its messages."""
    allowed = interaction.permissions
    if not (allowed.manage_channels or allowed.manage_messages):
        raise Refused(
            "Only people with Manage Channels or Manage Messages may delete this test; ask one of"
            " them."
        )


async def _post(channel: Target, found: Subscription, card: Card) -> int:
    """Where it has been posted."""
    if isinstance(channel, discord.ForumChannel):
        name = found.briefing.name
        return (await open_post(channel, test_title(found.briefing), name, card)).id
    await channel.send(view=card, allowed_mentions=discord.AllowedMentions.none())
    return channel.id


async def _card(interaction: Interaction, found: Subscription, sample: Sample) -> Card | None:
    """In the language of the server, as all that is sent to its channels; None without an issue."""
    alert = await interaction.client.app.alerts.preview(found)
    if alert is None:
        return None
    shown = alert.model_copy(update={"sample": sample})
    return alert_card(shown, language_of_server(interaction.client, found.place.server))


ENTRANCES = (DeleteTestButton, DeleteTestPostButton)
