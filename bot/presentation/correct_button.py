"""The button that opens the desk at what a card shows, for editors alone."""

from bot.presentation.card import Button, button
from bot.presentation.desk_ids import DeskCorrect
from bot.presentation.place import Place


def correct_buttons(item: str, place: Place) -> list[Button]:
    """One on an editor's own card, about "q345" or "i12"; none on any other."""
    return [button("Correct…", DeskCorrect(item))] if place.editor else []
