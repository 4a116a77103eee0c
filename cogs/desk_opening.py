"""Opening: which issue somebody means at the desk."""

from bot.domain.bench import Bench
from bot.errors import Refused
from bot.presentation.custom_id import number
from bot.presentation.desk_ids import DeskOpen
from cogs.desk_people import editor_of
from cogs.desk_showing import show_desk
from cogs.entrance import Entrance
from cogs.host import Interaction


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
    for issue, _ in found:
        if sought in (str(issue.id), issue.label):
            return await desk.open(editor, issue.id)
    for issue, _ in found:
        if sought == str(issue.number):
            return await desk.open(editor, issue.id)
    raise Refused("There is no such issue at this desk; pick one that is offered.")


class DeskOpenMenu(Entrance[DeskOpen], kind=DeskOpen):
    """Opens the issue that is picked in the list."""

    async def answer(self, interaction: Interaction) -> None:
        key = number(self.chosen) or 0
        bench = await interaction.client.app.desk.open(editor_of(interaction), key)
        await show_desk(interaction, bench)


ENTRANCES = (DeskOpenMenu,)
