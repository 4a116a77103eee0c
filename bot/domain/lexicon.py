"""The lexicon is every spelling of every country, read from the tables of ``data/gazetteer``."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

from bot.domain.alias import KINDS, Alias, Kind, read_aliases, read_rows
from bot.domain.folding import fold

ENGLISH = "en-US"

# Folded spelling to the codes it stands for: one, unless it is ambiguous.
Index = dict[str, tuple[str, ...]]

_FOREIGN: tuple[tuple[str, Kind], ...] = (("foreign.tsv", "name"), ("cities.tsv", "city"))


class Lexicon:
    """English at once, the other languages when first asked for."""

    def __init__(self, folder: Path) -> None:
        """Read the English part of the tables in ``folder``; OSError where one is missing."""
        self._folder = folder
        self._text = (folder / "names.tsv").read_text(encoding="utf-8")
        self.english = (*self._in_english(), *read_aliases(folder / "aliases.tsv"))
        self.codes = frozenset(alias.code for alias in self.english)

    @cached_property
    def names(self) -> dict[tuple[str, str], str]:
        """The name for display by code and language."""
        rows = (line.split("\t") for line in self._text.splitlines())
        return {(code, language): name for code, language, name in rows}

    @cached_property
    def foreign(self) -> tuple[Alias, ...]:
        """Names, short forms, demonyms and capitals in the other languages."""
        names = [Alias(code, "name", name) for (code, _), name in self.names.items()]
        for table, kind in _FOREIGN:
            rows = read_rows(self._folder / table)
            names += [Alias(code, kind, text) for code, _, text in rows]
        return tuple(names)

    @cached_property
    def english_index(self) -> Index:
        """Folded English spellings, names before the other kinds."""
        return _index(sorted(self.english, key=lambda alias: KINDS.index(alias.kind)))

    @cached_property
    def foreign_index(self) -> Index:
        """Folded spellings of the other languages."""
        return _index(self.foreign)

    @cached_property
    def three_letters(self) -> dict[str, str]:
        """ISO 3166 alpha-3 to alpha-2, such as "RUS" to "RU"."""
        return {three: two for two, three in read_rows(self._folder / "codes.tsv")}

    def exceptions(self, kind: str) -> frozenset[str]:
        """Words of one kind that running text may use for something else than a country."""
        rows = read_rows(self._folder / "exceptions.tsv")
        return frozenset(text for row_kind, text in rows if row_kind == kind)

    def _in_english(self) -> Iterator[Alias]:
        between = f"\t{ENGLISH}\t"
        for line in self._text.splitlines():
            code, found, name = line.partition(between)
            if found:
                yield Alias(code, "name", name)


def _index(aliases: Iterable[Alias]) -> Index:
    distinct = dict.fromkeys((alias.text, alias.code) for alias in aliases)
    codes: dict[str, dict[str, None]] = {}
    for text, code in distinct:
        codes.setdefault(fold(text), {})[code] = None
    return {spelling: tuple(found) for spelling, found in codes.items()}
