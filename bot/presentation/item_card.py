"""The card of one quote or one event."""

import re

from bot.domain.item import Happened, Said
from bot.domain.listing import Opened
from bot.presentation import limits
from bot.presentation.attribution import attribution, doubt, said_on
from bot.presentation.card import Card, button
from bot.presentation.custom_id import InContextOf
from bot.presentation.dating import dating
from bot.presentation.footing import footing
from bot.presentation.item_controls import item_buttons
from bot.presentation.language import Language, listed
from bot.presentation.line import line
from bot.presentation.list_controls import item_key
from bot.presentation.markdown import plain
from bot.presentation.origin import standing
from bot.presentation.pages import split
from bot.presentation.place import Place

_COUNTRIES = 25  # named on one card


def item_card(answer: Opened, place: Place, language: Language) -> Card:
    """All that is known of it."""
    item = answer.item
    card = Card()
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
    source = line(quote.source or "", limits.TITLE)
    card.say("# Quote", f"> “{words}”", f"-# {rest}" if cut else "")
    card.say(
        attribution(quote, language),
        ", ".join(part for part in (_upper(said_on(said, language)), doubt(quote)) if part),
        f"Not from the text of the issue, but from {source}" if quote.source else "",
    )


def _say_event(card: Card, happened: Happened, place: Place, language: Language) -> None:
    event = happened.event
    cut, sentence = _cut(happened.text, short=place.short)
    names = [language.country(code) for code in event.countries]
    more = len(names) - _COUNTRIES
    card.say("# Event", dating(event, language), f"> {sentence}")
    card.say("-# The rest stands in its section." if cut else "")
    card.say(listed([*names[:_COUNTRIES], f"{more} more"] if more > 0 else names))


def _cut(text: str, *, short: bool) -> tuple[bool, str]:
    """Whether something had to be cut, and the lines of a block quote without its first mark."""
    pages = split(text, limits.quote(short=short)) or ["…"]
    words = plain(pages[0]) + ("…" if len(pages) > 1 else "")
    return len(pages) > 1, re.sub(r"\n+", "\n> ", words)


def _upper(phrase: str) -> str:
    return phrase[:1].upper() + phrase[1:]
