"""The edge of a word: where a text may be cut without cutting a word, or a character, in two."""

from bot.domain import clipping
from bot.presentation.grapheme import boundary


def edge_after(text: str, start: int, most: int) -> int:
    """The first edge from `start` on, before `most`; else `start` itself, or near it."""
    edge = clipping.edge_after(text, start, most)
    return boundary(text, 0, start) if edge is None else edge


def edge_before(text: str, least: int, end: int) -> int:
    """The last edge up to `end`, after `least`; else `end` itself, or near it."""
    edge = clipping.edge_before(text, least, end)
    return boundary(text, least, end) if edge is None else edge
