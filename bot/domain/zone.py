"""A time zone, as people name it: by a city, by its own name, or by an offset."""

import re
from datetime import UTC, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from bot.domain.folding import fold
from bot.domain.zone_city import BY_LOCALE, cities

_UTC = "UTC"
_ZERO = ("utc", "gmt", "z")
_OFFSET = re.compile(r"(?:utc|gmt)?\s*([+\-−–])\s*([0-9]{1,2})(?::?([0-5][0-9]))?", re.IGNORECASE)
_CANONICAL = re.compile(r"UTC([+-])([0-9]{2}):([0-9]{2})")
_LEAST, _MOST = timedelta(hours=-12), timedelta(hours=14)
_LONGEST = 100
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


def zone_info(name: str) -> tzinfo:
    """The zone of a name that `parse_zone` gave."""
    if name == _UTC:
        return UTC
    if offset := _CANONICAL.fullmatch(name):
        sign, hours, minutes = offset.groups()
        away = timedelta(hours=int(hours), minutes=int(minutes))
        return timezone(away if sign == "+" else -away, name)
    return ZoneInfo(name)


def proposed_zone(locale: str) -> str:
    """Where most people live who have set Discord to a language such as "pt-BR"."""
    return BY_LOCALE.get(locale, _UTC)


def suggest_zones(typed: str, limit: int) -> list[str]:
    """The zones that somebody who is still typing may mean, the likeliest first."""
    wanted, exact = fold(typed[:_LONGEST]), parse_zone(typed)
    found = [exact] if exact else []
    if not wanted:
        return list(dict.fromkeys([*found, *BY_LOCALE.values()]))[:limit]
    found += [zone for city, zone in cities().items() if city.startswith(wanted)]
    found += [zone for city, zone in cities().items() if f" {wanted}" in city]
    found += [name for bare, name in _zones().items() if wanted in fold(bare)]
    return list(dict.fromkeys(found))[:limit]


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
