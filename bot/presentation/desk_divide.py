"""Where a section is divided: at one of its short lines, which becomes a heading."""

from discord import SelectOption

from bot.domain.bench import Bench
from bot.presentation import limits
from bot.presentation.card import Card, button
from bot.presentation.desk_ids import DeskControl
from bot.presentation.line import label

_LONGEST = 80


def divide_card(bench: Bench, place: int) -> Card:
    """A menu of the lines that look like headings; what is picked is the number of the line."""
    lines = bench.contents.entries[place].text.split("\n")
    options = [
        SelectOption(label=label(line, limits.OPTION), value=str(number))
        for number, line in enumerate(lines)
        if number and line.strip() and len(line) <= _LONGEST
    ][: limits.OPTIONS]
    card = Card()
    card.say("## Divide this section", _SAYS if options else _NONE)
    card.menu("At the line…", DeskControl("divat", bench.issue.id, bench.version, place), options)
    back = DeskControl("section", bench.issue.id, bench.version, place)
    card.buttons([button("Back", back)])
    return card


_SAYS = "The line that you pick becomes the heading of the second one."
_NONE = "It has no short line of its own: put the heading on a line by itself first."
