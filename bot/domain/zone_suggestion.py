"""Suggestions of time zones, for what somebody has typed so far."""

import re
from collections.abc import Iterator
from functools import cache

from bot.domain.folding import fold
from bot.domain.zone import parse_zone, proposed_zone
from bot.domain.zone_city import BY_LOCALE, cities

_LONGEST = 100
_OFFSET = re.compile(r"(?:utc|gmt)? ?([+\-−–]) ?([0-9]{0,2}:?[0-9]{0,2})", re.IGNORECASE)
_BROKEN = (
    *("-09:30", "-03:30", "+03:30", "+04:30", "+05:30", "+05:45"),
    *("+06:30", "+08:45", "+09:30", "+10:30", "+12:45"),
)
"""The offsets of no whole hours that people live by."""


def zones_like(typed: str, locale: str, most: int) -> list[str]:
    """Names that `parse_zone` takes, the likeliest first.

    Of nothing typed they are those where most people live, that of the person's language first.
    """
    text = " ".join(typed[:_LONGEST].split())
    if not text:
        found = [proposed_zone(locale), "UTC", *sorted(BY_LOCALE.values())]
    else:
        meant = parse_zone(text)
        found = [*([meant] if meant else ()), *_by_offset(text), *_by_city(text), *_by_name(text)]
    return list(dict.fromkeys(found))[:most]


def _by_offset(text: str) -> Iterator[str]:
    """UTC+05:30 for "+5", and for "+05:3"."""
    begun = _OFFSET.fullmatch(text)
    if begun is None:
        return
    sign, digits = "+" if begun[1] == "+" else "-", begun[2].replace(":", "")
    for offset in _offsets():
        written = offset[1:].replace(":", "")
        if offset[0] == sign and digits in (written[: len(digits)], written[1:][: len(digits)]):
            yield f"UTC{offset}"


@cache
def _offsets() -> list[str]:
    """Those that people live by, the least first."""
    whole = [f"-{hours:02}:00" for hours in range(1, 13)]
    whole += [f"+{hours:02}:00" for hours in range(1, 15)]
    return sorted([*whole, *_BROKEN])


def _by_city(text: str) -> Iterator[str]:
    """Cities that begin so, then those of which another word does."""
    begun = fold(text)
    if begun:
        yield from (zone for city, zone in cities().items() if city.startswith(begun))
        yield from (zone for city, zone in cities().items() if f" {begun}" in city)


def _by_name(text: str) -> list[str]:
    """Zones whose own names have it."""
    part = text.casefold().replace(" ", "_")
    return sorted({zone for zone in cities().values() if part in zone.casefold()})
