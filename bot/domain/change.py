"""A change: what a pending release will make of its issue."""

from bot.domain.entry import Entry
from bot.domain.issue import Contents
from bot.domain.record import Record


class Change(Record):
    """New entries for an update, whole new contents for a correction; neither for the rest."""

    entries: tuple[Entry, ...] = ()
    contents: Contents | None = None
