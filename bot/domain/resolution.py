"""A resolution is what came of the text that a person typed for a country."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from bot.domain.country import code_of_flag
from bot.domain.folding import fold, without_article
from bot.domain.lexicon import Index, Lexicon
from bot.domain.spelling import Spellings

LONGEST_TEXT = 100
MOST_CODES = 5
# Words in one country's name, when it stands inside a longer text ("south korean president").
_LONGEST_NAME = 4


@dataclass(frozen=True, slots=True)
class Found:
    """The text names this one country."""

    code: str


@dataclass(frozen=True, slots=True)
class DidYouMean:
    """The text is near these countries, or names all of them; nearest first, at most five."""

    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """The text is near no country."""


Resolution = Found | DidYouMean | Unknown


class Resolver:
    """Finds the country that a person means, in any language, typing errors forgiven."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the spellings to look in."""
        self._lexicon = lexicon

    def resolve(self, text: str) -> Resolution:
        """Codes first, then names in English, in the other languages, then what is near."""
        typed = text[:LONGEST_TEXT]
        folded = fold(typed).removeprefix("flag ")  # ":flag_jp:" is how Discord spells an emoji
        if code := self._code(typed.strip(), folded):
            return Found(code)
        if not folded:
            return Unknown()
        return self._exact(folded) or self._near(folded)

    def _code(self, typed: str, folded: str) -> str | None:
        """A two-letter code or flag; "in" and "no" are codes here, whatever else they mean."""
        letters = folded.upper() if typed.isascii() else ""  # "Mỹ" is no code
        code = code_of_flag(typed) or letters
        return code if code in self._lexicon.codes else None

    def _exact(self, folded: str) -> Resolution | None:
        lexicon = self._lexicon
        if codes := lexicon.english_index.get(folded):
            return _one_or_several(codes)
        foreign = lexicon.foreign_index.get(folded, ())
        if code := lexicon.three_letters.get(folded.upper()):
            return _one_or_several(
                dict.fromkeys((code, *foreign))
            )  # "Nga" is Vietnamese for Russia
        codes = foreign or self._articleless.get(without_article(folded))
        return _one_or_several(codes) if codes else None

    def _near(self, folded: str) -> Resolution:
        spellings = [*self._spellings.near(folded), *self._spellings.completing(folded)]
        found = [code for spelling in spellings for code in self._codes(spelling)]
        codes = tuple(dict.fromkeys(found or self._inside(folded.split()) or self._stem(folded)))
        return DidYouMean(codes[:MOST_CODES]) if codes else Unknown()

    def _stem(self, folded: str) -> list[str]:
        return [
            code
            for spelling in self._spellings.sharing_stem(folded)
            for code in self._codes(spelling)
        ]

    def _inside(self, words: list[str]) -> list[str]:
        """Countries named inside a longer text, the longest name at each place."""
        found: list[str] = []
        while words:
            name, codes = self._first(words)
            found += codes
            words = words[name:]
        return found

    def _first(self, words: list[str]) -> tuple[int, tuple[str, ...]]:
        """How many words the name at the beginning takes, and its codes; else one, and none."""
        for length in range(min(len(words), _LONGEST_NAME), 0, -1):
            if codes := self._codes(" ".join(words[:length])):
                return length, codes
        return 1, ()

    def _codes(self, spelling: str) -> tuple[str, ...]:
        lexicon = self._lexicon
        return lexicon.english_index.get(spelling) or lexicon.foreign_index.get(spelling, ())

    @cached_property
    def _spellings(self) -> Spellings:
        return Spellings({**self._lexicon.english_index, **self._lexicon.foreign_index})

    @cached_property
    def _articleless(self) -> Index:
        """Spellings by what is left without a leading article ("la Réunion", "Den …")."""
        everything = {**self._lexicon.foreign_index, **self._lexicon.english_index}
        return {without_article(spelling): codes for spelling, codes in everything.items()}


def _one_or_several(codes: Iterable[str]) -> Resolution:
    several = tuple(codes)
    return Found(several[0]) if len(several) == 1 else DidYouMean(several[:MOST_CODES])
