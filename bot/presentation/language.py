"""Dates and names of countries in the language of the reader."""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import discord
from babel import Locale
from babel.dates import format_date, format_skeleton

from bot.domain.country import flag
from bot.domain.gazetteer import Gazetteer
from bot.domain.when import Precision, When

_ENGLISH = "en_US"
_BABEL = {locale.value: locale.value.replace("-", "_") for locale in discord.Locale} | {
    "no": "nb_NO",
    "zh-CN": "zh_Hans_CN",
    "zh-TW": "zh_Hant_TW",
}
_WITH_ARTICLE = re.compile(
    "AE|BS|CF|CK|DO|EU|FK|FO|GB|GM|KM|KY|MH|MP|MV|NL|PH|SB|SC|TC|U[NS]|V[AGI]"
)
_FLAGS = 3  # more of them say nothing
_PLAIN_YEAR = 1000  # an earlier one alone is taken for a number: "1 AD"
_NAMED = 3  # countries beside one item


@cache
def _babel(locale: str) -> Locale:
    """Loaded when first used and kept: one takes milliseconds and a megabyte."""
    return Locale.parse(_BABEL.get(locale, _ENGLISH))


def listed_first(names: list[str], most: int) -> str:
    """So many of them, and how many more there are; where that is one, its name instead."""
    more = len(names) - most
    return listed([*names[:most], f"{more} more"] if more > 1 else names)


def listed(names: list[str]) -> str:
    """Several names in one English phrase: "A, B and C"."""
    most, last = names[:-1], names[-1:]
    return " and ".join([", ".join(most), *last] if most else last)


@dataclass(frozen=True)
class Language:
    """How one reader reads; `locale` is as Discord gives it, such as "en-US" or "de"."""

    locale: str
    gazetteer: Gazetteer

    def country(self, code: str) -> str:
        """The name of a country, by its two-letter code."""
        return self.gazetteer.name(code, self.locale)

    def named(self, code: str) -> str:
        """Its name inside an English sentence: "the United States"."""
        article = "the " if _WITH_ARTICLE.fullmatch(code) and self.locale.startswith("en") else ""
        return article + self.country(code)

    def countries(self, codes: Iterable[str]) -> str:
        """Names in one phrase: "Russia, China and India"."""
        return listed([self.country(code) for code in codes])

    def some_countries(self, codes: Iterable[str]) -> str:
        """The first of many: "Russia, China, India and 27 more"."""
        return listed_first([self.country(code) for code in codes], _NAMED)

    def flags(self, codes: Iterable[str]) -> str:
        """The flags of the first countries, to stand beside their names, never for them."""
        return "".join(flag(code) for code in list(codes)[:_FLAGS])

    def date(self, day: datetime.date) -> str:
        """A day in words, the same wherever the reader is: "January 28, 2022"."""
        return format_date(day, "long", _babel(self.locale))

    def when(self, when: When) -> str:
        """A date with the precision it has: "January 2022", "January 21 – 24, 2022"."""
        match when.precision:
            case Precision.YEAR:
                fields = "y" if when.start.year >= _PLAIN_YEAR else "Gy"
                return format_skeleton(fields, when.start, locale=_babel(self.locale))
            case Precision.MONTH:
                return format_skeleton("yMMMM", when.start, locale=_babel(self.locale))
            case Precision.INTERVAL if when.start != when.end:
                return self._interval(when.start, when.end)
            case _:
                return self.date(when.start)

    def _interval(self, start: datetime.date, end: datetime.date) -> str:
        """By CLDR's pattern for two days, which has the short month where we want the long."""
        locale = _babel(self.locale)
        field = "y" if start.year != end.year else "M" if start.month != end.month else "d"
        patterns: list[str] = locale.interval_formats["yMMMd"][field]
        days = (
            format_date(day, pattern.replace("MMM", "MMMM"), locale)
            for day, pattern in zip((start, end), patterns, strict=True)
        )
        return "".join(days).replace("\u2009", " ")

    def moment(self, moment: datetime.datetime) -> str:
        """A point in time, which Discord shows on the reader's own clock."""
        return discord.utils.format_dt(moment, "f")
