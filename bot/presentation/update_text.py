"""The texts of an alert about an update: when it was made, and what is new."""

from collections.abc import Sequence

from bot.domain.alert import Alert
from bot.domain.entry import Entry
from bot.presentation import limits
from bot.presentation.alert_rooms import NAME, AlertRooms
from bot.presentation.beginning import beginning
from bot.presentation.language import Language, listed_first
from bot.presentation.line import line
from bot.presentation.masthead import issue_name, newsroom_name
from bot.presentation.room import Room
from bot.presentation.section_text import source_line, title, with_flags

_SHOWN = 5  # new sections with their text; of any more, only the names are told
_NAMED = 4
_REST = "-# The rest: press **Read**."


def update_text(alert: Alert, language: Language, room: Room, rooms: AlertRooms) -> list[str]:
    """The head, each new section, and how to read what was cut."""
    head, others = _head(alert, language), _others(alert.wanted[_SHOWN:], language)
    room = room.beside(head, others, _REST).within(rooms.new)
    together = _moment(alert.wanted, language) != ""
    shown: list[str] = []
    cut = bool(others)
    for place, entry in enumerate(alert.wanted[:_SHOWN]):
        share = room.shared(len(alert.wanted[:_SHOWN]) - place)
        text, goes_on = _new(entry, language, share, timed=not together)
        room = room.beside(text)
        shown.append(text)
        cut = cut or goes_on
    return [head, *shown, others, _REST if cut and not alert.announced else ""]


def _head(alert: Alert, language: Language) -> str:
    parts = (_moment(alert.wanted, language), newsroom_name(alert.issue.briefing))
    below = " · ".join(part for part in parts if part)
    return f"## Update · {issue_name(alert.issue)}\n{below}"


def _moment(entries: Sequence[Entry], language: Language) -> str:
    """The moment that all are of; empty if there is no such one."""
    moments = {entry.live_at for entry in entries}
    only = moments.pop() if len(moments) == 1 else None
    return language.moment(only) if only else ""


def _new(entry: Entry, language: Language, room: Room, *, timed: bool) -> tuple[str, bool]:
    """One section as far as it fits, and whether it goes on."""
    name = line(title(entry, language), limits.NAME)
    moment = f"-# {language.moment(entry.live_at)}" if timed and entry.live_at else ""
    heading = [part for part in (f"### {with_flags(name, entry, language)}", moment) if part]
    source = source_line(entry)
    text, goes_on = beginning(entry.text, room.beside(*heading, source))
    parts = (*heading, text, source)
    return "\n".join(part for part in parts if part), goes_on


def _others(entries: Sequence[Entry], language: Language) -> str:
    names = [line(title(entry, language), NAME) for entry in entries]
    return f"-# Also new: {listed_first(names, _NAMED)}" if names else ""
