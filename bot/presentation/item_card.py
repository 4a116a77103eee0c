"""The card of one quote or one event."""

import re

from bot.domain.item import Happened, Said
from bot.domain.listing import Opened
from bot.presentation import limits
from bot.presentation.attribution import attribution, said_on
from bot.presentation.card import Card, button
from bot.presentation.custom_id import InContextOf
from bot.presentation.dating import dating
from bot.presentation.footing import footing
from bot.presentation.item_controls import item_buttons
from bot.presentation.language import Language, listed_first
from bot.presentation.line import capital
from bot.presentation.list_controls import item_key
from bot.presentation.markdown import plain
from bot.presentation.origin import standing
from bot.presentation.pages import split
from bot.presentation.place import Place


def item_card(answer: Opened, place: Place, language: Language) -> Card:
    """All that is known of it."""
    item = answer.item
    card = Card(item.issue.briefing.colour)
    if isinstance(item, Said):
        _say_quote(card, item, place, language)
    else:
        _say_event(card, item, place, language)
    card.say(f"-# {standing(item, language)} · {item.reference}", footing(place))
    buttons = item_buttons(item, place)
    if isinstance(item, Said) and item.quote.start is not None:
        context = InContextOf(item_key(item), place.short, place.asker)
        buttons.insert(0, button("In context", context))
    card.buttons(buttons)
    return card


def _say_quote(card: Card, said: Said, place: Place, language: Language) -> None:
    quote = said.quote
    cut, words = _cut(said.text, short=place.short)
    rest = "The rest stands in its section." if quote.start is not None else "The rest is cut."
    card.say("# Quote", f"> “{words}”", f"-# {rest}" if cut else "")
    card.say(
        attribution(quote, language),
        capital(said_on(said, language)),
        "Not in the text of the issue." if quote.source else "",
    )


def _say_event(card: Card, happened: Happened, place: Place, language: Language) -> None:
    event = happened.event
    cut, sentence = _cut(happened.text, short=place.short)
    names = [language.country(code) for code in event.countries]
    card.say("# Event", dating(event, language), f"> {sentence}")
    card.say("-# The rest stands in its section." if cut else "")
    card.say(listed_first(names, limits.COUNTRIES))


def _cut(text: str, *, short: bool) -> tuple[bool, str]:
    """Whether something had to be cut, and the lines of a block quote without its first mark."""
    pages = split(text, limits.quote(short=short)) or ["…"]
    words = plain(pages[0]) + ("…" if len(pages) > 1 else "")
    return len(pages) > 1, re.sub(r"\n+", "\n> ", words)
