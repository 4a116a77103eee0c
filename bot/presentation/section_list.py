"""The sections of an issue at a glance: one line each, with the first words."""

from collections.abc import Callable, Sequence

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
    entries = [start.entry for start in starts]
    lines = section_lines(entries, language, room.beside(_HEADING), _LONGEST, first_words)
    left = len(entries) - len(lines)
    more = [f"and {left} more sections in the menu"] if left else []
    return "\n".join([_HEADING, *lines, *more])


def section_lines(
    entries: Sequence[Entry],
    language: Language,
    room: Room,
    longest: int,
    beginning: Callable[[Entry], str],
) -> list[str]:
    """As many lines as fit beside how many are left out; `beginning` says how a section begins."""
    room = Room(room.units - _MORE.units, room.octets - _MORE.octets)
    longest = min(longest, room.units // max(len(entries), 1) - 1)
    lines: list[str] = []
    for entry in entries:
        lines.append(_line(entry, beginning(entry), language, longest))
        if not room.takes("\n".join(lines)):
            return lines[:-1]
    return lines


def first_words(entry: Entry) -> str:
    """The beginning of a section, not yet inert and not yet cut to its room."""
    return entry.text[:_LOOK]


def _line(entry: Entry, beginning: str, language: Language, longest: int) -> str:
    name = line(caption(entry, language), _room(_NAME))
    shown = with_flags(f"**{name}**", entry, language)
    rest = longest - units(shown) - len(_COLON)
    if rest < _WORTH_READING or not visible(beginning):
        return shown
    return f"{shown}{_COLON}{line(beginning, _room(rest))}"


def _room(units: int) -> Room:
    return Room(units, units * 3)
