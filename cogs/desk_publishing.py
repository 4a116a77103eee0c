"""Publishing from the desk: the card that asks, the countdown, the set time."""

from bot.app.desk_scheduling import scheduled
from bot.domain.approval import Wish
from bot.domain.bench import Bench
from bot.domain.editor import Editor
from bot.domain.release import ReleaseKind
from bot.errors import Refused
from bot.presentation.desk_card import desk_card
from bot.presentation.desk_checks import checks_card
from bot.presentation.desk_ids import DeskControl
from bot.presentation.desk_out import countdown_card, publish_card, scheduled_card, waiting_card
from cogs.alert_views import put
from cogs.desk_approving import ask_first, retire
from cogs.host import Interaction
from cogs.replies import language_of


async def publish(
    interaction: Interaction, editor: Editor, bench: Bench, _: DeskControl | None = None
) -> None:
    """The checks if something blocks it, else the card that asks."""
    app = interaction.client.app
    if bench.pending is not None and not bench.corrects:
        channels = (await app.desk_publishing.reach(editor, bench.issue.id))[0]
        await put(interaction, waiting_card(bench, bench.pending, channels))
        return
    if bench.blocked:
        await put(interaction, checks_card(bench, language_of(interaction)))
        return
    channels, seconds = await app.desk_publishing.reach(editor, bench.issue.id)
    chosen = await app.desk_scheduling.choices(editor)
    zoned = chosen.time_zone is not None
    await put(interaction, publish_card(bench, channels, seconds, chosen.usual_time, zoned=zoned))


async def usual(interaction: Interaction, editor: Editor, _: Bench, key: DeskControl) -> None:
    """Lets it out at the time that was chosen last."""
    chosen = await interaction.client.app.desk_scheduling.choices(editor)
    await schedule(interaction, editor, (key.issue, key.at), chosen.usual_time or "")


async def schedule(
    interaction: Interaction, editor: Editor, at: tuple[int, int], typed: str, zone: str = ""
) -> None:
    """Lets an issue, as it was at a version, out at the moment that was typed."""
    app = interaction.client.app
    due = await app.desk_scheduling.due(editor, typed, zone)
    wish = Wish(kind=ReleaseKind.PUBLICATION, issue=at[0], at=at[1], due=due.at)
    if await ask_first(interaction, editor, wish):
        return
    bench = await app.desk_scheduling.schedule(editor, *at, due.at, interaction.id)
    if bench.pending is None:
        raise Refused("It has gone out meanwhile; look at it as it is now.")
    channels, _ = await app.desk_publishing.reach(editor, at[0])
    await put(interaction, scheduled_card(bench, bench.pending, channels, rolled=due.rolled))
    await retire(interaction, editor, at[0])


async def again(interaction: Interaction, editor: Editor, bench: Bench, key: DeskControl) -> None:
    """Lets out as it is now what waits for its moment, at that moment."""
    app, due = interaction.client.app, scheduled(bench.pending).due_at
    wish = Wish(kind=ReleaseKind.PUBLICATION, issue=key.issue, at=key.at, due=due)
    if await ask_first(interaction, editor, wish):
        return
    now = await app.desk_scheduling.set_to(editor, key.issue, key.at, due, interaction.id)
    await put(interaction, desk_card(now, language_of(interaction), "Let out as it is now."))
    await retire(interaction, editor, key.issue)


async def cancel(interaction: Interaction, editor: Editor, _: Bench, key: DeskControl) -> None:
    """Makes a scheduled issue a draft again."""
    app = interaction.client.app
    bench = await app.desk_scheduling.cancel(editor, key.issue, interaction.id)
    news = "Cancelled: it is a draft again, and nobody was told."
    await put(interaction, desk_card(bench, language_of(interaction), news))


async def now(interaction: Interaction, editor: Editor, _: Bench, key: DeskControl) -> None:
    """Lets it out, and shows the countdown in the same message."""
    wish = Wish(kind=ReleaseKind.PUBLICATION, issue=key.issue, at=key.at)
    if await ask_first(interaction, editor, wish):
        return
    bench, planned = await interaction.client.app.desk_publishing.publish(
        editor, key.issue, key.at, interaction.id
    )
    await put(interaction, countdown_card(bench, planned.release, planned.messages))
    await retire(interaction, editor, key.issue)


async def stop(interaction: Interaction, editor: Editor, _: Bench, key: DeskControl) -> None:
    """Takes it back; it is a draft again."""
    bench = await interaction.client.app.desk_publishing.stop(editor, key.issue, interaction.id)
    await put(interaction, desk_card(bench, language_of(interaction), "Stopped: nobody was told."))
