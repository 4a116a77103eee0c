"""A mention is a place in running English text where a country is named."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.domain.alias import Alias, Kind
from bot.domain.surname import PersonalNames

_WORD = re.compile(r"(?<!\w)\w+")
# Shorter aliases in capitals are abbreviations or common words ("US", "MALI" is long enough).
_SHORTEST_IN_CAPITALS = 4


@dataclass(frozen=True, slots=True)
class CountryMention:
    """Where a country is named: ``text[start:end]``, counted in code points."""

    start: int
    end: int
    code: str
    kind: Kind


class Scanner:
    """Finds aliases in text: case-sensitive, whole words, the longest where several fit."""

    def __init__(
        self, aliases: Iterable[Alias], phrases: Iterable[str], persons: PersonalNames
    ) -> None:
        """Take what counts, phrases of running text that do not count, and people's names."""
        self._aliases: dict[str, Alias | None] = {}
        for alias in aliases:
            self._add(alias)
        for phrase in phrases:
            self._aliases |= dict.fromkeys(_spellings(phrase))
        self._lengths = _lengths_by_first_word(self._aliases)
        self._persons = persons

    def mentions(self, text: str) -> list[CountryMention]:
        """Every mention in order; none overlaps another."""
        return list(self._scan(text))

    def _add(self, alias: Alias) -> None:
        for spelling in _spellings(alias.text):
            known = self._aliases.setdefault(spelling, alias)
            if known is not None and known.code != alias.code:
                self._aliases[spelling] = None  # "Korean" alone names neither of two countries

    def _scan(self, text: str) -> Iterator[CountryMention]:
        passed, people = 0, set[str]()
        for word in _WORD.finditer(text):
            start = word.start()
            if start < passed or not (found := self._longest(text, start, word[0])):
                continue
            passed = start + len(found)
            alias = self._aliases[found]
            if alias is None or found in people:
                continue
            if not self._persons.is_person(text, start, found):
                yield CountryMention(start, passed, alias.code, alias.kind)
            elif alias.kind == "name":  # after "Kazuo Togo" a "Togo" is the man again
                people.add(found)

    def _longest(self, text: str, start: int, first_word: str) -> str | None:
        for length in self._lengths.get(first_word, ()):
            end = start + length
            if text[start:end] in self._aliases and not _is_word(text[end : end + 1]):
                return text[start:end]
        return None


def _spellings(text: str) -> set[str]:
    capitals = {text, text.upper()} if len(text) >= _SHORTEST_IN_CAPITALS else {text}
    return (
        capitals
        | {spelling.replace("’", "'") for spelling in capitals}
        | {spelling.replace("'", "’") for spelling in capitals}
    )


def _lengths_by_first_word(spellings: Iterable[str]) -> dict[str, tuple[int, ...]]:
    lengths: dict[str, set[int]] = {}
    for spelling in spellings:
        if first := _WORD.match(spelling):
            lengths.setdefault(first[0], set()).add(len(spelling))
    return {word: tuple(sorted(found, reverse=True)) for word, found in lengths.items()}


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"
