"""An alias is one spelling of a country, with what kind of name it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

Kind = Literal["name", "demonym", "capital", "city", "metonym"]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Alias:
    """A spelling as it stands in print, such as ("RU", "demonym", "Russians")."""

    code: str
    kind: Kind
    text: str


def read_rows(path: Path) -> Iterator[list[str]]:
    """Read the rows of a table of tab-separated values."""
    for line in path.read_text(encoding="utf-8").splitlines():
        yield line.split("\t")


def read_aliases(path: Path) -> list[Alias]:
    """Read a table of code, kind, text."""
    return [Alias(code, cast(Kind, kind), text) for code, kind, text in read_rows(path)]
