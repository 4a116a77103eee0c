"""Item buttons: what a click on a card of one quote, event or section does."""

from bot.domain.answer import Answer, Reading
from bot.domain.listing import InContext, Opened
from bot.domain.reference import Reference
from bot.errors import Refused
from bot.presentation.custom_id import CiteItem, InContextOf, OpenItem, ShareItem
from cogs.entrance import Entrance
from cogs.host import Interaction
from cogs.replies import answer_privately, reader_of, share, turn

_GONE = "This can no longer be read here; `/search` finds what is."


class OpenItemButton(Entrance[OpenItem], kind=OpenItem):
    """One item of a list."""

    async def answer(self, interaction: Interaction) -> None:
        key, items = self.key, interaction.client.app.items
        answer = await items.open(reader_of(interaction), _reference(key.item))
        await turn(interaction, answer, asker=key.asker, short=key.short)


class InContextButton(Entrance[InContextOf], kind=InContextOf):
    """A quote in its paragraph."""

    async def answer(self, interaction: Interaction) -> None:
        key, items = self.key, interaction.client.app.items
        answer = await items.context(reader_of(interaction), _reference(key.item))
        await turn(interaction, answer, asker=key.asker, short=key.short)


class CiteButton(Entrance[CiteItem], kind=CiteItem):
    """The citation of what a card shows, beside the card."""

    async def answer(self, interaction: Interaction) -> None:
        items = interaction.client.app.items
        answer = await items.cite(reader_of(interaction), _reference(self.key.item))
        await answer_privately(interaction, answer)


class ShareItemButton(Entrance[ShareItem], kind=ShareItem):
    """Posts the card for everyone in the channel."""

    async def answer(self, interaction: Interaction) -> None:
        key, items = self.key, interaction.client.app.items
        ask = items.context if key.context else items.open
        answer: Answer = await ask(reader_of(interaction), _reference(key.item))
        if not isinstance(answer, Opened | InContext | Reading):
            raise Refused(_GONE)
        await share(interaction, answer, short=key.short)


def _reference(item: str) -> Reference:
    reference = Reference.parse(item)
    if reference is None:
        raise Refused(_GONE)
    return reference


ENTRANCES = (OpenItemButton, InContextButton, CiteButton, ShareItemButton)
