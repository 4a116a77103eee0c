"""A suggestion is a country offered while a person is still typing its name."""

from collections.abc import Iterable
from functools import cached_property

from bot.domain.country import code_of_flag
from bot.domain.folding import fold
from bot.domain.lexicon import Lexicon

# So few letters begin a name of almost every country in some language.
_FEW_LETTERS = 2
_FIRST_KINDS = ("name", "demonym", "capital")
_LONGEST_TEXT = 100


class Suggester:
    """Chooses among countries those with a name that begins, or has a word that begins, so."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the spellings to look in."""
        self._lexicon = lexicon

    def suggest(self, typed: str, codes: Iterable[str], language: str) -> list[str]:
        """Those of ``codes`` that fit, order kept; all of them for an empty text.

        One or two letters are looked for in English and in the person's ``language`` (a Discord
        locale), and only where that finds nothing in all languages.
        """
        given = list(codes)
        wanted = fold(code_of_flag(typed.strip()) or typed[:_LONGEST_TEXT])
        if not wanted:
            return given
        if len(wanted) <= _FEW_LETTERS and (own := self._own(wanted, given, language)):
            return own
        return [code for code in given if self._begins(code, wanted, self._everywhere)]

    def _own(self, wanted: str, codes: Iterable[str], language: str) -> list[str]:
        names = self._lexicon.names
        return [
            code
            for code in codes
            if self._begins(code, wanted, self._in_english)
            or f" {wanted}" in f" {fold(names.get((code, language), ''))}"
        ]

    @staticmethod
    def _begins(code: str, wanted: str, words: dict[str, str]) -> bool:
        return f" {wanted}" in words.get(code, f" {fold(code)}")

    @cached_property
    def _in_english(self) -> dict[str, str]:
        english = self._lexicon.english
        return _words((a.code, fold(a.text)) for a in english if a.kind in _FIRST_KINDS)

    @cached_property
    def _everywhere(self) -> dict[str, str]:
        indexes = (self._lexicon.english_index, self._lexicon.foreign_index)
        return _words(
            (code, spelling)
            for index in indexes
            for spelling, codes in index.items()
            for code in codes
        )


def _words(spellings_of: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Per code one text in which a space stands before every word, and | after every spelling."""
    spellings: dict[str, dict[str, None]] = {}
    for code, spelling in spellings_of:
        spellings.setdefault(code, {fold(code): None})[spelling] = None
    return {
        code: "".join(f" {spelling}|" for spelling in known) for code, known in spellings.items()
    }
