"""Wrapped text: paragraphs broken into lines that fit a terminal."""

import textwrap
from collections.abc import Iterable, Iterator

WIDTH = 88


def wrapped(texts: Iterable[str], indent: str) -> Iterator[str]:
    """Each text in lines that begin with `indent`, or with as many spaces; "" as an empty line."""
    for text in texts:
        after = " " * len(indent)
        yield from textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=after) or [
            ""
        ]
