"""The list of the briefings that can be read."""

from bot.domain.answer import Shelf, Shelves
from bot.presentation.card import Button, Card, button
from bot.presentation.custom_id import Browse, Open
from bot.presentation.language import Language
from bot.presentation.masthead import briefing_name, newsroom_name, numbered
from bot.presentation.not_found import BEGINNING
from bot.presentation.place import Place

_SHELVES, _FEW = 8, 4  # on a page


def shelves_card(answer: Shelves, place: Place, language: Language) -> Card:
    """One page of the list; a page beyond the end shows the last."""
    size = _FEW if place.short else _SHELVES
    last = max(len(answer.shelves) - 1, 0) // size
    page = min(max(place.page, 0), last)
    card = Card()
    card.say("# Briefings", "" if answer.shelves else f"Nothing can be read here yet. {BEGINNING}")
    for shelf in answer.shelves[page * size : (page + 1) * size]:
        _add_shelf(card, shelf, place, language)
    if last:
        card.say(f"-# Page {page + 1} of {last + 1}")
        card.buttons(_buttons(page, last, place))
    return card


def _add_shelf(card: Card, shelf: Shelf, place: Place, language: Language) -> None:
    text = _text(shelf, language)
    if shelf.newest is None:
        card.say(text)
        return
    read = button("Read", Open(shelf.briefing.id, place.short, place.asker))
    card.beside(read, text)


def _text(shelf: Shelf, language: Language) -> str:
    briefing = shelf.briefing
    access = "public" if briefing.public else "private to its server"
    count = "1 issue" if shelf.issues == 1 else f"{shelf.issues} issues"
    newest = f"newest {numbered(shelf.newest, language)}" if shelf.newest else ""
    facts = (access, count if shelf.issues else "no issue published yet", newest)
    return (
        f"## {briefing_name(briefing)}\n{newsroom_name(briefing)}\n"
        f"-# {' · '.join(fact for fact in facts if fact)}"
    )


def _buttons(page: int, last: int, place: Place) -> list[Button]:
    back = Browse(max(page - 1, 0), place.short, place.asker)
    on = Browse(min(page + 1, last), place.short, place.asker)
    return [
        button("Previous", back, disabled=page == 0),
        button("Next", on, disabled=page == last),
    ]
