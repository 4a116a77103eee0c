"""The edge of a word: where a text may be cut without cutting a word in two."""

from bot.presentation.grapheme import boundary

_TAIL = 16  # characters; a longer word is cut inside rather than left out


def edge_after(text: str, start: int, most: int) -> int:
    """The first edge from `start` on, before `most`; else `start` itself, or near it."""
    if start == 0 or text[start - 1].isspace():
        return start
    for place in range(start, min(most, start + _TAIL)):
        if text[place].isspace():
            return place + 1
    return boundary(text, 0, start)


def edge_before(text: str, least: int, end: int) -> int:
    """The last edge up to `end`, after `least`; else `end` itself, or near it."""
    if end == len(text) or text[end].isspace():
        return end
    for place in range(end - 1, max(least, end - _TAIL), -1):
        if text[place].isspace():
            return place
    return boundary(text, least, end)
