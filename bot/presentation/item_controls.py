"""The buttons below one quote or event: where it stands, how to cite it, to share it."""

from bot.domain.item import Happened, Said
from bot.presentation.card import Button, button
from bot.presentation.correct_button import correct_buttons
from bot.presentation.custom_id import CiteItem, ShareItem, Turn
from bot.presentation.layout import parts
from bot.presentation.list_controls import item_key
from bot.presentation.place import NOBODY, Place, Spot


def item_buttons(item: Said | Happened, place: Place, *, context: bool = False) -> list[Button]:
    """Section, Cite and, where only the asker sees the card, Share; for an editor Correct."""
    key, spot = item_key(item), spot_of(item, short=place.short)
    target = ("section", item.issue.id, None, spot.entry, spot.part)
    buttons = [
        button("Section", Turn(*target, place.short, NOBODY)),  # the quote stays
        button("Cite", CiteItem(key)),
    ]
    if place.private:
        buttons.append(button("Share", ShareItem(key, context, place.short)))
    return [*buttons, *correct_buttons(key, place)]


def spot_of(item: Said | Happened, *, short: bool) -> Spot:
    """The page of the whole issue on which the item begins, else the first of its section."""
    entry = item.entry
    start = item.quote.start if isinstance(item, Said) else item.event.start
    if start is None:
        return Spot(entry.id)
    # Pages keep everything but white space, and may have a long heading above it: from the end.
    after = _letters(entry.text[start:])
    for block in reversed(parts(entry, short=short)):
        after -= _letters(block.text)
        if after <= 0:
            return Spot(entry.id, block.part)
    return Spot(entry.id)


def _letters(text: str) -> int:
    return sum(not char.isspace() for char in text)
