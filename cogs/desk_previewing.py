"""Previews at the desk: what channels will get, as any of them sees it."""

from bot.domain.alert import Alert, Sample
from bot.domain.bench import Bench
from bot.domain.editor import Editor
from bot.domain.subscription import Subscription
from bot.presentation.alert_card import alert_card
from bot.presentation.card import Button, button
from bot.presentation.custom_id import number
from bot.presentation.desk_ids import DeskControl, DeskSeen
from bot.presentation.desk_preview import add_channels, unseen_card
from bot.presentation.language import Language
from cogs.alert_views import put
from cogs.desk_people import editor_of
from cogs.entrance import Entrance
from cogs.host import Interaction
from cogs.reaching import target_of
from cogs.replies import language_of
from cogs.telling import language_of_server


async def preview(
    interaction: Interaction, editor: Editor, bench: Bench, _: DeskControl | None = None
) -> None:
    """Exactly what channels will get, with the way on and back."""
    await _show(interaction, editor, bench, None)


class DeskSeenMenu(Entrance[DeskSeen], kind=DeskSeen):
    """Shows it as the channel that is picked sees it."""

    async def answer(self, interaction: Interaction) -> None:
        editor = editor_of(interaction)
        bench = await interaction.client.app.desk.open(editor, self.key.issue)
        await _show(interaction, editor, bench, number(self.chosen))


async def put_preview(interaction: Interaction, alert: Alert, buttons: list[Button]) -> None:
    """A message as channels will get it, marked as a preview, above the ways on and back."""
    card = alert_card(_marked(alert), _their_language(interaction))
    card.buttons(buttons)
    await put(interaction, card)


async def _show(interaction: Interaction, editor: Editor, bench: Bench, picked: int | None) -> None:
    app, key = interaction.client.app, bench.issue.id
    found = await app.desk_publishing.channels(editor, key)
    seen_by = next((each for each in found if each.id == picked), None)
    if bench.corrects:
        alert = await app.desk_correcting.preview(editor, key, subscription=seen_by)
    else:
        alert = await app.desk_publishing.preview(editor, key, seen_by)
    if seen_by is not None and not alert.wanted:
        card = unseen_card(seen_by, language_of(interaction))
    else:
        card = alert_card(_marked(alert), _their_language(interaction))
    named = [(each, _name(interaction, each)) for each in found]
    add_channels(card, bench, named, seen_by, language_of(interaction))
    card.buttons(_ways(bench))
    await put(interaction, card)


def _ways(bench: Bench) -> list[Button]:
    at = (bench.issue.id, bench.version)
    back = button("Back", DeskControl("home", *at))
    if bench.corrects:
        on = [button("Send the correction…", DeskControl("review", *at))] if bench.undoes else []
        return [*on, back]
    return [button("Publish", DeskControl("publish", *at)), back]


def _marked(alert: Alert) -> Alert:
    return alert.model_copy(update={"sample": Sample.PREVIEW})


def _their_language(interaction: Interaction) -> Language:
    return language_of_server(interaction.client, interaction.guild_id or 0)


def _name(interaction: Interaction, found: Subscription) -> str:
    channel = target_of(interaction.client.get_channel(found.place.channel))
    return channel.name if channel else ""


ENTRANCES = (DeskSeenMenu,)
