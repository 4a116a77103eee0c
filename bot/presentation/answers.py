"""From an answer to the card that shows it."""

from bot.domain.answer import (
    Answer,
    DidYouMean,
    Help,
    NoBriefing,
    NoSuchIssue,
    NothingOnCountry,
    NothingPublished,
    Reading,
    Shelves,
    UnknownCountry,
)
from bot.presentation import not_found
from bot.presentation.card import Card
from bot.presentation.help import help_card
from bot.presentation.language import Language
from bot.presentation.notice import notice
from bot.presentation.place import Place
from bot.presentation.reading_card import reading_card
from bot.presentation.shelves import shelves_card

__all__ = ["notice", "render"]


def render(answer: Answer, place: Place, language: Language) -> Card:
    """The card of any answer."""
    match answer:
        case Reading():
            return reading_card(answer, place, language)
        case DidYouMean():
            return not_found.did_you_mean(answer, place, language)
        case UnknownCountry():
            return not_found.unknown_country(answer, place, language)
        case NothingOnCountry():
            return not_found.nothing_on_country(answer, place, language)
        case NothingPublished():
            return not_found.nothing_published(answer, place)
        case NoSuchIssue():
            return not_found.no_such_issue(answer, place, language)
        case NoBriefing():
            return not_found.no_briefing(answer)
        case Shelves():
            return shelves_card(answer, place, language)
        case Help():
            return help_card(answer, place, language)
