"""The history at the desk: its pages, what a saved state changed, and restoring it."""

from bot.domain.bench import Clash
from bot.domain.history import Mark
from bot.errors import Refused
from bot.presentation import limits
from bot.presentation.desk_again import clash_card
from bot.presentation.desk_history import history_card
from bot.presentation.desk_ids import DeskPast, DeskThen
from bot.presentation.desk_past import past_card
from bot.presentation.line import line
from cogs.alert_views import answer_alone, put
from cogs.desk_people import editor_of
from cogs.desk_showing import show_desk
from cogs.entrance import Entrance
from cogs.host import Interaction
from cogs.replies import language_of


class DeskPastControl(Entrance[DeskPast], kind=DeskPast):
    """Shows a page of the history, or the state that is picked on it."""

    async def answer(self, interaction: Interaction) -> None:
        key, history = self.key, interaction.client.app.desk_history
        editor, language = editor_of(interaction), language_of(interaction)
        if self.chosen:
            past = await history.past(editor, key.issue, _mark(self.chosen))
            await put(interaction, past_card(past, language, back=key.page))
        else:
            shown = await history.page(editor, key.issue, key.page)
            await put(interaction, history_card(shown, language))


class DeskThenButton(Entrance[DeskThen], kind=DeskThen):
    """Shows a page of what a state changed, or restores it."""

    async def answer(self, interaction: Interaction) -> None:
        key, history = self.key, interaction.client.app.desk_history
        editor, language, mark = editor_of(interaction), language_of(interaction), _mark(key.state)
        if key.verb != "restore":
            past = await history.past(editor, key.issue, mark)
            await put(interaction, past_card(past, language, key.page, key.part))
            return
        done = await history.restore(editor, key.issue, key.at, mark, interaction.id)
        if isinstance(done, Clash):
            await answer_alone(interaction, clash_card(done, key.verb, {}, None, language))
            return
        news = f"{line(done.last.deed, limits.TYPED)}." if done.last else ""
        await show_desk(interaction, done, news)


def _mark(text: str) -> Mark:
    """The state that is meant; anything may have been sent. Raises Refused for no mark."""
    mark = Mark.parse(text)
    if mark is None:
        raise Refused("This is not in the history of the issue; open `/desk history` again.")
    return mark


ENTRANCES = (DeskPastControl, DeskThenButton)
