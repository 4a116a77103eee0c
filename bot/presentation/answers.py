"""From an answer to the card that shows it."""

from bot.domain.answer import Answer, DidYouMean, Help, Reading, Shelves, UnknownCountry
from bot.domain.asked import Asked
from bot.domain.listing import (
    Cited,
    InContext,
    Listing,
    NothingListed,
    Opened,
    Quotes,
    Results,
    Timeline,
)
from bot.presentation.briefing_menu import add_briefing_menu
from bot.presentation.card import Card
from bot.presentation.citation_card import citation_card
from bot.presentation.context_card import context_card
from bot.presentation.custom_id import Switch
from bot.presentation.help import help_card
from bot.presentation.item_card import item_card
from bot.presentation.language import Language
from bot.presentation.list_controls import add_list_switch
from bot.presentation.not_found import not_found_card
from bot.presentation.nothing_listed import nothing_listed
from bot.presentation.place import Place
from bot.presentation.quotes_card import quotes_card
from bot.presentation.reading_card import reading_card
from bot.presentation.results_card import results_card
from bot.presentation.shelves import shelves_card
from bot.presentation.timeline_card import timeline_card


def render(answer: Answer, place: Place, language: Language) -> Card:
    """The card of any answer, with a menu of the briefings it could have been about."""
    card = _card(answer, place, language)
    match answer:
        case Listing() | Results() | NothingListed():
            pass  # they have one already
        case DidYouMean(filter=asked) | UnknownCountry(filter=asked) if asked:
            add_list_switch(card, answer, asked, None, place)
        case Asked() | Reading():
            country = getattr(answer, "country", None)
            switch = Switch(answer.briefing.id, country, place.short, place.asker)
            add_briefing_menu(card, answer.briefing, answer.choices, switch)
        case _:
            pass
    return card


def _card(answer: Answer, place: Place, language: Language) -> Card:
    match answer:
        case Reading():
            return reading_card(answer, place, language)
        case Quotes() | Timeline() | Results() | NothingListed():
            return _list_card(answer, place, language)
        case Opened():
            return item_card(answer, place, language)
        case InContext():
            return context_card(answer, place, language)
        case Cited():
            return citation_card(answer, language)
        case Shelves():
            return shelves_card(answer, place, language)
        case Help():
            return help_card(answer, place, language)
        case _:
            return not_found_card(answer, place, language)


def _list_card(
    answer: Quotes | Timeline | Results | NothingListed, place: Place, language: Language
) -> Card:
    match answer:
        case Quotes():
            return quotes_card(answer, place, language)
        case Timeline():
            return timeline_card(answer, place, language)
        case Results():
            return results_card(answer, place, language)
        case NothingListed():
            return nothing_listed(answer, place, language)
