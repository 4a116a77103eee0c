"""A message that is brought to the desk: to the draft that was just made, or to a new one."""

from collections.abc import Sequence

from discord import SelectOption

from bot.domain.briefing import Briefing
from bot.domain.issue import Issue
from bot.presentation import limits
from bot.presentation.card import Card, button
from bot.presentation.desk_ids import DeskBring
from bot.presentation.line import label
from bot.presentation.masthead import issue_name
from bot.presentation.room import Room

_NAME = Room(50, 150)


def message_card(issue: Issue, kept: int) -> Card:
    """Asks where it belongs; `kept` is the message."""
    card = Card()
    card.say(
        "# Where does this message belong?",
        f"You have just made {issue_name(issue)} of another message.",
    )
    card.buttons(
        [
            button(label(f"Add to {issue.label}", limits.BUTTON), DeskBring("add", kept, issue.id)),
            button("A new draft", DeskBring("new", kept, 0)),
        ]
    )
    return card


def which_briefing_card(briefings: Sequence[Briefing], kept: int) -> Card:
    """Asks in which briefing it belongs, where the document names none of them."""
    card = Card()
    card.say(
        "# In which briefing?",
        "The document names none of this newsroom's briefings. Pick one; your text is kept.",
    )
    options = [
        SelectOption(label=label(each.name, limits.OPTION), value=str(each.id))
        for each in briefings[: limits.OPTIONS]
    ]
    card.menu("A briefing…", DeskBring("in", kept, 0), options)
    return card


def added_news(*, whole: bool) -> str:
    """What became of a message that was added."""
    if whole:
        return "Added: all messages of this draft were read again as one document."
    return (
        "Added at the end, as this draft was changed since; what stands above the message's first"
        " heading goes on with the last section."
    )
