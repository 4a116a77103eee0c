"""Menus of the desk: quotes and events to pick, 25 at a time."""

from collections.abc import Iterable

from discord import SelectOption

from bot.domain.entry import Entry
from bot.presentation import limits
from bot.presentation.desk_line import event_label, quote_label
from bot.presentation.language import Language

Placed = Iterable[tuple[int, Entry]]
"""Sections with their places."""


def quote_options(entries: Placed, page: int) -> list[SelectOption]:
    """The quotes of a page; what is picked is the place of the section and that of the quote."""
    found = [
        SelectOption(label=quote_label(quote), value=f"{place}.{item}")
        for place, entry in entries
        for item, quote in enumerate(entry.quotes)
    ]
    return _page(found, page)


def event_options(entries: Placed, page: int, language: Language) -> list[SelectOption]:
    """The events of a page, picked in the same way."""
    found = [
        SelectOption(label=event_label(event, language), value=f"{place}.{item}")
        for place, entry in entries
        for item, event in enumerate(entry.events)
    ]
    return _page(found, page)


def spot_of(value: str) -> tuple[int, int] | None:
    """What was picked; None for anything that no such menu offers."""
    place, dot, item = value.partition(".")
    if dot and place.isdecimal() and item.isdecimal() and len(value) < 9:
        return int(place), int(item)
    return None


def _page(found: list[SelectOption], page: int) -> list[SelectOption]:
    return found[page * limits.OPTIONS : (page + 1) * limits.OPTIONS]
