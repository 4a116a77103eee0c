"""From an answer to the card that shows it."""

from bot.domain.answer import Answer, Help, Reading, Shelves
from bot.domain.asked import Asked
from bot.presentation.briefing_menu import add_briefing_menu
from bot.presentation.card import Card
from bot.presentation.help import help_card
from bot.presentation.language import Language
from bot.presentation.not_found import not_found_card
from bot.presentation.place import Place
from bot.presentation.reading_card import reading_card
from bot.presentation.shelves import shelves_card


def render(answer: Answer, place: Place, language: Language) -> Card:
    """The card of any answer, with a menu of the briefings it could have been about."""
    card = _card(answer, place, language)
    if isinstance(answer, Asked | Reading):
        country = getattr(answer, "country", None)
        add_briefing_menu(card, answer.briefing, answer.choices, country, place)
    return card


def _card(answer: Answer, place: Place, language: Language) -> Card:
    match answer:
        case Reading():
            return reading_card(answer, place, language)
        case Shelves():
            return shelves_card(answer, place, language)
        case Help():
            return help_card(answer, place, language)
        case _:
            return not_found_card(answer, place, language)
