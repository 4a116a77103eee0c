"""A clipping: where the part of a text begins and ends that shows most of what was searched for."""

from bisect import bisect_left
from collections.abc import Iterable

_TAIL = 16
"""Characters; a longer word is cut inside rather than left out."""


def densest(places: Iterable[int], reach: int) -> int:
    """The first of the places from which on the most of them lie within `reach` characters.

    0 if there are none.
    """
    ordered = sorted(places) or [0]
    return max(
        ordered, key=lambda place: bisect_left(ordered, place + reach) - bisect_left(ordered, place)
    )


def edge_after(text: str, start: int, most: int) -> int | None:
    """The first beginning of a word from `start` on, up to `most`; None if that is not near."""
    if start == 0 or text[start - 1].isspace():
        return start
    near = range(start, min(most, start + _TAIL, len(text)))
    return next((place + 1 for place in near if text[place].isspace()), None)


def edge_before(text: str, least: int, end: int) -> int | None:
    """The last end of a word up to `end`, after `least`; None if that is not near."""
    if end >= len(text) or text[end].isspace():
        return end
    near = range(end - 1, max(least, end - _TAIL), -1)
    return next((place for place in near if text[place].isspace()), None)
