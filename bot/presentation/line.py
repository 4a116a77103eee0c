"""Text on one line: names, headings and first words, cut to their room."""

import re
import unicodedata

from bot.presentation.markdown import plain
from bot.presentation.room import Room, units
from bot.presentation.word_edge import edge_before

# Marks that turn the direction of whatever follows on the line, ours included.
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_ELLIPSIS = "…"


def words(text: str) -> str:
    """A text on one line, single spaces between its words."""
    return " ".join(_TURNS.sub("", text).split())


def visible(text: str) -> bool:
    """Whether there is anything to see: Discord refuses a text of white space."""
    return any(unicodedata.category(char)[0] in "LNPS" for char in text)


def capital(phrase: str) -> str:
    """A phrase of our own, to begin a line with; a name is written as its bearer writes it."""
    return phrase[:1].upper() + phrase[1:]


def line(text: str, room: Room, otherwise: str = "") -> str:
    """An inert line that fits, the end of a longer one replaced by “…”; never nothing to see."""
    text = words(text) if visible(text) else otherwise
    if room.holds(text):
        return plain(text)
    end = Room(room.units - 1, room.octets - 3).reach(text)
    return plain(_shorten(text, end))


def label(text: str, longest: int, otherwise: str = "Untitled") -> str:
    """A line for a button or a menu, which know no markup; `longest` in UTF-16 units."""
    text = _CONTROL.sub("\ufffd", words(text))
    if not visible(text):
        return otherwise
    if units(text) <= longest:
        return text
    end = longest - 1
    while units(text[:end]) >= longest:
        end -= 1
    return _shorten(text, end)


def _shorten(text: str, end: int) -> str:
    return text[: edge_before(text, 0, end)].rstrip() + _ELLIPSIS
