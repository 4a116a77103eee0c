"""The card of a page of quotes, newest first."""

from discord import SelectOption

from bot.domain.cursor import Cursor, Way, month_of
from bot.domain.item import Said
from bot.domain.listing import Quotes
from bot.presentation import limits
from bot.presentation.attribution import attribution, said_on
from bot.presentation.card import Card
from bot.presentation.filter_line import filter_line
from bot.presentation.footing import footing
from bot.presentation.language import Language
from bot.presentation.line import line
from bot.presentation.list_controls import Turning, add_controls, add_item
from bot.presentation.masthead import briefing_name
from bot.presentation.months import month_options
from bot.presentation.origin import origin
from bot.presentation.place import Place


def quotes_card(answer: Quotes, place: Place, language: Language) -> Card:
    """Five quotes, and where to go from them."""
    card = Card(answer.briefing.colour)
    first = answer.quotes[0]
    card.say(
        f"# Quotes · {briefing_name(answer.briefing)}",
        filter_line(answer.filter, language, first),
    )
    for number, said in enumerate(answer.quotes, 1):
        add_item(card, number, said, _text(number, said, place, language), place)
    card.say(footing(place))
    add_controls(card, answer, answer.filter, _turning(answer), _months(answer, language), place)
    return card


def _text(number: int, said: Said, place: Place, language: Language) -> str:
    words = line(said.text, limits.excerpt(short=place.short))
    return "\n".join(
        (
            f"**{number}.** “{words}”",
            attribution(said.quote, language, limits.SHORT_PERSON),
            origin(said, said_on(said, language, limits.SHORT_PERSON)),
        )
    )


def _turning(answer: Quotes) -> Turning:
    first, last = answer.quotes[0], answer.quotes[-1]
    return Turning(
        here=_cursor(Way.OLDER, first, max(first.id - 1, 0)),
        back=("Previous", _cursor(Way.NEWER, first, first.id), answer.newer),
        on=("Next", _cursor(Way.OLDER, last, last.id), answer.older),
    )


def _cursor(way: Way, said: Said, key: int) -> str | None:
    return str(Cursor(way=way, day=str(said.day), id=key)) if said.day else None


def _months(answer: Quotes, language: Language) -> list[SelectOption]:
    present = month_of(str(answer.quotes[0].day))
    return month_options(answer.months, present, Cursor.from_end, language)
