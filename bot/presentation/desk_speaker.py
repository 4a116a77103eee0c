"""The offer after a speaker was changed: to change the other quotes of the same name too."""

from bot.domain.bench import Bench
from bot.domain.editing.spot import Spot, quote_at
from bot.presentation import limits
from bot.presentation.attribution import NOBODY
from bot.presentation.card import Card, button
from bot.presentation.desk_ids import DeskControl
from bot.presentation.desk_line import counted
from bot.presentation.line import line


def same_speaker_card(bench: Bench, at: Spot, before: str, others: int) -> Card:
    """`others` are the quotes that still have the name that stood there `before`."""
    now = line(quote_at(bench.contents, at).speaker or NOBODY, limits.PERSON)
    name = line(before, limits.PERSON)
    card = Card()
    card.say(
        f"# {name} is {now} here",
        f"{counted(others, 'other quote')} of {name} can be changed in the same way; later imports "
        "of this briefing then know it too.",
    )
    ids = (bench.issue.id, bench.version)
    also = DeskControl("samespk", *ids, at.entry, at.item)
    card.buttons(
        [
            button(f"Also {counted(others, 'other quote')}", also),
            button("Only this one", DeskControl("home", *ids)),
        ]
    )
    return card
