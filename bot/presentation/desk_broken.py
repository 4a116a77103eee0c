"""Quotes that a new text breaks: each is asked about before the text is kept."""

from collections.abc import Sequence

from bot.domain.entry import Entry
from bot.presentation import limits
from bot.presentation.attribution import attribution
from bot.presentation.card import Button, Card, button
from bot.presentation.desk_ids import DeskFate
from bot.presentation.desk_line import counted
from bot.presentation.language import Language
from bot.presentation.line import line

_SHOWN = 6


def broken_card(
    entry: Entry, broken: Sequence[int], kept: int, ways: Sequence[Button], language: Language
) -> Card:
    """Each quote with its three ways; nothing is saved before the last one is decided.

    `ways` lead back to the text.
    """
    card = Card()
    card.say(
        f"# {counted(len(broken), 'quote is', 'quotes are')} not in the new text",
        "Nothing is saved yet. Say what becomes of each.",
    )
    for nth in broken[:_SHOWN]:
        quote = entry.quotes[nth]
        card.say(f"> “{line(quote.text, limits.EXCERPT)}”", attribution(quote, language))
        card.buttons(
            [
                button("Other words…", DeskFate("words", kept, nth)),
                button("Keep it, with a source…", DeskFate("source", kept, nth)),
                button("Leave it out", DeskFate("leave", kept, nth)),
            ]
        )
    if len(broken) > _SHOWN:
        card.say(f"-# {len(broken) - _SHOWN} more follow.")
    card.buttons(ways)
    return card
