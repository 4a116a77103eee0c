"""The name of an item: of what kind it is, and which one: "Quote · Ada Quill"."""

from bot.domain.item import Happened, Item, Said, Section
from bot.presentation import limits
from bot.presentation.attribution import speaker
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
            expected = ", expected" if item.event.expected else ""
            return f"{language.when(item.event.when)}{expected}"


def item_name(item: Item, language: Language) -> str:
    """Both in one line: "Event · January 21, 2022"."""
    return f"{kind_word(item)} · **{line(distinction(item, language), limits.NAME)}**"
