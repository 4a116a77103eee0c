"""Filling in: what sending a form of the desk does."""

from collections.abc import Mapping

from bot.domain.bench import Bench, Clash
from bot.domain.editing.edit import Edit
from bot.domain.editing.quote_edits import AddQuote, quotes_of
from bot.domain.editing.spot import Spot, entry_at, quote_at
from bot.domain.editing.text_edit import Fate, TextEdit
from bot.errors import Refused
from bot.presentation import limits
from bot.presentation.card import Card, button
from bot.presentation.desk_again import again_card, clash_card, sourceless_card
from bot.presentation.desk_broken import broken_card
from bot.presentation.desk_card import desk_card
from bot.presentation.desk_forms import desk_form, desk_kept_form
from bot.presentation.desk_ids import DeskAgain, DeskControl, DeskFate, DeskForm, DeskKept
from bot.presentation.desk_out import countdown_card, when_verb
from bot.presentation.desk_section import section_card
from bot.presentation.desk_speaker import same_speaker_card
from bot.presentation.desk_state import BrokenText, TypedForm
from bot.presentation.line import line
from cogs.alert_views import answer_alone, put
from cogs.desk_opening import chosen_issue, note_home
from cogs.desk_people import editor_of
from cogs.desk_publishing import schedule
from cogs.entrance import Entrance
from cogs.host import Interaction
from cogs.kept import OPEN_DRAFT, keep, recalled
from cogs.modals import FormEntrance
from cogs.replies import language_of


class DeskFormEntrance(FormEntrance[DeskForm], kind=DeskForm):
    """Makes the edit that was typed, or says why not and keeps what was typed."""

    async def answer(self, interaction: Interaction) -> None:
        await submit(interaction, TypedForm.of(self.key, dict(self.typed)))


async def fill_in(
    interaction: Interaction,
    verb: str,
    issue: str | None,
    given: Mapping[str, str | None],
    *,
    whole: bool,
) -> None:
    """What the options of a command say: an edit, or a form with it if something is left out."""
    bench = await chosen_issue(interaction, issue)
    if issue is None and bench.corrects:
        raise Refused(
            f"You changed {bench.issue.label} last, which is published; say with `issue` to which"
            " draft this belongs."
        )
    typed = {name: value for name, value in given.items() if value}
    form = TypedForm(verb=verb, issue=bench.issue.id, at=bench.version, typed=typed)
    if whole:
        await submit(interaction, form)
    else:
        await interaction.response.send_modal(desk_form(form.key, typed))


async def publish_at(interaction: Interaction, bench: Bench, when: str) -> None:
    """Lets it out at a moment; where the newsroom has no time zone yet, a form asks for it."""
    chosen = await interaction.client.app.desk_scheduling.choices(editor_of(interaction))
    verb = when_verb(zoned=chosen.time_zone is not None)
    form = TypedForm(verb=verb, issue=bench.issue.id, at=bench.version, typed={"when": when})
    if chosen.time_zone is None:
        await interaction.response.send_modal(desk_form(form.key, form.typed))
    else:
        await submit(interaction, form)


async def submit(interaction: Interaction, form: TypedForm) -> None:
    """The edit of a form that was sent."""
    app, editor = interaction.client.app, editor_of(interaction)
    seen = await app.desk.seen(editor, form.issue, form.at)
    spot = Spot(entry=form.place or 0, item=form.nth)
    try:
        if form.verb == "fwithdra":
            await _withdraw(interaction, form)
            return
        if form.verb in ("fwhen", "fwhenz"):
            typed = (form.typed.get("when", ""), form.typed.get("zone", ""))
            await schedule(interaction, editor, (form.issue, form.at), *typed)
            return
        today = await app.desk.today(editor)
        edit = app.desk_typing.edit(form.verb, seen, spot, form.typed, today)
        if isinstance(edit, TextEdit) and edit.broken(seen.contents):
            await _ask_fates(interaction, seen, form, edit)
            return
        if isinstance(edit, AddQuote) and _is_sourceless(edit, seen):
            kept = await keep(interaction, form)
            await answer_alone(interaction, sourceless_card(form.typed, kept))
            return
        await _make(interaction, form, seen, edit)
    except Refused as refusal:
        kept = await keep(interaction, form)
        await answer_alone(interaction, again_card(str(refusal), form.verb, form.typed, kept))


async def _withdraw(interaction: Interaction, form: TypedForm) -> None:
    """A withdrawal, with its reason; it can be stopped for a while."""
    out, editor = interaction.client.app.desk_publishing, editor_of(interaction)
    typed = (form.typed.get("number", ""), form.typed.get("reason", ""))
    bench, planned = await out.withdraw(editor, form.issue, form.at, *typed, interaction.id)
    await put(interaction, countdown_card(bench, planned.release, planned.messages))


async def _make(interaction: Interaction, form: TypedForm, seen: Bench, edit: Edit) -> None:
    app = interaction.client.app
    editor = editor_of(interaction)
    done = await app.desk.edit(editor, form.issue, form.at, edit, interaction.id)
    if isinstance(done, Clash):
        kept = await keep(interaction, form)
        card = clash_card(done, form.verb, form.typed, kept, language_of(interaction))
        await answer_alone(interaction, card)
        return
    await put(interaction, _after(interaction, form, seen, done))
    if form.place is None:
        await note_home(interaction, editor, done)


def _after(interaction: Interaction, form: TypedForm, before: Bench, done: Bench) -> Card:
    """The section that was changed, an offer to change more, or the first screen."""
    language = language_of(interaction)
    news = f"{line(done.last.deed, limits.TYPED)}." if done.last else ""
    if form.verb in ("ftext", "fname", "faddq", "fadde") and form.place is not None:
        place = min(form.place, len(done.contents.entries) - 1)
        part = form.nth or 0 if form.verb == "ftext" else 0
        return section_card(done, place, language, part, news)
    if form.verb == "fquote":
        spot = Spot(entry=form.place or 0, item=form.nth)
        named = quote_at(before.contents, spot).speaker
        others = quotes_of(done.contents, named) if named else 0
        if named and others and quote_at(done.contents, spot).speaker != named:
            return same_speaker_card(done, spot, named, others)
    return desk_card(done, language)


async def _ask_fates(
    interaction: Interaction, seen: Bench, form: TypedForm, edit: TextEdit
) -> None:
    """Asks what becomes of the quotes that a new text breaks, of those that were seen."""
    state = BrokenText(form=form, edit=edit)
    kept = await keep(interaction, state)
    entry = entry_at(seen.contents, edit.at)
    typed = await keep(interaction, form)
    there = DeskControl("section", form.issue, form.at, form.place, form.nth)
    ways = [
        button("Edit the text again…", DeskAgain(typed)),
        button("Leave the text as it was", there),
    ]
    broken = edit.broken(seen.contents)
    card = broken_card(entry, broken, kept, ways, language_of(interaction))
    await put(interaction, card)


class DeskFateButton(Entrance[DeskFate], kind=DeskFate):
    """What becomes of one broken quote: left out at once, else a form asks."""

    async def answer(self, interaction: Interaction) -> None:
        if self.key.verb == "leave":
            state = await _broken(interaction, self.key.kept)
            await _decide(interaction, state, Fate(quote=self.key.nth or 0))
            return
        form = desk_kept_form(DeskKept(self.key.verb, self.key.kept, self.key.nth))
        await interaction.response.send_modal(form)


class DeskKeptEntrance(FormEntrance[DeskKept], kind=DeskKept):
    """Words or a source for a broken quote, or a source for a new one."""

    async def answer(self, interaction: Interaction) -> None:
        typed = self.typed
        if self.key.nth is None:
            form = await recalled(interaction, self.key.kept, TypedForm, OPEN_DRAFT)
            with_source = form.typed | {"source": typed.get("source", "")}
            await submit(interaction, form.model_copy(update={"typed": with_source}))
            return
        state = await _broken(interaction, self.key.kept)
        fate = Fate(quote=self.key.nth, words=typed.get("words"), source=typed.get("source"))
        await _decide(interaction, state, fate)


async def _decide(interaction: Interaction, state: BrokenText, fate: Fate) -> None:
    """Notes one fate; with the last one the text is kept."""
    app, editor, form = interaction.client.app, editor_of(interaction), state.form
    others = tuple(each for each in state.edit.fates if each.quote != fate.quote)
    edit = state.edit.model_copy(update={"fates": (*others, fate)})
    seen = await app.desk.seen(editor, form.issue, form.at)
    try:
        if edit.broken(seen.contents):
            edit.model_copy(update={"fates": (fate,)}).check(seen.contents)
            await _ask_fates(interaction, seen, form, edit)
        else:
            await _make(interaction, form, seen, edit)
    except Refused as refusal:
        kept = await keep(interaction, form)
        await answer_alone(interaction, again_card(str(refusal), form.verb, form.typed, kept))


async def _broken(interaction: Interaction, key: int) -> BrokenText:
    return await recalled(interaction, key, BrokenText, OPEN_DRAFT)


def _is_sourceless(edit: AddQuote, seen: Bench) -> bool:
    """Whether its words are not in the text, and nothing says where they are from."""
    return not edit.source.strip() and edit.place_in(entry_at(seen.contents, edit.at)) is None


ENTRANCES = (DeskFateButton,)
FORMS = (DeskFormEntrance, DeskKeptEntrance)
