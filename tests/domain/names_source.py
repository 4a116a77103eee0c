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


def main() -> None:
    """Write both tables."""
    (FOLDER / "names.tsv").write_text(names_table(), encoding="utf-8")
    (FOLDER / "codes.tsv").write_text(codes_table(), encoding="utf-8")


if __name__ == "__main__":
    main()
