"""Countries that somebody typed: one, or several with commas between them."""

import re

from bot.domain.gazetteer import Gazetteer
from bot.domain.record import CountryCode
from bot.domain.resolution import DidYouMean, Found
from bot.errors import Refused

BETWEEN_COUNTRIES = re.compile(r"[,;/،、，；]")
"""What stands between the names of several countries."""

_AND = re.compile(r"\band\b")
_NEAREST = 3


def country_typed(gazetteer: Gazetteer, typed: str) -> CountryCode:
    """The country that is meant; raises Refused if it is none."""
    match gazetteer.resolve(typed):
        case Found(code):
            return code
        case DidYouMean(codes):
            near = " or ".join(gazetteer.name(code) for code in codes[:_NEAREST])
            raise Refused(f"“{typed}” is no country that Sitrep knows; do you mean {near}?")
        case _:
            raise Refused(
                f"“{typed}” is no country that Sitrep knows; give one by its name in any"
                " language, or by its ISO code."
            )


def countries_typed(gazetteer: Gazetteer, typed: str) -> tuple[CountryCode, ...]:
    """Those that are named, each once; none if nothing is. Raises Refused if one is none."""
    names = (
        name for part in BETWEEN_COUNTRIES.split(typed) for name in _apart(gazetteer, part.strip())
    )
    return tuple(dict.fromkeys(country_typed(gazetteer, name) for name in names if name))


def _apart(gazetteer: Gazetteer, name: str) -> list[str]:
    """The names in “India and Japan”; Bosnia and Herzegovina is one."""
    if isinstance(gazetteer.resolve(name), Found):
        return [name]
    return [each.strip() for each in _AND.split(name)]
