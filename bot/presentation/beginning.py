"""The beginning of a long text: as much as fits, cut where a reader would."""

from bot.presentation.markdown import plain
from bot.presentation.pages import split
from bot.presentation.room import Room

_LEAST = 20  # units; less says nothing
_ELLIPSIS = "…"


def beginning(text: str, room: Room) -> tuple[str, bool]:
    """Inert, with "…" where the text goes on, and whether it does; maybe nothing to see."""
    if room.units < _LEAST or room.octets < 3 * _LEAST:
        return "", bool(text.strip())
    looked = text[: 2 * room.units]
    pages = split(looked, Room(room.units - 2, room.octets - 4))
    goes_on = len(pages) > 1 or bool(text[len(looked) :].strip())
    shown = plain(pages[0]) if pages else ""
    apart = "" if not shown or shown[-1].isalnum() else " "  # after the end of a sentence
    return (f"{shown}{apart}{_ELLIPSIS}" if goes_on else shown), goes_on
