"""List buttons: what a click on a list of quotes, of events or of findings does."""

from bot.domain.answer import Answer, NoLongerReadable
from bot.domain.cursor import Cursor
from bot.domain.filter import Listed
from bot.domain.listing import Forgotten, Quotes, Results, Timeline
from bot.domain.reference import Reference
from bot.errors import Refused
from bot.presentation import list_state
from bot.presentation.custom_id import ListJump, ListPage, ListShare, ListSwitch, number
from cogs.entrance import Entrance
from cogs.host import Interaction
from cogs.replies import reader_of, share, turn


class ListPageButton(Entrance[ListPage], kind=ListPage):
    """Previous, Next, and a list that another card offers."""

    async def answer(self, interaction: Interaction) -> None:
        key = self.key
        answer = await _listed(interaction, key.state, key.cursor)
        await turn(interaction, answer, asker=key.asker, short=key.short, cursor=key.cursor)


class ListJumpMenu(Entrance[ListJump], kind=ListJump):
    """A month, or a page of findings."""

    async def answer(self, interaction: Interaction) -> None:
        key = self.key
        answer = await _listed(interaction, key.state, self.chosen)
        await turn(interaction, answer, asker=key.asker, short=key.short, cursor=self.chosen)


class ListSwitchMenu(Entrance[ListSwitch], kind=ListSwitch):
    """The same list of another briefing."""

    async def answer(self, interaction: Interaction) -> None:
        key = self.key
        answer: Answer = NoLongerReadable()
        if (other := number(self.chosen)) is not None:
            answer = await _listed(interaction, key.state, None, other)
        await turn(interaction, answer, asker=key.asker, short=key.short)


class ListShareButton(Entrance[ListShare], kind=ListShare):
    """Posts the page for everyone in the channel."""

    async def answer(self, interaction: Interaction) -> None:
        key = self.key
        answer = await _listed(interaction, key.state, key.cursor)
        if not isinstance(answer, Quotes | Timeline | Results):
            raise Refused("This list can no longer be read here; ask again with its command.")
        await share(interaction, answer, short=key.short, cursor=key.cursor)


async def _listed(
    interaction: Interaction, state: str, cursor: str | None, briefing: int | None = None
) -> Answer:
    """The page that a button means, in another briefing if one is given."""
    app, reader = interaction.client.app, reader_of(interaction)
    kept = list_state.kept(state)
    wanted = list_state.read(await app.list_states.recall(kept.key) or "" if kept else state)
    if wanted is None:
        return Forgotten(listed=kept.listed if kept else Listed.QUOTES)
    if briefing is not None:
        other = {"briefing": briefing, "issue": None, "entries": ()}
        wanted = wanted.model_copy(update=other)
    if wanted.listed is Listed.SEARCH:
        return await app.searching.go_on(reader, wanted, Reference.parse(cursor or ""))
    return await app.lists.go_on(reader, wanted, Cursor.parse(cursor or ""))


ENTRANCES = (ListPageButton, ListJumpMenu, ListSwitchMenu, ListShareButton)
