"""The card of a page of events, in order of date."""

from itertools import groupby

from discord import SelectOption

from bot.domain.cursor import Cursor, Way, month_of
from bot.domain.item import Happened
from bot.domain.listing import Timeline
from bot.presentation import limits
from bot.presentation.card import Card
from bot.presentation.dating import dating
from bot.presentation.filter_line import filter_line
from bot.presentation.footing import footing
from bot.presentation.language import Language
from bot.presentation.line import line
from bot.presentation.list_controls import Turning, add_controls, add_item
from bot.presentation.masthead import briefing_name
from bot.presentation.months import month_name, month_options
from bot.presentation.origin import origin
from bot.presentation.place import Place


def timeline_card(answer: Timeline, place: Place, language: Language) -> Card:
    """Five events below their months, and where to go from them."""
    card = Card(answer.briefing.colour)
    card.say(
        f"# Timeline · {briefing_name(answer.briefing)}",
        filter_line(answer.filter, language, answer.events[0]),
    )
    numbered = enumerate(answer.events, 1)
    for month, events in groupby(numbered, key=lambda each: month_of(each[1].day)):
        card.say(f"## {month_name(month, language)}")
        for number, happened in events:
            add_item(card, number, happened, _text(number, happened, place, language), place)
    card.say(footing(place))
    add_controls(card, answer, answer.filter, _turning(answer), _months(answer, language), place)
    return card


def _text(number: int, happened: Happened, place: Place, language: Language) -> str:
    sentence = line(happened.text, limits.excerpt(short=place.short))
    countries = language.some_countries(happened.event.countries)
    return "\n".join(
        (
            f"**{number}.** {dating(happened.event, language)}",
            sentence,
            origin(happened, countries),
        )
    )


def _turning(answer: Timeline) -> Turning:
    first, last = answer.events[0], answer.events[-1]
    return Turning(
        here=_cursor(Way.NEWER, first, max(first.id - 1, 0)),
        back=("Earlier", _cursor(Way.OLDER, first, first.id), answer.older),
        on=("Later", _cursor(Way.NEWER, last, last.id), answer.newer),
    )


def _cursor(way: Way, happened: Happened, key: int) -> str:
    return str(Cursor(way=way, day=happened.day, id=key))


def _months(answer: Timeline, language: Language) -> list[SelectOption]:
    present = month_of(answer.events[0].day)
    return month_options(answer.months, present, Cursor.from_start, language)
