"""Reckoning: which date an expression means, seen from the day of the issue."""

import datetime as dt
from collections.abc import Callable
from typing import Literal, NamedTuple

from bot.importer.dates import MONTHS, WEEKDAYS, Expression
from bot.importer.holidays import holiday

Tense = Literal["past", "future", "unknown"]
Precision = Literal["year", "month", "week", "day"]
Trust = Literal["sure", "likely", "check"]
COUNTED = ("a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
COUNTS = {word: n for n, word in enumerate(COUNTED, 1)} | {"an": 1, "one": 1}
PATIENCE: dict[Tense, float] = {"past": 12.0, "unknown": 3.0, "future": 0.2}
"""How many times as far a date without year may lie back as ahead to be taken for one gone by.

Even where the verb is of the past a year is named for what is almost one ago: what is said to end
"by January 14" in a text of January 7 has not been for a year.
"""


class Reckoned(NamedTuple):
    """A date in ISO form, `a/b` for an interval; `note` says what had to be assumed."""

    value: str
    precision: Precision
    trust: Trust = "sure"
    note: str | None = None


class Standpoint(NamedTuple):
    """What a date is counted from: the issue's day, the tense around it, the day told before."""

    issued: dt.date | None
    tense: Tense = "unknown"
    told: dt.date | None = None
    day_first: bool = False


class NoSuchDate(ValueError):
    """A date that no calendar has, such as February 30."""


def reckon(expression: Expression, standpoint: Standpoint) -> Reckoned | None:
    """The date meant, or None where it cannot be worked out. Raises NoSuchDate."""
    return RULES[expression.form](expression.parts, standpoint)


def full_day(expression: Expression, day_first: bool = False) -> dt.date | None:
    """The day of a date printed in full, or None. Raises NoSuchDate."""
    if not expression.is_dated:
        return None
    reckoned = reckon(expression, Standpoint(None, day_first=day_first))
    return dt.date.fromisoformat(reckoned.value) if reckoned else None


def _month(name: str) -> int:
    return next(n for n, month in enumerate(MONTHS, 1) if month.startswith(name.lower()[:3]))


def _number(text: str) -> int:
    return int("".join(c for c in text if c.isdigit()))


def _date(year: int, month: int, day: int) -> dt.date:
    try:
        return dt.date(year, month, day)
    except ValueError as error:
        raise NoSuchDate from error


def _of_day(day: dt.date, trust: Trust = "sure", note: str | None = None) -> Reckoned:
    return Reckoned(day.isoformat(), "day", trust, note)


def _stretch(
    first: dt.date, last: dt.date, precision: Precision, trust: Trust, note: str | None = None
) -> Reckoned:
    return Reckoned(f"{first}/{last}", precision, trust, note)


INFERRED = "year inferred from the issue date"


def _near(month: int, day: int, at: Standpoint) -> dt.date | None:
    """The day of that month nearest to the issue: before it, or after it in the future tense."""
    if at.issued is None:
        return None
    days = [d for year in (-1, 0, 1) if (d := _maybe(at.issued.year + year, month, day))]
    if not days:
        raise NoSuchDate
    past = max((d for d in days if d <= at.issued), default=None)
    ahead = min((d for d in days if d >= at.issued), default=None)
    if past is None or ahead is None:
        return past or ahead
    return past if (at.issued - past) <= PATIENCE[at.tense] * (ahead - at.issued) else ahead


def _maybe(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _iso(parts: dict[str, str], at: Standpoint) -> Reckoned:
    return _of_day(_date(int(parts["y"]), int(parts["m"]), int(parts["d"])))


def _numeric(parts: dict[str, str], at: Standpoint) -> Reckoned:
    a, b, year = int(parts["a"]), int(parts["b"]), int(parts["y"])
    day_first = at.day_first or parts["sep"] == "." or a > 12
    day = _date(year, b, a) if day_first and b <= 12 else _date(year, a, b)
    doubtful = a != b and a <= 12 and b <= 12 and not at.day_first
    return _of_day(day, "check", "day and month may be swapped") if doubtful else _of_day(day)


def _day(parts: dict[str, str], at: Standpoint) -> Reckoned | None:
    month, day = _month(parts["m"]), _number(parts["d"])
    if "y" in parts:
        return _of_day(_date(int(parts["y"]), month, day))
    near = _near(month, day, at)
    return _of_day(near, "likely", INFERRED) if near else None


def _range(parts: dict[str, str], at: Standpoint) -> Reckoned | None:
    m = _month(parts.get("m") or parts["m2"])
    m2 = _month(parts.get("m2") or parts["m"])
    d, d2 = _number(parts["d"]), _number(parts["d2"])
    if "y" in parts:
        last = _date(int(parts["y"]), m2, d2)
    elif not (last := _near(m2, d2, at)):
        return None
    first = _date(last.year - ((m, d) > (m2, d2)), m, d)
    trust, note = ("sure", None) if "y" in parts else ("likely", INFERRED)
    return _stretch(first, last, "day", trust, note)


def _in_month(parts: dict[str, str], at: Standpoint) -> Reckoned:
    return Reckoned(f"{parts['y']}-{_month(parts['m']):02d}", "month")


def _month_alone(parts: dict[str, str], at: Standpoint) -> Reckoned | None:
    if at.issued is None:
        return None
    month, year = _month(parts["m"]), at.issued.year
    how = parts["how"].lower()
    if how == "next" or (at.tense == "future" and how != "last"):
        year += month < at.issued.month or (how == "next" and month == at.issued.month)
    elif month > at.issued.month or (how == "last" and month == at.issued.month):
        year -= 1
    return Reckoned(f"{year}-{month:02d}", "month", "likely", INFERRED)


def _weekday(parts: dict[str, str], at: Standpoint) -> Reckoned | None:
    if at.issued is None:
        return None
    gap = (at.issued.weekday() - WEEKDAYS.index(parts["w"].lower())) % 7
    how = parts.get("how", "").lower()
    if how == "next" or how.endswith("coming") or (at.tense == "future" and how != "last"):
        day = at.issued + dt.timedelta(days=7 - gap)
    else:
        day = at.issued - dt.timedelta(days=gap or (7 if how == "last" else 0))
    return _of_day(day, "likely", "day counted from the issue date")


def _weekdays(parts: dict[str, str], at: Standpoint) -> Reckoned | None:
    last = _weekday({"w": parts["w2"]}, at)
    if last is None:
        return None
    end = dt.date.fromisoformat(last.value)
    gap = (end.weekday() - WEEKDAYS.index(parts["w"].lower())) % 7
    return _stretch(end - dt.timedelta(days=gap), end, "day", "likely", last.note)


def _nearby(parts: dict[str, str], at: Standpoint) -> Reckoned | None:
    if at.issued is None:
        return None
    word = parts["near"].lower().strip(' “"‘(•')
    days = {"yesterday": -1, "tomorrow": 1, "the day before yesterday": -2}.get(word, 0)
    return _of_day(at.issued + dt.timedelta(days=days), "likely", "day counted from the issue date")


def _ago(parts: dict[str, str], at: Standpoint) -> Reckoned | None:
    how, unit, n = parts["how"].lower(), parts["unit"].lower(), _count(parts["n"])
    base = at.issued if how == "ago" else at.told
    if base is None or n > 500:
        return None
    sign = 1 if how == "later" else -1
    match unit:
        case "day":
            day = base + dt.timedelta(days=sign * n)
            return _of_day(day, "check", "day counted from another date")
        case "week":
            return _week(base + dt.timedelta(weeks=sign * n), "check")
        case "month":
            return _months_from(base, sign * n)
        case _:
            return Reckoned(f"{base.year + sign * n:04d}", "year", "check")


def _count(text: str) -> int:
    return int(text) if text.isdigit() else COUNTS[text.lower()]


def _months_from(base: dt.date, months: int) -> Reckoned:
    year, month = divmod(base.year * 12 + base.month - 1 + months, 12)
    return Reckoned(f"{year:04d}-{month + 1:02d}", "month", "likely")


def _same_day(parts: dict[str, str], at: Standpoint) -> Reckoned | None:
    if at.told is None:
        return None
    days = {"next": 1, "following": 1, "previous": -1}.get(parts.get("how", "").lower(), 0)
    return _of_day(at.told + dt.timedelta(days=days), "check", "day counted from another date")


def _holiday(parts: dict[str, str], at: Standpoint) -> Reckoned | None:
    if at.issued is None:
        return None
    ahead = at.tense == "future"
    near = _near(*holiday(parts["name"], at.issued.year - (at.issued.month < 11 and not ahead)), at)
    return _of_day(near, "likely", INFERRED) if near else None


def _ordinal(parts: dict[str, str], at: Standpoint) -> Reckoned | None:
    """A day of the month told of before, or of the issue's."""
    base = at.told or at.issued
    if base is None:
        return None
    day = _maybe(base.year, base.month, _number(parts["d"]))
    return _of_day(day, "check", "month taken from the date before") if day else None


def _week(day: dt.date, trust: Trust = "likely") -> Reckoned:
    monday = day - dt.timedelta(days=day.weekday())
    note = "week counted from the issue date"
    return _stretch(monday, monday + dt.timedelta(days=6), "week", trust, note)


def _span(parts: dict[str, str], at: Standpoint) -> Reckoned | None:
    if at.issued is None:
        return None
    how = parts.get("how", "this").lower().removeprefix("the ")
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}.get(how, 0)
    match parts["unit"].lower():
        case "week":
            return _week(at.issued + dt.timedelta(weeks=step))
        case "month":
            return _months_from(at.issued, step)
        case "year":
            return Reckoned(f"{at.issued.year + step:04d}", "year", "likely")
        case _:
            return _weekend(at.issued, at.tense == "future" or step == 1)


def _weekend(issued: dt.date, ahead: bool) -> Reckoned:
    """The weekend begun last, or the next one."""
    saturday = issued - dt.timedelta(days=(issued.weekday() - 5) % 7)
    if ahead and saturday + dt.timedelta(days=1) < issued:
        saturday += dt.timedelta(weeks=1)
    note = "weekend counted from the issue date"
    return _stretch(saturday, saturday + dt.timedelta(days=1), "week", "likely", note)


def _years(parts: dict[str, str], at: Standpoint) -> Reckoned | None:
    if parts["y"] > parts["y2"]:
        return None
    return Reckoned(f"{parts['y']}/{parts['y2']}", "year")


def _year(parts: dict[str, str], at: Standpoint) -> Reckoned:
    return Reckoned(parts["y"], "year")


RULES: dict[str, Callable[[dict[str, str], Standpoint], Reckoned | None]] = {
    "iso": _iso,
    "numeric": _numeric,
    "range": _range,
    "range_day_first": _range,
    "day": _day,
    "day_first": _day,
    "month": _in_month,
    "month_alone": _month_alone,
    "weekday": _weekday,
    "weekdays": _weekdays,
    "near": _nearby,
    "ago": _ago,
    "same_day": _same_day,
    "holiday": _holiday,
    "ordinal": _ordinal,
    "span": _span,
    "weekend": _span,
    "years": _years,
    "year": _year,
}
