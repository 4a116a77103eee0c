"""Correcting at the desk: a correction is looked at, sent with its reason, and stopped."""

from bot.app.desk_publishing import seconds_for
from bot.domain.approval import Wish
from bot.domain.bench import Bench
from bot.domain.editor import Editor
from bot.domain.release import ReleaseKind
from bot.errors import Refused
from bot.presentation import limits
from bot.presentation.card import button
from bot.presentation.desk_card import desk_card
from bot.presentation.desk_checks import checks_card
from bot.presentation.desk_correction import correction_card, unsent_card
from bot.presentation.desk_forms import desk_reason_form
from bot.presentation.desk_ids import DeskControl, DeskSend
from bot.presentation.desk_out import sent_card
from bot.presentation.desk_state import OnItsWay, Sending
from bot.presentation.line import line
from bot.presentation.masthead import issue_name
from cogs.alert_views import answer_beside, put
from cogs.desk_approving import FEW, ask_first, keep_way, retire
from cogs.desk_people import editor_of
from cogs.desk_previewing import put_preview
from cogs.entrance import Entrance
from cogs.host import Interaction
from cogs.kept import OPEN_ISSUE, keep, recalled
from cogs.modals import FormEntrance
from cogs.replies import language_of


async def review(
    interaction: Interaction, editor: Editor, bench: Bench, _: DeskControl | None = None
) -> None:
    """What the correction changes and whom it reaches; the checks if something blocks it."""
    if bench.blocked:
        await put(interaction, checks_card(bench, language_of(interaction)))
        return
    await _show(interaction, editor, bench.issue.id, None)


class DeskSendButton(Entrance[DeskSend], kind=DeskSend):
    """What stands on a correction before it goes out, and the Stop after it."""

    async def answer(self, interaction: Interaction) -> None:
        key, editor = self.key, editor_of(interaction)
        await interaction.client.app.desk.open(editor, key.issue)
        match key.verb:
            case "form":
                reason = (await _sending(interaction, key)).reason
                await interaction.response.send_modal(desk_reason_form(key, reason))
            case "tick":
                reason = (await _sending(interaction, key)).reason
                now = Sending(ticked=self._picked, reason=reason)
                await _show(interaction, editor, key.issue, now)
            case "preview":
                await _preview(interaction, editor, key)
            case "stop":
                await _stop(interaction, editor, key)
            case _:
                await _show(interaction, editor, key.issue, await _sending(interaction, key))

    @property
    def _picked(self) -> tuple[str, ...]:
        """What is ticked; it may be anything: it was sent."""
        return tuple(map(str, getattr(self.item, "values", ())))


class DeskSendEntrance(FormEntrance[DeskSend], kind=DeskSend):
    """Sends the correction with the reason that was typed; it can be stopped for a while."""

    async def answer(self, interaction: Interaction) -> None:
        app, editor, key = interaction.client.app, editor_of(interaction), self.key
        await app.desk.require(editor)
        sending, reason = await _sending(interaction, key), self.typed.get("reason", "")
        if len(sending.ticked) > FEW:
            await interaction.response.defer()
        wish = Wish(
            kind=ReleaseKind.CORRECTION,
            issue=key.issue,
            at=key.at,
            reason=reason,
            ticked=sending.ticked,
        )
        try:
            if await ask_first(interaction, editor, wish):
                return
            sent = await app.desk_correcting.send(
                editor, key.issue, key.at, reason, sending.ticked, interaction.id
            )
        except Refused as refusal:
            typed = sending.model_copy(update={"reason": reason[:500]})
            look = DeskSend("look", key.issue, key.at, await keep(interaction, typed))
            await answer_beside(interaction, unsent_card(str(refusal), reason, look))
            return
        kept = await keep_way(interaction, sent.releases)
        await put(interaction, sent_card(sent.bench, sent.releases, sent.messages, kept))
        await retire(interaction, editor, key.issue)


async def _show(
    interaction: Interaction, editor: Editor, issue: int, sending: Sending | None
) -> None:
    """The card with what is ticked, at first all that name the same person."""
    app = interaction.client.app
    ticked = sending.ticked if sending else None
    found = await app.desk_correcting.review(editor, issue, ticked)
    now = Sending(ticked=found.ticked, reason=sending.reason if sending else "")
    kept = await keep(interaction, now) if now != Sending() else None
    seconds = seconds_for(found.messages)
    await put(interaction, correction_card(found, kept, seconds, language_of(interaction)))


async def _preview(interaction: Interaction, editor: Editor, key: DeskSend) -> None:
    sending, app = await _sending(interaction, key), interaction.client.app
    alert = await app.desk_correcting.preview(editor, key.issue, sending.ticked)
    back = DeskSend("look", key.issue, key.at, key.kept)
    await put_preview(interaction, alert, [button("Back", back)])


async def _stop(interaction: Interaction, editor: Editor, key: DeskSend) -> None:
    """Takes all of it back that has not gone out, and says what has."""
    app = interaction.client.app
    way = OnItsWay(releases=())
    if key.kept is not None:
        way = await recalled(interaction, key.kept, OnItsWay, OPEN_ISSUE)
    late = await app.desk_correcting.stop(editor, way.releases, interaction.id)
    bench = await app.desk.open(editor, key.issue)
    news = "Stopped: nobody was told."
    if late:
        names = ", ".join(issue_name(each.issue) for each in late)
        news = f"Stopped, but for what had gone out already: {line(names, limits.TITLE)}."
    await put(interaction, desk_card(bench, language_of(interaction), news))


async def _sending(interaction: Interaction, key: DeskSend) -> Sending:
    """What is ticked, and the reason as far as it was typed; nothing where nothing was kept."""
    if key.kept is None:
        return Sending()
    return await recalled(interaction, key.kept, Sending, OPEN_ISSUE)


ENTRANCES = (DeskSendButton,)
FORMS = (DeskSendEntrance,)
