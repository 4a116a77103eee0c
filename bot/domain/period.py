"""The days that a person means by what is typed for `since` or `until`."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from bot.domain import days
from bot.domain.days import Period

MOST_SUGGESTIONS = 25
MOST_CHARACTERS = 100

_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_FILLERS = {"the", "of", "on", "in", "from", "since", "until", "before", "after"}
_PUNCTUATION = re.compile(r",|(?<=[a-z])\.|\.(?!\S)")
_BEGUN = re.compile(r"(?P<stem>[0-9]{4}-(?:(?P<month>[0-9]{2})-)?)[0-9]{0,2}")
_ORDINAL = re.compile(r"\b(\d\d?)(?:st|nd|rd|th)\b")


def parse_period(text: str, today: date) -> Period | None:
    """The days that `text` covers, in English; None if it is no day, month, year or stretch.

    `since` takes the `first` of them, `until` the `last`. Without a year the most recent such day
    not after `today` is meant, or month that has begun. "3/4/2022" is the third of April.
    """
    words = _plain(text) if len(text) <= MOST_CHARACTERS else ""
    matches = ((form.fullmatch(words), read) for form, read in _FORMS)
    return next((read(match, today) for match, read in matches if match), None)


def suggest_periods(typed: str, today: date) -> list[str]:
    """At most 25 texts for autocomplete, all of which `parse_period` reads.

    What was typed comes first if it can be read; then what begins with it, then what holds it.
    An ISO date is completed from its first dash on.
    """
    sought = _plain(typed)
    held = [text for text in _usual(today) if sought in text.lower()]
    held.sort(key=lambda text: not text.lower().startswith(sought))
    offered = {text.lower(): text for text in (" ".join(typed.split()), *_numbered(sought), *held)}
    readable = (text for text in offered.values() if parse_period(text, today))
    return list(readable)[:MOST_SUGGESTIONS]


def _usual(today: date) -> Iterator[str]:
    """What people ask for most, first; early in year 1 some of it cannot be read."""
    yield from ("last 7 days", "last 30 days", "this month", "last month", "this year")
    yield from (f"{today.year - back:04}" for back in range(5))
    for year, month in (days.months_back(today, back) for back in range(12)):
        yield f"{_MONTHS[month - 1]} {year:04}"
    yield from ("today", "yesterday", "this week", "last week", "last year", "last 3 months")
    yield from ("tomorrow", "next week", "next month", "next year")


def _numbered(sought: str) -> Iterator[str]:
    """The months, or the days of a month, that go on from "2022-0" or "2022-01-2"."""
    sought = sought.replace("/", "-")
    begun = _BEGUN.fullmatch(sought)
    if begun:
        numbers = range(1, 13 if begun["month"] is None else 32)
        texts = (f"{begun['stem']}{number:02}" for number in numbers)
        yield from (text for text in texts if text.startswith(sought))


def _plain(text: str) -> str:
    """Lower case and single spaces, without commas, ordinal endings and words that only lead in."""
    bare = _ORDINAL.sub(r"\1", _PUNCTUATION.sub(" ", text.lower()))
    return " ".join(word for word in bare.split() if word not in _FILLERS)


def _names(names: Sequence[str]) -> str:
    """A pattern for the names in full and by their first three letters."""
    return "|".join(f"{name.lower()}|{name[:3].lower()}" for name in names)


def _number(names: Sequence[str], name: str) -> int:
    """Which of the names begins with the same three letters, counted from 0."""
    return next(n for n, known in enumerate(names) if known[:3].lower() == name[:3])


def _year_first(match: re.Match[str], _today: date) -> Period | None:
    year, month, day = (int(match[part] or 0) for part in ("year", "month", "day"))
    if match["day"]:
        return days.day_of(year, month, day)
    return days.month_of(year, month) if match["month"] else days.year_of(year)


def _numeric_day(match: re.Match[str], today: date) -> Period | None:
    """Day first, as most of the world writes; month first where that is the only way."""
    a, b, year = int(match["a"]), int(match["b"]), match["year"]
    if year:
        return days.day_of(int(year), b, a) or days.day_of(int(year), a, b)
    return days.recent_day(today, b, a) or days.recent_day(today, a, b)


def _named_day(match: re.Match[str], today: date) -> Period | None:
    month, day, year = _number(_MONTHS, match["month"]) + 1, int(match["day"]), match["year"]
    return days.day_of(int(year), month, day) if year else days.recent_day(today, month, day)


def _named_month(match: re.Match[str], today: date) -> Period | None:
    month, year = _number(_MONTHS, match["month"]) + 1, match["year"]
    return days.month_of(int(year), month) if year else days.recent_month(today, month)


def _weekday(match: re.Match[str], today: date) -> Period | None:
    """Today may be meant, except that "last Tuesday" on a Tuesday is a week ago."""
    weekday = _number(_WEEKDAYS, match["weekday"])
    return days.recent_weekday(today, weekday, before=bool(match["last"]))


def _lately(match: re.Match[str], today: date) -> Period | None:
    """So many days, weeks, months or years that end today; the calendar's beginning ends them."""
    count = int(match["count"])
    match match["unit"]:
        case "day":
            return days.around(today, 1 - count, 0)
        case "week":
            return days.around(today, 1 - 7 * count, 0)
        case "month":
            return days.last_months(today, count)
        case _:
            return days.last_months(today, 12 * count)


def _ago(match: re.Match[str], today: date) -> Period | None:
    """The one day so long ago; a month before 31 March is the last day of February."""
    count = int(match["count"]) if match["count"].isdecimal() else 1
    match match["unit"]:
        case "day":
            return days.around(today, -count, -count)
        case "week":
            return days.around(today, -7 * count, -7 * count)
        case "month":
            return days.same_day(today, count)
        case _:
            return days.same_day(today, 12 * count)


def _near(match: re.Match[str], today: date) -> Period | None:
    back = _BACK[match["which"]]
    match match["unit"]:
        case "week":
            return days.week(today, back)
        case "month":
            return days.month_of(*days.months_back(today, back))
        case _:
            return days.year_of(today.year - back)


def _single(match: re.Match[str], today: date) -> Period | None:
    ahead = _AHEAD[match[0]]
    return days.around(today, ahead, ahead)


_BACK = {"last": 1, "this": 0, "next": -1}
_AHEAD = {"yesterday": -1, "today": 0, "tomorrow": 1}
_MONTH = rf"(?P<month>{_names(_MONTHS)}|sept)"
_NUMBERED = r"(?P<year>\d{4})(?:(?P<mark>[-/.])(?P<month>\d\d?)(?:(?P=mark)(?P<day>\d\d?))?)?"
_YEAR = r"(?: (?P<year>\d{4}))?"
_FORMS: list[tuple[re.Pattern[str], Callable[[re.Match[str], date], Period | None]]] = [
    (re.compile(pattern), read)
    for pattern, read in (
        (_NUMBERED, _year_first),
        (r"(?P<a>\d\d?)(?P<mark>[./])(?P<b>\d\d?)(?:(?P=mark)(?P<year>\d{4}))?", _numeric_day),
        (rf"(?P<day>\d\d?) {_MONTH}{_YEAR}", _named_day),
        (rf"{_MONTH} (?P<day>\d\d?){_YEAR}", _named_day),
        (rf"{_MONTH}{_YEAR}", _named_month),
        (rf"(?P<last>last )?(?P<weekday>{_names(_WEEKDAYS)}|tues|thurs?)", _weekday),
        (r"(?:last|past) (?P<count>\d{1,5}) (?P<unit>day|week|month|year)s?", _lately),
        (r"(?P<count>\d{1,5}|an?|one) (?P<unit>day|week|month|year)s? ago", _ago),
        (r"(?P<which>this|last|next) (?P<unit>week|month|year)", _near),
        ("today|yesterday|tomorrow", _single),
    )
]
