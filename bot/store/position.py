"""The position of a passage: its day, its kind and its id in one number, in that order.

The view `placed` of `sql/passages.sql` reckons the same.
"""

from datetime import date, timedelta

from sqlalchemy import ColumnElement

from bot.domain.reference import Kind

_ID_BITS, _KIND_BITS, _DAY_BITS, _MONTH_BITS = 38, 2, 5, 4
_DAY_PLACE = _ID_BITS + _KIND_BITS
_MONTH_PLACE = _DAY_PLACE + _DAY_BITS
_KINDS = (Kind.SECTION, Kind.QUOTE, Kind.EVENT)

LAST_ID = (1 << _ID_BITS) - 1
"""The largest id that an item can have: 274,877,906,943."""


def position(day: str, kind: Kind, item: int = 0) -> int:
    """Where an item of that id and ISO day ("2022", "2022-01" or "2022-01-28") stands.

    Lists of quotes begin with the newest day; there the larger id comes first, so that those of
    one day are read in the order of the text. An id that is larger than any counts as the largest
    there is room for, an id below all as 0; a day after the last ("2022-01-99") as the beginning
    of what follows.
    """
    place = max(0, min(item, LAST_ID))
    return start_of(day, kind) + (LAST_ID - place if kind is Kind.QUOTE else place)


def start_of(day: str, kind: Kind) -> int:
    """Before all items of a kind on that day."""
    year, month, of_month = (*map(int, day.split("-")), 0, 0)[:3]
    month, of_month = min(month, (1 << _MONTH_BITS) - 2), min(of_month, 1 << _DAY_BITS)
    whole = ((year << _MONTH_BITS) + month << _DAY_BITS) + of_month
    return (whole << _KIND_BITS) + _KINDS.index(kind) << _ID_BITS


def end_of(day: str, kind: Kind) -> int:
    """After all items of a kind on that day."""
    return start_of(day, kind) + LAST_ID + 1


def item_at(place: int) -> int:
    """The id of the item that stands there."""
    item = place & LAST_ID
    return LAST_ID - item if reference_kind(place) is Kind.QUOTE else item


def reference_kind(place: int) -> Kind:
    """The kind of the item that stands there."""
    return _KINDS[place >> _ID_BITS & (1 << _KIND_BITS) - 1]


def month_at(place: int) -> str:
    """The month that it stands in: "2022-01", or "2022" where only a year is known."""
    year, month = divmod(place >> _MONTH_PLACE, 1 << _MONTH_BITS)
    return f"{year:04}-{month:02}" if month else f"{year:04}"


def start_of_month(place: int) -> int:
    """The number of the month that a position lies in, as the position of its beginning."""
    return place >> _MONTH_PLACE << _MONTH_PLACE


def months_before(start: int, months: int) -> int:
    """The start of the month so many before; a year alone counts as a month of its own."""
    year, month = divmod(start >> _MONTH_PLACE, 1 << _MONTH_BITS)
    year, month = divmod(max(0, year * 13 + month - months), 13)
    return (year << _MONTH_BITS) + month << _MONTH_PLACE


def start_of_day(place: ColumnElement[int]) -> ColumnElement[int]:
    """The beginning of the day that a position lies in, as an expression."""
    return place.op(">>")(_DAY_PLACE).op("<<")(_DAY_PLACE)


MONTH = 1 << _MONTH_PLACE
"""From the beginning of one month to that of the next, in positions."""


def a_year_before(day: date) -> str:
    """366 days earlier as ISO text, or a text before all days."""
    return "0000" if day < date.min + timedelta(366) else (day - timedelta(366)).isoformat()
