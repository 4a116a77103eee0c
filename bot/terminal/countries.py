"""Countries by their names, in one line."""

from collections.abc import Iterable

from bot.domain.gazetteer import Gazetteer
from bot.domain.record import CountryCode


def countries(codes: Iterable[CountryCode], gazetteer: Gazetteer) -> str:
    """English names with commas between; says so if there are none."""
    return ", ".join(gazetteer.name(code) for code in codes) or "nothing yet"
