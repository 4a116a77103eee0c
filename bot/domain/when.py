"""A date with a precision: a day, a month, a year or an interval of days."""

from __future__ import annotations

import calendar
import re
from datetime import date
from enum import StrEnum

from pydantic import model_validator

from bot.domain.record import Record

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    INTERVAL = "interval"


class When(Record):
    """All days from `start` to `end`, both included, and what they stand for."""

    start: date
    end: date
    precision: Precision

    @model_validator(mode="after")
    def _ordered(self) -> When:
        if self.end < self.start:
            raise ValueError("the interval ends before it starts")
        return self

    @classmethod
    def parse(cls, text: str) -> When:
        """Reads "2022-01-21", "2022-01", "2022" or "2022-01-21/2022-01-24".

        Raises ValueError for anything else, and for days that do not exist.
        """
        first, slash, last = text.partition("/")
        if slash:
            start, end = cls._part(first), cls._part(last)
            return cls(start=start.start, end=end.end, precision=Precision.INTERVAL)
        return cls._part(first)

    @classmethod
    def _part(cls, text: str) -> When:
        match = _ISO.fullmatch(text)
        if match is None:
            raise ValueError(f"{text!r} is not a date")
        year, month, day = (int(part or 0) for part in match.groups())
        if match[2] is None:
            return cls(start=date(year, 1, 1), end=date(year, 12, 31), precision=Precision.YEAR)
        if match[3] is None:
            last = date(year, month, calendar.monthrange(year, month)[1])
            return cls(start=date(year, month, 1), end=last, precision=Precision.MONTH)
        exact = date(year, month, day)
        return cls(start=exact, end=exact, precision=Precision.DAY)

    def __str__(self) -> str:
        """The ISO form that `parse` reads."""
        match self.precision:
            case Precision.YEAR:
                return f"{self.start.year:04}"
            case Precision.MONTH:
                return self.start.isoformat()[:7]
            case Precision.DAY:
                return self.start.isoformat()
            case Precision.INTERVAL:
                return f"{self.start.isoformat()}/{self.end.isoformat()}"
