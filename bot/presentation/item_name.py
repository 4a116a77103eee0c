"""The name of an item: of what kind it is, which one, and what to know about that."""

from bot.domain.item import Happened, Item, Said, Section
from bot.presentation import limits
from bot.presentation.attribution import doubt, speaker
from bot.presentation.language import Language
from bot.presentation.line import line
from bot.presentation.section_text import caption


def kind_word(item: Item) -> str:
    """What people call such an item."""
    match item:
        case Section():
            return "Section"
        case Said():
            return "Quote"
        case Happened():
            return "Event"


def distinction(item: Item, language: Language) -> str:
    """What tells it apart at a glance: heading, speaker or date; not yet inert."""
    match item:
        case Section():
            return caption(item.entry, language)
        case Said():
            return speaker(item.quote)
        case Happened():
            return language.when(item.event.when)


def caveat(item: Item) -> str:
    """What must be said beside it: ", expected" or ", speaker not certain"; often nothing."""
    match item:
        case Section():
            said = ""
        case Said():
            said = doubt(item.quote)
        case Happened():
            said = "expected" if item.event.expected else ""
    return f", {said}" if said else ""


def item_name(item: Item, language: Language) -> str:
    """All in one line: "Event · January 21, 2022, expected"; a role, for a search finds it too."""
    name = distinction(item, language)
    if isinstance(item, Said) and item.quote.role:
        name = f"{name}, {item.quote.role}"
    return f"{kind_word(item)} · {line(name, limits.NAME)}{caveat(item)}"
