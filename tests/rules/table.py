"""The tables of a Markdown file, as the rules read them."""

import re
from collections.abc import Iterator

CODE = re.compile(r"`([^`]+)`")
# The first word that is an argument, not a part of a name: [x], <x>, --x, FILE, FILE….
ARGUMENT = re.compile(r"\s+(?:[\[<]|--?\w|[A-Z][A-Z_]+(?:…|\.\.\.)?(?=\s|$))")


def first_column(text: str, header: str) -> list[str]:
    """What stands in code marks in the first column of every table headed `header`."""
    return [code for row in rows(text, header) for code in CODE.findall(row)]


def rows(text: str, header: str) -> Iterator[str]:
    """The first cell of each row below a table's heading."""
    inside = False
    for line in text.splitlines():
        cell = line.strip().removeprefix("|").partition("|")[0].strip()
        if not line.lstrip().startswith("|"):
            inside = False
        elif inside:
            yield cell
        else:
            inside = cell.lower() == header.lower()


def command_name(usage: str) -> str:
    """`/latest [country]` -> `/latest`; `sitrep draft FILE…` -> `sitrep draft`."""
    return ARGUMENT.split(usage.strip(), maxsplit=1)[0]
