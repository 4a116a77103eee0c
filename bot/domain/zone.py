"""A time zone, as people name it: by a city, by its own name, or by an offset."""

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from bot.domain.folding import fold
from bot.domain.zone_city import BY_LOCALE, cities
from bot.errors import Refused

_UTC = "UTC"
_ZERO = ("utc", "gmt", "z")
_OFFSET = re.compile(r"(?:utc|gmt)?\s*([+\-−–])\s*([0-9]{1,2})(?::?([0-5][0-9]))?", re.IGNORECASE)
_LEAST, _MOST = timedelta(hours=-12), timedelta(hours=14)
_LONGEST = 100
_UNKNOWN = (
    "This time zone is not known; type a city such as Berlin or New York, or an offset such as +2."
)
_SHORTHAND = re.compile(r"[A-Z0-9+-]+")
"""Such as EST, which says another time in summer than those who write it mean."""


def parse_zone(typed: str) -> str | None:
    """The name of the zone that somebody means, such as "Europe/Berlin" or "UTC+05:30".

    None if it cannot be told.
    """
    text = " ".join(typed[:_LONGEST].split())
    if text.casefold() in _ZERO:
        return _UTC
    if offset := _OFFSET.fullmatch(text):
        return _written(offset)
    return cities().get(fold(text)) or _zones().get(_bare(text))


def required_zone(typed: str) -> str:
    """The same; raises Refused if it cannot be told."""
    zone = parse_zone(typed)
    if zone is None:
        raise Refused(_UNKNOWN)
    return zone


def proposed_zone(locale: str) -> str:
    """Where most people live who have set Discord to a language such as "pt-BR"."""
    return BY_LOCALE.get(locale, _UTC)


def zone_of(name: str | None) -> tzinfo:
    """The zone that `parse_zone` named; UTC where none is chosen, or the machine knows it not."""
    offset = _OFFSET.fullmatch(name or "")
    if offset is not None:
        away = timedelta(hours=int(offset[2]), minutes=int(offset[3] or 0))
        return timezone(away if offset[1] == "+" else -away)
    try:
        return ZoneInfo(name or _UTC)
    except (ZoneInfoNotFoundError, ValueError):
        return UTC


def day_in(zone: str | None, moment: datetime) -> date:
    """Which day a moment falls on there."""
    return moment.astimezone(zone_of(zone)).date()


def _written(offset: re.Match[str]) -> str | None:
    sign = "+" if offset[1] == "+" else "-"
    hours, minutes = int(offset[2]), int(offset[3] or 0)
    away = timedelta(hours=hours, minutes=minutes)
    if not _LEAST <= (away if sign == "+" else -away) <= _MOST:
        return None
    return f"UTC{sign}{hours:02}:{minutes:02}" if away else _UTC


@cache
def _zones() -> dict[str, str]:
    """Zones by their names without regard to case, shorthands and the machine's own left out."""
    names = sorted(available_timezones() - {"localtime", "Factory"})
    return {_bare(name): name for name in names if "/" in name or not _SHORTHAND.fullmatch(name)}


def _bare(text: str) -> str:
    return text.casefold().replace(" ", "_")
