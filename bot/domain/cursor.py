"""A cursor: the place in a list from which a page goes on, whatever came or went since."""

from __future__ import annotations

import re
from enum import StrEnum

from bot.domain.record import Record

_WRITTEN = re.compile(r"(?P<way>[on])(?P<day>[0-9]{4}(?:-[0-9]{2}){0,2})\.(?P<id>[0-9]{1,12})")
_YEAR, _MONTH = len("2022"), len("2022-01")
_LAST_DAY = "99"  # after every day of a month, as text


class Way(StrEnum):
    """Where to go from a cursor."""

    OLDER = "o"
    NEWER = "n"


class Cursor(Record):
    """Between two items of a list ordered by day and id; the item it was made of may be gone.

    `day` is ISO text as precise as known, so that "2022" lies before "2022-01" and that before
    "2022-01-01".
    """

    way: Way
    day: str
    id: int = 0

    @classmethod
    def parse(cls, text: str) -> Cursor | None:
        """Reads what `str` writes; None for anything else."""
        match = _WRITTEN.fullmatch(text)
        return cls(way=Way(match["way"]), day=match["day"], id=int(match["id"])) if match else None

    @classmethod
    def from_start(cls, month: str) -> Cursor:
        """Everything in a month ("2022-01"), or dated by a year alone ("2022"), and newer."""
        return cls(way=Way.NEWER, day=month)

    @classmethod
    def from_end(cls, month: str) -> Cursor:
        """Everything in a month, or dated by a year alone, and older."""
        return cls(way=Way.OLDER, day=last_of(month))

    def __str__(self) -> str:
        return f"{self.way}{self.day}.{self.id}"


def month_of(day: str) -> str:
    """The month that a day as text lies in; a year alone is a group of its own."""
    return day[:_MONTH]


def last_of(month: str) -> str:
    """A text after all days of a month; a year alone is a group before its months."""
    return f"{month}-00-{_LAST_DAY}" if len(month) == _YEAR else f"{month}-{_LAST_DAY}"
