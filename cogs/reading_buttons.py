"""Reading buttons: what a click on a card of a reading command does."""

from bot.domain.answer import Answer, NoLongerReadable, Reading
from bot.errors import Refused
from bot.presentation.custom_id import (
    Ask,
    Browse,
    FromAlert,
    Jump,
    Open,
    OpenIssue,
    Share,
    Switch,
    Turn,
    number,
)
from bot.presentation.place import Spot
from cogs.entrance import Entrance
from cogs.host import Interaction
from cogs.replies import answer_privately, reader_of, share, turn


class TurnButton(Entrance[Turn], kind=Turn):
    """Previous, Next, Whole issue."""

    async def answer(self, interaction: Interaction) -> None:
        key, room = self.key, interaction.client.app.reading
        answer = await room.open(reader_of(interaction), key.issue, key.country)
        spot = Spot(key.entry, key.part)
        await turn(interaction, answer, asker=key.asker, short=key.short, spot=spot)


class JumpMenu(Entrance[Jump], kind=Jump):
    """A section picked in an issue."""

    async def answer(self, interaction: Interaction) -> None:
        key, room = self.key, interaction.client.app.reading
        answer: Answer = NoLongerReadable()
        if (entry := number(self.chosen)) is not None:
            answer = await room.open(reader_of(interaction), key.issue, key.country)
        spot = Spot(entry or 0)
        await turn(interaction, answer, asker=key.asker, short=key.short, spot=spot)


class SwitchMenu(Entrance[Switch], kind=Switch):
    """Another briefing, asked the same."""

    async def answer(self, interaction: Interaction) -> None:
        key, room = self.key, interaction.client.app.reading
        answer: Answer = NoLongerReadable()
        if (other := number(self.chosen)) is not None:
            answer = await room.latest(reader_of(interaction), key.country, other)
        await turn(interaction, answer, asker=key.asker, short=key.short)


class AskButton(Entrance[Ask], kind=Ask):
    """A country that was meant, or that help gives as an example."""

    async def answer(self, interaction: Interaction) -> None:
        key, room = self.key, interaction.client.app.reading
        answer = await room.latest(reader_of(interaction), key.country, key.briefing)
        await turn(interaction, answer, asker=key.asker, short=key.short)


class OpenButton(Entrance[Open], kind=Open):
    """The newest issue of a briefing in the list."""

    async def answer(self, interaction: Interaction) -> None:
        key, room = self.key, interaction.client.app.reading
        answer = await room.latest(reader_of(interaction), briefing=key.briefing)
        await turn(interaction, answer, asker=key.asker, short=key.short)


class OpenIssueButton(Entrance[OpenIssue], kind=OpenIssue):
    """An issue near the one that was asked for."""

    async def answer(self, interaction: Interaction) -> None:
        key, room = self.key, interaction.client.app.reading
        answer = await room.open(reader_of(interaction), key.issue)
        await turn(interaction, answer, asker=key.asker, short=key.short)


class FromAlertButton(Entrance[FromAlert], kind=FromAlert):
    """The issue that an alert is about; the alert itself stays for everybody."""

    async def answer(self, interaction: Interaction) -> None:
        room = interaction.client.app.reading
        answer = await room.open(reader_of(interaction), self.key.issue)
        await answer_privately(interaction, answer)


class BrowseButton(Entrance[Browse], kind=Browse):
    """Another page of the list of briefings."""

    async def answer(self, interaction: Interaction) -> None:
        key, room = self.key, interaction.client.app.reading
        answer = await room.briefings(reader_of(interaction))
        await turn(interaction, answer, asker=key.asker, short=key.short, page=key.page)


class ShareButton(Entrance[Share], kind=Share):
    """Posts the card for everyone in the channel; whoever turns its pages gets their own."""

    async def answer(self, interaction: Interaction) -> None:
        key, room = self.key, interaction.client.app.reading
        answer = await room.open(reader_of(interaction), key.issue, key.country)
        if not isinstance(answer, Reading):
            raise Refused("This issue can no longer be read here; ask again with /latest.")
        await share(interaction, answer, short=key.short, spot=Spot(key.entry, key.part))


ENTRANCES = (
    TurnButton,
    JumpMenu,
    SwitchMenu,
    AskButton,
    OpenButton,
    OpenIssueButton,
    FromAlertButton,
    BrowseButton,
    ShareButton,
)
