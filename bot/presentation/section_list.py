"""The sections of an issue at a glance: one line each, with the first words."""

from collections.abc import Sequence

from bot.domain.entry import Entry
from bot.presentation.language import Language
from bot.presentation.layout import Start
from bot.presentation.line import line, visible
from bot.presentation.room import Room, units
from bot.presentation.section_text import caption, with_flags

_LONGEST = 140  # units of one line
_NAME = 60
_WORTH_READING = 24  # fewer units of first words say nothing
_HEADING = "## Sections"
_MORE = Room(60, 120)  # for how many are left out
_COLON = ": "
_LOOK = 1000  # characters of a section looked at for its first words


def section_list(starts: Sequence[Start], language: Language, room: Room) -> str:
    """As many lines as fit; how many sections the menu has beside them."""
    room = Room(room.units - _MORE.units, room.octets - _MORE.octets)
    longest = min(_LONGEST, (room.units - len(_HEADING)) // len(starts) - 1)
    lines: list[str] = [_HEADING]
    for place, start in enumerate(starts):
        lines.append(_line(start.entry, language, longest))
        if not room.takes("\n".join(lines)):
            left = len(starts) - place
            return "\n".join([*lines[:-1], f"and {left} more sections in the menu"])
    return "\n".join(lines)


def first_words(entry: Entry) -> str:
    """The beginning of a section, not yet inert and not yet cut to its room."""
    return entry.text[:_LOOK]


def _line(entry: Entry, language: Language, longest: int) -> str:
    name = line(caption(entry, language), _room(_NAME))
    shown = with_flags(f"**{name}**", entry, language)
    rest = longest - units(shown) - len(_COLON)
    if rest < _WORTH_READING or not visible(first_words(entry)):
        return shown
    return f"{shown}{_COLON}{line(first_words(entry), _room(rest))}"


def _room(units: int) -> Room:
    return Room(units, units * 3)
