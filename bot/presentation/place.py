"""Where an answer is shown: to whom, which page of it, in how much room."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Spot:
    """Where a page of a reading begins: a part of an entry, counted from 1, by the entry's id.

    It is found again after a correction, when the number of the page may be another. Entry 0 is
    the beginning.
    """

    entry: int = 0
    part: int = 1


NOBODY = 0
"""The asker of a card, or of a button, that changes no card in place."""


@dataclass(frozen=True)
class Place:
    """One showing of an answer.

    `asker` is the Discord id of who asked, 0 on a card that belongs to everyone. `spot` is for a
    reading, `page` for a list. `short` asks for one phone screen. `private` is true while only the
    asker sees it. `shared_by` is a name. `kept` is the key of a filter that no id has room for.
    `cursor` is where the page of a list begins, None for its beginning. `editor` says that who
    asked may correct what it shows, and that nobody else sees it.
    """

    asker: int = 0
    page: int = 0
    short: bool = False
    private: bool = True
    shared_by: str | None = None
    spot: Spot = Spot()
    kept: int | None = None
    cursor: str | None = None
    editor: bool = False
