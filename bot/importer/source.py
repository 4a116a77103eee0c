"""A source: the plain text of a document, with what its markup said about each line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

PLAIN = 0
BOLD = 7
"""Rank of a line that is bold from end to end; 1 to 6 are the ranks of headings."""


CAPTION = 8
"""Rank of what describes a picture, which is no heading however it looks."""


class Line(NamedTuple):
    """One line of the text, without its line break."""

    start: int
    end: int
    text: str
    rank: int

    @property
    def bare(self) -> str:
        return self.text.strip()

    @property
    def span(self) -> tuple[int, int]:
        """Start and end without the white space around it."""
        left = len(self.text) - len(self.text.lstrip())
        return self.start + left, self.start + left + len(self.bare)


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a document; `ranks` tells for each line whether the markup made it a heading."""

    text: str
    ranks: tuple[int, ...]
    metadata: Mapping[str, str] = field(default_factory=dict[str, str])
    notes: tuple[str, ...] = ()
    head: int = 0
    """Lines of front matter at the start."""

    def lines(self) -> Iterator[Line]:
        at = 0
        for text, rank in zip(self.text.split("\n"), self.ranks, strict=True):
            yield Line(at, at + len(text), text, rank)
            at += len(text) + 1


def source_of(lines: list[tuple[str, int]]) -> Source:
    """Joins (text, rank) pairs; a text with line breaks gives each of its lines the rank."""
    pieces = [(piece, rank) for text, rank in lines for piece in text.split("\n")]
    return Source("\n".join(text for text, _ in pieces), tuple(rank for _, rank in pieces))
