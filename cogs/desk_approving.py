"""Approving at the desk: another editor is asked in the log channel, and lets it out there."""

from collections.abc import Sequence

from bot.app.desk_approving import DeskApproving
from bot.domain.approval import Wish
from bot.domain.editor import Editor
from bot.domain.release import Release, ReleaseKind
from bot.domain.request_look import Approved, Ended, Stale
from bot.errors import Refused
from bot.presentation.card import Card
from bot.presentation.custom_id import CustomId
from bot.presentation.desk_approval import (
    ask_card,
    asked_card,
    ended_card,
    request_card,
    taken_back_card,
)
from bot.presentation.desk_ids import DeskApproval, DeskAsk, DeskControl, DeskSend, LiveControl
from bot.presentation.desk_out import scheduled_card, sent_card, stoppable_card
from bot.presentation.desk_state import OnItsWay, Sending
from bot.presentation.notice import notice
from cogs.alert_views import answer_beside, put
from cogs.desk_people import editor_of
from cogs.entrance import Entrance
from cogs.host import Interaction
from cogs.kept import OPEN_ISSUE, keep, recalled
from cogs.reaching import Written
from cogs.telling import language_of_server, post, rewrite, writable

FEW = 3
"""Issues that are corrected along within the seconds that Discord waits for an answer."""

_NO_LOG = (
    "Sitrep cannot write in the log channel, where another editor would approve it; somebody with"
    " Manage Server chooses one in `/desk settings`."
)


async def ask_first(interaction: Interaction, editor: Editor, wish: Wish) -> bool:
    """Whether another editor has to let it out, which is shown then.

    Raises Refused for what could not go out then either.
    """
    app = interaction.client.app
    if not await app.desk_approving.is_needed(editor, wish):
        return False
    kept = await keep(interaction, wish)
    await put(interaction, ask_card(wish, kept, await _back(interaction, wish)))
    return True


async def retire(interaction: Interaction, editor: Editor, issue: int) -> None:
    """Says of what was asked that it is not needed any more: somebody has let it out."""
    for ended in await interaction.client.app.desk_approving.released(editor, issue):
        await _say_ended(interaction, ended)


async def keep_way(interaction: Interaction, releases: Sequence[Release]) -> int | None:
    """Keeps what is stopped together, if it is several."""
    if len(releases) < 2:
        return None
    way = OnItsWay(releases=tuple(each.id for each in releases))
    return await keep(interaction, way)


class DeskAskButton(Entrance[DeskAsk], kind=DeskAsk):
    """Asks in the newsroom's log, where all editors see it."""

    async def answer(self, interaction: Interaction) -> None:
        app, editor = interaction.client.app, editor_of(interaction)
        await app.desk.require(editor)
        wish = await recalled(interaction, self.key.kept, Wish, OPEN_ISSUE)
        await app.desk.open(editor, wish.issue)
        log = (await app.servers.choices(editor.server)).log_channel
        place = writable(interaction.client, editor.server, log)
        if place is None:
            raise Refused(_NO_LOG)
        await _ask(interaction, editor, wish, place)


class DeskApprovalButton(Entrance[DeskApproval], kind=DeskApproval):
    """Lets out what another editor has asked for, or takes that back."""

    async def answer(self, interaction: Interaction) -> None:
        approving, editor = interaction.client.app.desk_approving, editor_of(interaction)
        if self.key.verb == "approve":
            await _approve(interaction, approving, editor, self.key.request)
            return
        ended = await approving.take_back(editor, self.key.request, interaction.id)
        back = await _back(interaction, ended.request.wish)
        await put(interaction, taken_back_card(ended, back))
        await _say_ended(interaction, ended)


async def _ask(interaction: Interaction, editor: Editor, wish: Wish, place: Written) -> None:
    approving = interaction.client.app.desk_approving
    await interaction.response.defer()  # posting may take longer than an answer may
    asked = await approving.ask(editor, wish, interaction.id)
    key, theirs = asked.look.request.id, language_of_server(interaction.client, editor.server)
    for ended in asked.replaced:
        await _say_ended(interaction, ended)
    told = await post(place, request_card(asked.look, theirs))
    if told.message is None:
        await approving.take_back(editor, key)
        raise Refused(_NO_LOG)
    await approving.keep_post(key, place.id, told.message.id)
    back = await _back(interaction, wish)
    await put(interaction, asked_card(asked.look, place.id, back))


async def _approve(
    interaction: Interaction, approving: DeskApproving, editor: Editor, key: int
) -> None:
    request, _ = await approving.found(editor, key)
    if len(request.wish.ticked) > FEW:
        await interaction.response.defer()
    done = await approving.approve(editor, key, interaction.id)
    await _say_ended(interaction, done.ended)
    match done:
        case Stale():
            await answer_beside(interaction, notice(done.sentence))
        case Approved():
            await answer_beside(interaction, await _going_out(interaction, done))


async def _going_out(interaction: Interaction, done: Approved) -> Card:
    """What the approver sees: the countdown with its Stop, or when it goes out."""
    wish, bench = done.ended.request.wish, done.bench
    if wish.kind is ReleaseKind.CORRECTION:
        kept = await keep_way(interaction, done.releases)
        return sent_card(bench, done.releases, done.messages, kept)
    (release,) = done.releases
    if wish.due is not None:
        return scheduled_card(bench, release, done.messages)
    stop: CustomId = DeskControl("stop", bench.issue.id, bench.version)
    if wish.update is not None:
        stop = LiveControl("stop", await keep(interaction, wish.update))
    return stoppable_card(release, done.messages, stop)


async def _say_ended(interaction: Interaction, ended: Ended) -> None:
    """Changes the message in the log; the one that was clicked at once, if it is that."""
    post, clicked = ended.request.post, interaction.message
    if post is None:
        return
    if clicked is not None and clicked.id == post[1]:
        await put(interaction, ended_card(ended))
    else:
        await rewrite(interaction.client, *post, ended_card(ended))


async def _back(interaction: Interaction, wish: Wish) -> CustomId:
    """Where the editor came from, with what they typed."""
    if wish.update is not None:
        return LiveControl("show", await keep(interaction, wish.update))
    if wish.kind is ReleaseKind.CORRECTION:
        sending = Sending(ticked=wish.ticked, reason=wish.reason)
        return DeskSend("look", wish.issue, wish.at, await keep(interaction, sending))
    return DeskControl("home", wish.issue, wish.at)


ENTRANCES = (DeskAskButton, DeskApprovalButton)
