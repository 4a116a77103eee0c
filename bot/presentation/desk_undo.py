"""The question before the last change of a draft is taken back."""

from bot.domain.bench import Bench
from bot.presentation import limits
from bot.presentation.card import Card, button
from bot.presentation.desk_ids import DeskControl
from bot.presentation.desk_line import heading
from bot.presentation.language import Language
from bot.presentation.line import line


def undo_card(bench: Bench, language: Language) -> Card:
    """What would be taken back: what waits for its window to close, else the last change.

    A draft that has just begun has nothing.
    """
    at = (bench.issue.id, bench.version)
    back = button("Back", DeskControl("home", *at))
    card = Card()
    card.say(*heading(bench, language))
    if bench.pending is not None and not bench.pending.scheduled:
        card.say(f"Take the {bench.pending.kind} back? Nobody was told of it yet.")
        card.buttons([button("Take it back", DeskControl("stop", *at)), back])
        return card
    if not bench.undoes:
        card.say("There is nothing to take back; this is how it began.")
        card.buttons([back])
        return card
    card.say(f"Take this back: {line(bench.undoes, limits.TYPED)}?")
    card.buttons([button("Take it back", DeskControl("undo", *at)), back])
    return card
