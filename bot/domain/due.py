"""A moment to come, as people type it: "18:00", "tomorrow 9am", "2022-01-28 14:00"."""

import re
from datetime import UTC, date, datetime, time, timedelta

from bot.domain.period import parse_period
from bot.domain.record import Moment, Record
from bot.domain.zone import zone_of
from bot.errors import Refused

_FARTHEST = timedelta(days=366)
_NOON = 12
_LONGEST = 100
_HOUR = r"(?P<hour>[0-9]{1,2})(?:(?:[:.h])(?P<minute>[0-5][0-9]))?\s*(?P<half>[ap]\.?m\.?)?h?"
_CLOCK = rf"(?:{_HOUR}|(?P<name>noon|midday|midnight))"
_LAST, _FIRST = re.compile(rf"(?P<day>.*?)\s*\b{_CLOCK}"), re.compile(rf"{_CLOCK}\b\s*(?P<day>.*)")
_SOON = re.compile(r"in (?P<count>[0-9]{1,4}) ?(?P<unit>min|minute|minutes|m|h|hour|hours)")
_FILLERS = ("at", "on")
_NAMED = {"noon": time(12), "midday": time(12), "midnight": time(0)}
_ISO = re.compile(r"(?<=[0-9])t(?=[0-9])")


class Due(Record):
    """`rolled` says that the time had passed today, so that it is tomorrow's."""

    at: Moment
    rolled: bool = False


def parse_due(typed: str, now: datetime, zone: str | None) -> Due:
    """The moment that somebody in that zone means; a time alone is the next one.

    Raises Refused for what is no moment, has passed, lies more than a year ahead, or is left out
    when clocks go forward. When they go back, the first of two is meant.
    """
    words = typed[:_LONGEST].lower().replace(",", " ").split()
    text = _ISO.sub(" ", " ".join(word for word in words if word not in _FILLERS))
    if soon := _SOON.fullmatch(text):
        unit = "hours" if soon["unit"].startswith("h") else "minutes"
        return _possible(Due(at=now + timedelta(**{unit: int(soon["count"])})), now, typed)
    here = now.astimezone(zone_of(zone))
    for form in (_LAST, _FIRST):
        found = form.fullmatch(text)
        clock = _clock(found) if found else None
        if found is None or clock is None:
            continue
        day = _day(found["day"], here.date())
        if day is None and found["day"]:
            continue
        due = Due(at=_moment(day or here.date(), clock, zone))
        if day is None and due.at <= now:
            due = Due(at=_moment(here.date() + timedelta(days=1), clock, zone), rolled=True)
        return _possible(due, now, typed)
    raise Refused(
        f"“{typed.strip()}” is no moment; type it like 18:00, tomorrow 9am or 2022-01-28 14:00."
    )


def clock_in(zone: str | None, moment: datetime) -> str:
    """What a clock shows there: "18:00"."""
    return f"{moment.astimezone(zone_of(zone)):%H:%M}"


def _clock(found: re.Match[str]) -> time | None:
    """A number alone is no time: it may be a day."""
    if found["name"]:
        return _NAMED[found["name"]]
    hour, minute, half = int(found["hour"]), int(found["minute"] or 0), found["half"]
    if half is None:
        told = found["minute"] is not None or found[0].endswith("h")
        return time(hour, minute) if told and hour < 24 else None
    if not 1 <= hour <= _NOON:
        return None
    return time(hour % _NOON + (_NOON if half.startswith("p") else 0), minute)


def _day(typed: str, today: date) -> date | None:
    """The next such day; a weekday or a day without a year is not one that has passed."""
    period = parse_period(typed, today)
    if period is None or period.first != period.last:
        return None
    day = period.first
    if day >= today or re.search(r"[0-9]{4}|yesterday|ago", typed):
        return day
    if not re.search(r"[0-9]", typed):
        return day + timedelta(days=7)
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return None


def _moment(day: date, clock: time, zone: str | None) -> datetime:
    there = datetime.combine(day, clock, zone_of(zone))
    moment = there.astimezone(UTC)
    if moment.astimezone(zone_of(zone)).time() != clock:
        raise Refused(f"Clocks leave {clock:%H:%M} out on {day}; choose another time.")
    return moment


def _possible(due: Due, now: datetime, typed: str) -> Due:
    if due.at <= now:
        raise Refused(f"“{typed.strip()}” has passed; choose a time to come.")
    if due.at > now + _FARTHEST:
        raise Refused(f"“{typed.strip()}” is more than a year ahead; choose a nearer time.")
    return due
