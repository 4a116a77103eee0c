"""The desk's panel: what a click on it does."""

from collections.abc import Awaitable, Callable

from bot.domain.bench import Bench, Clash
from bot.domain.editing.doubts import Confirm
from bot.domain.editing.edit import Edit, Several
from bot.domain.editing.event_edits import DropEvent
from bot.domain.editing.quote_edits import DropQuote, RenameSpeaker, ShowQuotes, Spoken
from bot.domain.editing.rebase import place_now
from bot.domain.editing.section_edits import DivideSection, DropSection, JoinSection, MoveSection
from bot.domain.editing.spot import Spot, entry_at, quote_at
from bot.domain.editor import Editor
from bot.domain.entry import Entry
from bot.errors import Refused
from bot.presentation import limits
from bot.presentation.desk_again import clash_card
from bot.presentation.desk_card import desk_card
from bot.presentation.desk_forms import FORMS, desk_form
from bot.presentation.desk_ids import DeskAgain, DeskControl, DeskForm
from bot.presentation.desk_menus import spot_of
from bot.presentation.desk_section import section_card
from bot.presentation.desk_state import TypedForm
from bot.presentation.line import line
from cogs.alert_views import answer_alone, put
from cogs.desk_correcting import review
from cogs.desk_opening import note_home
from cogs.desk_people import editor_of
from cogs.desk_previewing import preview
from cogs.desk_publishing import again, cancel, now, publish, stop, usual
from cogs.desk_showing import screen, show_desk
from cogs.entrance import Entrance
from cogs.host import Interaction
from cogs.kept import OPEN_DRAFT, recalled
from cogs.replies import language_of


class DeskButton(Entrance[DeskControl], kind=DeskControl):
    """Every button and menu of the panel: a screen, a form, or a deed."""

    async def answer(self, interaction: Interaction) -> None:
        key, editor = self.key, editor_of(interaction)
        bench = await interaction.client.app.desk.open(editor, key.issue)
        if key.verb in FORMS:
            await _open_form(interaction, editor, bench, key)
        elif key.verb in DEEDS:
            await _do(interaction, editor, bench, key, self.values)
        elif key.verb in _ACTS:
            await _ACTS[key.verb](interaction, editor, bench, key)
        else:
            there = self._target(bench)
            await put(interaction, screen(interaction, bench, there))
            await interaction.client.app.desk_places.note(editor, bench.issue.id, str(there))

    @property
    def values(self) -> list[str]:
        """What was picked in a menu; it may be anything: it was sent."""
        return list(getattr(self.item, "values", ()))

    def _target(self, bench: Bench) -> DeskControl:
        """Where a menu leads, or a finding; a button leads where it says."""
        key, picked = self.key, next(iter(self.values), "")
        spot = spot_of(picked)
        place, nth, verb = key.place, key.nth, key.verb
        match verb:
            case "pick" if picked.isdecimal():
                verb, place, nth = "section", int(picked[:4]), None
            case "qpick" | "epick" if spot:
                verb, (place, nth) = ("quote" if verb == "qpick" else "event"), spot
            case "goto":
                found = (
                    bench.findings[nth] if nth is not None and nth < len(bench.findings) else None
                )
                verb, place, nth = "home", None, None
                if found and found.at:
                    item = found.at.item
                    verb = "section" if item is None else "event" if found.event else "quote"
                    place, nth = found.at.entry, item
            case _:
                pass
        return DeskControl(verb, key.issue, bench.version, place, nth)


class DeskAgainButton(Entrance[DeskAgain], kind=DeskAgain):
    """Opens a form again, filled with what was typed."""

    async def answer(self, interaction: Interaction) -> None:
        form = await recalled(interaction, self.key.kept, TypedForm, OPEN_DRAFT)
        desk, editor = interaction.client.app.desk, editor_of(interaction)
        bench = await desk.open(editor, form.issue)
        seen = await desk.seen(editor, form.issue, form.at)
        place = place_now(seen.contents, bench.contents, form.place, whole=form.verb != "ftext")
        again = form.model_copy(update={"at": bench.version, "place": place})
        await interaction.response.send_modal(desk_form(again.key, form.typed))


async def _undo(interaction: Interaction, editor: Editor, bench: Bench, key: DeskControl) -> None:
    """Takes the last change back."""
    undone = await interaction.client.app.desk.undo(editor, key.issue, key.at, interaction.id)
    await show_desk(interaction, undone, f"Taken back: {line(bench.undoes, limits.TYPED)}.")


async def _rename(interaction: Interaction, editor: Editor, _: Bench, key: DeskControl) -> None:
    """Gives all quotes of a name what one of them has got in the version before."""
    desk, spot = interaction.client.app.desk, _spot(key)
    before = quote_at((await desk.seen(editor, key.issue, key.at - 1)).contents, spot).speaker
    now = quote_at((await desk.seen(editor, key.issue, key.at)).contents, spot)
    if not before or not now.speaker:
        raise Refused("There is no name to change in other quotes; open the quote again.")
    spoken = Spoken(speaker=now.speaker, role=now.role or "", country=now.country)
    edit = RenameSpeaker(speaker=before, spoken=spoken)
    done = await desk.edit(editor, key.issue, key.at, edit, interaction.id)
    await show_desk(interaction, done.bench if isinstance(done, Clash) else done)


async def _open_form(
    interaction: Interaction, editor: Editor, bench: Bench, key: DeskControl
) -> None:
    """A form is always the first answer; it is filled with what is there now.

    Where something else stands at its place by now, the editor is shown that first.
    """
    seen = await interaction.client.app.desk.seen(editor, key.issue, key.at)
    if key.place is not None and _at(seen, key.place) != _at(bench, key.place):
        await show_desk(interaction, bench, "Somebody has changed it since; this is how it is now.")
        return
    spot = Spot(entry=key.place or 0, item=key.nth)
    filled = interaction.client.app.desk_typing.filled(key.verb, bench, spot)
    form = DeskForm(key.verb, key.issue, bench.version, key.place, key.nth)
    await interaction.response.send_modal(desk_form(form, filled))


async def _do(
    interaction: Interaction, editor: Editor, bench: Bench, key: DeskControl, values: list[str]
) -> None:
    """One deed, told on the screen where the next one is."""
    edit = DEEDS[key.verb](bench, key, values)
    done = await interaction.client.app.desk.edit(editor, key.issue, key.at, edit, interaction.id)
    if isinstance(done, Clash):
        card = clash_card(done, key.verb, {}, None, language_of(interaction))
        await answer_alone(interaction, card)
        return
    if key.verb == "move":
        place = min(max(key.nth or 0, 0), len(done.contents.entries) - 1)
        await put(interaction, section_card(done, place, language_of(interaction)))
        return
    await put(interaction, desk_card(done, language_of(interaction)))
    await note_home(interaction, editor, done)


def _at(bench: Bench, place: int) -> Entry | None:
    entries = bench.contents.entries
    return entries[place] if place < len(entries) else None


def _spot(key: DeskControl) -> Spot:
    return Spot(entry=key.place or 0, item=key.nth)


def _section(key: DeskControl) -> Spot:
    return Spot(entry=key.place or 0)


def _all_right(bench: Bench, _key: DeskControl, _values: list[str]) -> Edit:
    found = bench.likely
    return Several(tuple(each.answer for each in found), f"{len(found)} found right")


def _divide(bench: Bench, key: DeskControl, values: list[str]) -> Edit:
    lines = entry_at(bench.contents, _section(key)).text.split("\n")
    picked = next(iter(values), "")
    number = int(picked) if picked.isdecimal() and len(picked) < 6 else -1
    line = lines[number] if 0 <= number < len(lines) else ""
    return DivideSection(at=_section(key), line=line)


def _show(_bench: Bench, _key: DeskControl, values: list[str]) -> Edit:
    spots = [spot for value in values if (spot := spot_of(value))]
    return ShowQuotes(spots=tuple(Spot(entry=place, item=item) for place, item in spots))


DEEDS: dict[str, Callable[[Bench, DeskControl, list[str]], Edit]] = {
    "right": lambda _, key, __: Confirm(at=_spot(key)),
    "eright": lambda _, key, __: Confirm(at=_spot(key), event=True),
    "drop": lambda _, key, __: DropQuote(at=_spot(key)),
    "edrop": lambda _, key, __: DropEvent(at=_spot(key)),
    "allright": _all_right,
    "show": _show,
    "divat": _divide,
    "leave": lambda _, key, __: DropSection(at=_section(key)),
    "join": lambda _, key, __: JoinSection(at=_section(key)),
    "move": lambda _, key, __: MoveSection(at=_section(key), to=key.nth or 0),
}

_ACTS: dict[str, Callable[[Interaction, Editor, Bench, DeskControl], Awaitable[None]]] = {
    "undo": _undo,
    "samespk": _rename,
    "review": review,
    "preview": preview,
    "publish": publish,
    "now": now,
    "stop": stop,
    "usual": usual,
    "cancel": cancel,
    "again": again,
}

ENTRANCES = (DeskButton, DeskAgainButton)
