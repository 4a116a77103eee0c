"""Holidays: the days of the year that news is told by."""

import datetime as dt

FIXED = {
    "New Year's Eve": (12, 31),
    "New Year's Day": (1, 1),
    "Christmas Eve": (12, 24),
    "Christmas Day": (12, 25),
    "Boxing Day": (12, 26),
    "May Day": (5, 1),
}


def holiday(name: str, year: int) -> tuple[int, int]:
    """Month and day of a holiday; Thanksgiving is that of the United States in a year.

    It is the fourth Thursday of November: 5 U.S.C. 6103.
    """
    name = name.replace("’", "'")
    if name != "Thanksgiving":
        return FIXED[name]
    first = dt.date(year, 11, 1)
    return 11, 22 + (3 - first.weekday()) % 7
