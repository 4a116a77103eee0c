"""The country names in every language Discord offers, as Babel's CLDR data has them.

``python -m tests.domain.names_source`` writes them to ``data/gazetteer``.
"""

from pathlib import Path

from babel import Locale
from babel.core import get_global
from discord import Locale as DiscordLocale

FOLDER = Path(__file__).parents[2] / "data" / "gazetteer"

# CLDR has names for these two-letter codes too, but they are not countries of ISO 3166.
NOT_COUNTRIES = frozenset(["AC", "CP", "CQ", "DG", "EA", "EZ", "IC", "QO", "TA", "XA", "XB", "ZZ"])
# Withdrawn three-letter codes, which CLDR still maps to the country of today.
WITHDRAWN = frozenset(
    ["ASC", "BUR", "CPT", "DDR", "DGA", "FXX", "QUU", "ROM", "TAA", "TMP", "YMD", "ZAR", "ZZZ"]
)


def languages() -> list[str]:
    """Discord's locale names, such as "en-US" and "zh-TW"."""
    return sorted(str(locale.value) for locale in DiscordLocale)


def names(language: str) -> dict[str, str]:
    """Code to name in one language; a name the language lacks is left out."""
    territories = Locale.parse(language, sep="-").territories
    return {
        code: name
        for code, name in territories.items()
        if len(code) == 2 and code.isalpha() and code not in NOT_COUNTRIES
    }


def names_table() -> str:
    """The text of ``names.tsv``: code, language, name."""
    rows = [
        f"{code}\t{language}\t{name}\n"
        for language in languages()
        for code, name in names(language).items()
    ]
    return "".join(sorted(rows))


def codes_table() -> str:
    """The text of ``codes.tsv``: the two-letter and the three-letter code of each country."""
    rows = [
        f"{targets[0]}\t{code}\n"
        for code, targets in get_global("territory_aliases").items()
        if len(code) == 3 and code.isalpha() and code not in WITHDRAWN and len(targets) == 1
        if targets[0] in names("en-US")
    ]
    return "".join(sorted(rows))


def cities_table() -> str:
    """The text of ``cities.tsv``: code, language, name of a city that English aliases know.

    CLDR translates the cities that time zones are named after, most capitals among them.
    """
    rows = [
        f"{code}\t{language}\t{city}\n"
        for language in languages()
        for code, zone, english in _known_cities()
        if (city := _city(language, zone)) and city != english
    ]
    return "".join(sorted(set(rows)))


def _known_cities() -> list[tuple[str, str, str]]:
    """Code, time zone and English name of the cities in ``aliases.tsv`` that name a zone."""
    text = (FOLDER / "aliases.tsv").read_text(encoding="utf-8")
    known = {tuple(row.split("\t")) for row in text.splitlines()}
    found: list[tuple[str, str, str]] = []
    for zone, code in sorted(get_global("zone_territories").items()):
        city = _city("en-US", zone) or zone.rpartition("/")[2].replace("_", " ")
        if {(code, "capital", city), (code, "city", city)} & known:
            found.append((code, zone, city))
    return found


def _city(language: str, zone: str) -> str | None:
    """What a zone's city is called; CLDR keeps some under an older name, such as Europe/Kiev."""
    zones = Locale.parse(language, sep="-").time_zones
    older = [old for old, new in get_global("zone_aliases").items() if new == zone]
    cities = (zones.get(name, {}).get("city") for name in (zone, *older))
    return next(filter(None, cities), None)


def main() -> None:
    """Write the three tables."""
    (FOLDER / "names.tsv").write_text(names_table(), encoding="utf-8")
    (FOLDER / "cities.tsv").write_text(cities_table(), encoding="utf-8")
    (FOLDER / "codes.tsv").write_text(codes_table(), encoding="utf-8")


if __name__ == "__main__":
    main()
