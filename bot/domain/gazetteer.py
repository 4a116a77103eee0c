"""The gazetteer knows the countries by every name that people use for them."""

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from bot.domain.country import flag
from bot.domain.folding import fold
from bot.domain.lexicon import ENGLISH, Lexicon
from bot.domain.mention import CountryMention, Scanner
from bot.domain.resolution import DidYouMean, Found, Resolution, Resolver, Unknown
from bot.domain.suggestion import Suggester
from bot.domain.surname import PersonalNames

__all__ = [
    "CountryMention",
    "DidYouMean",
    "Found",
    "Gazetteer",
    "Resolution",
    "Unknown",
    "flag",
]

# What stands for a language without its region, where that is not the locale's first part.
_LANGUAGES = {"en": ENGLISH, "es": "es-ES", "pt": "pt-BR", "sv": "sv-SE", "zh": "zh-CN"}


class Gazetteer:
    """Countries by name: in running text, as typed by a person, and for display."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the spellings; what is built from them is built when first needed."""
        self._lexicon = lexicon
        self._resolver = Resolver(lexicon)
        self._suggester = Suggester(lexicon)

    @classmethod
    def load(cls, folder: Path) -> "Gazetteer":
        """Read the tables of a folder such as ``data/gazetteer``; OSError where one is missing."""
        return cls(Lexicon(folder))

    @property
    def codes(self) -> frozenset[str]:
        """Every known code: ISO 3166 alpha-2, EU, UN, and XK for Kosovo."""
        return self._lexicon.codes

    def name(self, code: str, language: str = "en") -> str:
        """A country's name in a Discord locale; else in English; else the code itself."""
        names = self._lexicon.names
        for locale in (language, self._locale(language), ENGLISH):
            if name := names.get((code, locale)):
                return name
        return code

    def mentions(self, text: str) -> list[CountryMention]:
        """Where running English text names countries; in order, none overlapping another."""
        return self._scanner.mentions(text)

    def codes_in(self, text: str) -> tuple[str, ...]:
        """The countries that running English text names, each once."""
        return tuple(dict.fromkeys(each.code for each in self.mentions(text)))

    def code(self, text: str) -> str | None:
        """The country that a whole text names in English; case, accents and stops don't count."""
        codes = self._lexicon.english_index.get(fold(text), ())
        return codes[0] if len(codes) == 1 else None

    def resolve(self, text: str) -> Resolution:
        """What a person means who typed ``text`` for a country, in any language."""
        return self._resolver.resolve(text)

    def suggest(self, typed: str, codes: Iterable[str], language: str) -> list[str]:
        """Those of ``codes`` to offer while ``typed`` is being typed; their order is kept."""
        return self._suggester.suggest(typed, codes, language)

    @staticmethod
    def _locale(language: str) -> str:
        first = language.partition("-")[0]
        return _LANGUAGES.get(first, first)

    @cached_property
    def _scanner(self) -> Scanner:
        lexicon = self._lexicon
        persons = PersonalNames(lexicon.exceptions("person"), lexicon.exceptions("given"))
        return Scanner(lexicon.english, lexicon.exceptions("phrase"), persons)
