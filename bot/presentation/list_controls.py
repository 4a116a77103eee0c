"""The controls below a page of a list: to turn it, to share it, to jump, to switch briefings."""

from collections.abc import Sequence
from dataclasses import dataclass

from discord import SelectOption

from bot.domain.asked import Asked
from bot.domain.filter import Filter
from bot.domain.item import Item
from bot.presentation import limits
from bot.presentation.briefing_menu import add_briefing_menu
from bot.presentation.card import Button, Card, button
from bot.presentation.custom_id import ListJump, ListPage, ListShare, ListSwitch, OpenItem
from bot.presentation.list_state import state
from bot.presentation.place import NOBODY, Place


@dataclass(frozen=True)
class Turning:
    """Where a page of a list leads, in cursors as text; None is the beginning.

    `back` and `on` are named as given and lead nowhere where the last of the three is False.
    """

    here: str | None
    back: tuple[str, str | None, bool]
    on: tuple[str, str | None, bool]


def add_item(card: Card, number: int, item: Item, text: str, place: Place) -> None:
    """One item of a list, beside the button that opens it."""
    # On a card of its own, so that the list stays: nobody has to find the way back to its page.
    key = OpenItem(item_key(item), place.short, NOBODY)
    card.beside(button(f"Open {number}", key), text)


def item_key(item: Item) -> str:
    """A reference as ids carry it, without its mark."""
    return str(item.reference).removeprefix("#")


def add_controls(
    card: Card,
    answer: Asked,
    asked: Filter,
    turning: Turning,
    jumps: Sequence[SelectOption],
    place: Place,
) -> None:
    """Rows of buttons and menus; what would lead nowhere stays away or is disabled."""
    text = state(asked, place)
    card.buttons(_buttons(turning, place, text))
    if len(jumps) > 1:
        jump = ListJump(turning.here, place.short, place.asker, text)
        card.menu("Jump to…", jump, list(jumps[: limits.OPTIONS]))
    add_list_switch(card, answer, asked, turning.here, place)


def add_list_switch(
    card: Card, answer: Asked, asked: Filter, here: str | None, place: Place
) -> None:
    """The menu of the other briefings, which are asked for all their issues."""
    elsewhere = asked.model_copy(update={"issue": None, "entries": ()})
    switch = ListSwitch(here, place.short, place.asker, state(elsewhere, place))
    add_briefing_menu(card, answer.briefing, answer.choices, switch)


def _buttons(turning: Turning, place: Place, text: str) -> list[Button]:
    turns = (("prev", *turning.back), ("next", *turning.on))
    buttons = [
        button(name, ListPage(verb, to, place.short, place.asker, text), disabled=not leads)
        for verb, name, to, leads in turns
        if turning.back[2] or turning.on[2]
    ]
    if place.private:
        buttons.append(button("Share", ListShare(turning.here, place.short, text)))
    return buttons
