"""The pages of `/setup` on which a briefing is chosen: to be read, or of one's own."""

from collections.abc import Sequence

from discord import SelectOption

from bot.domain.briefing import Briefing
from bot.presentation import limits
from bot.presentation.card import Button, Card, button
from bot.presentation.line import label
from bot.presentation.setup_ids import BACK, MAKE, SetupPage, SetupPick


def read_card(briefings: Sequence[Briefing], page: int) -> Card:
    """What this server may subscribe to, 25 at a time."""
    card = Card()
    if not briefings:
        card.say(
            "# Reading",
            "There is no briefing to read yet: publish one here, or wait until another server "
            "makes its briefing public.",
        )
        card.buttons([button("Back", BACK)])
        return card
    card.say("# Reading", "Which briefing do you want alerts of?")
    page = min(page, (len(briefings) - 1) // limits.OPTIONS)
    _add_menu(card, briefings, SetupPick("read", page))
    card.buttons([button("Back", BACK), *_turns(briefings, page)])
    return card


def own_card(briefings: Sequence[Briefing]) -> Card:
    """What this server publishes already, and a way to publish more."""
    card = Card()
    card.say("# Publishing", "Choose a briefing to see where its alerts go, or make another one.")
    _add_menu(card, briefings, SetupPick("publish"))
    card.buttons([button("Back", BACK), button("Make another briefing", MAKE)])
    return card


def _add_menu(card: Card, briefings: Sequence[Briefing], pick: SetupPick) -> None:
    start = pick.page * limits.OPTIONS
    shown = briefings[start : start + limits.OPTIONS]
    options = [
        SelectOption(label=label(each.label, limits.OPTION), value=str(each.id)) for each in shown
    ]
    card.menu("Briefing…", pick, options)


def _turns(briefings: Sequence[Briefing], page: int) -> list[Button]:
    last = (len(briefings) - 1) // limits.OPTIONS
    turns = (("Previous", page - 1), ("Next", page + 1))
    return [button(name, SetupPage("read", to)) for name, to in turns if 0 <= to <= last]
