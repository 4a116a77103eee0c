"""Opening: which issue somebody means at the desk."""

import re

from bot.domain.bench import Bench
from bot.domain.editor import Editor
from bot.errors import Refused
from bot.presentation.custom_id import number
from bot.presentation.desk_card import desk_card
from bot.presentation.desk_ids import DeskControl, DeskEnter, DeskOpen
from cogs.alert_views import answer_alone, put
from cogs.desk_people import editor_of
from cogs.desk_showing import screen, show_desk
from cogs.entrance import Entrance
from cogs.host import Interaction
from cogs.replies import language_of

DESK = re.compile(DeskControl.TEMPLATE)


async def chosen_issue(interaction: Interaction, typed: str | None) -> Bench:
    """The issue that was picked or typed by its number; left out, the one changed last.

    Raises Refused if there is none such.
    """
    desk, editor = interaction.client.app.desk, editor_of(interaction)
    if typed is None:
        last = await desk.last(editor)
        if last is None:
            raise Refused("You have no draft yet; `/desk list` shows those of others.")
        return await desk.open(editor, last)
    found = await desk.listed(editor)
    sought = typed.strip().lstrip("#")
    issues = [each.issue for each in found]
    for issue in issues:
        if sought in (str(issue.id), issue.label):
            return await desk.open(editor, issue.id)
    for issue in issues:
        if sought == str(issue.number):
            return await desk.open(editor, issue.id)
    raise Refused("There is no such issue at this desk; pick one that is offered.")


async def note_home(interaction: Interaction, editor: Editor, bench: Bench) -> None:
    """Remembers that the editor is at the first screen of an issue."""
    home = DeskControl("home", bench.issue.id, bench.version)
    await interaction.client.app.desk_places.note(editor, bench.issue.id, str(home))


async def open_last(interaction: Interaction) -> None:
    """The issue that this editor had last, at the same screen; else the one changed last."""
    desk, editor = interaction.client.app.desk, editor_of(interaction)
    kept = DESK.fullmatch(await interaction.client.app.desk_places.last(editor) or "")
    if kept is None:
        await show_desk(interaction, await chosen_issue(interaction, None))
        return
    key = DeskControl.parse(kept)
    bench = await desk.open(editor, key.issue)
    try:
        card = screen(interaction, bench, key)
    except Refused:  # a quote that was looked at is not there any more
        card = desk_card(bench, language_of(interaction))
    await put(interaction, card)


class DeskOpenMenu(Entrance[DeskOpen], kind=DeskOpen):
    """Opens the issue that is picked in the list."""

    async def answer(self, interaction: Interaction) -> None:
        key = number(self.chosen) or 0
        bench = await interaction.client.app.desk.open(editor_of(interaction), key)
        await show_desk(interaction, bench)


class DeskEnterButton(Entrance[DeskEnter], kind=DeskEnter):
    """Opens an issue for whoever presses it; the message that others see stays as it is."""

    async def answer(self, interaction: Interaction) -> None:
        desk, editor = interaction.client.app.desk, editor_of(interaction)
        bench = await desk.open(editor, self.key.issue)
        await answer_alone(interaction, desk_card(bench, language_of(interaction)))


ENTRANCES = (DeskOpenMenu, DeskEnterButton)
