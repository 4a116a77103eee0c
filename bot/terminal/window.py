"""A window: the stretch of a text where most of what was searched for stands."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from bot.domain.listing import Span

_SIZE = 240
_LEAD = 60
"""Characters before the first match; of the window's size both are parts."""

_TAIL = 16
"""A word longer than that is cut at an end of the window, others are left out."""


def window(text: str, spans: Sequence[Span]) -> str:
    """One line of the text, each match between asterisks, "…" where it goes on."""
    flat = re.sub(r"\s", " ", text)
    start, end = (0, len(flat)) if len(flat) <= _SIZE else _bounds(flat, spans)
    shown = " ".join("".join(_marked(flat, start, end, spans)).split())
    before, after = ("…" if part.strip() else "" for part in (flat[:start], flat[end:]))
    return f"{before}{shown}{after}"


def _bounds(text: str, spans: Sequence[Span]) -> Span:
    firsts = sorted(first for first, _ in spans) or [0]
    reach = _SIZE - _LEAD
    best = max(firsts, key=lambda first: sum(first <= each < first + reach for each in firsts))
    start = max(min(best - _LEAD, len(text) - _SIZE), 0)
    space = text.find(" ", start, min(best, start + _TAIL)) if start else -1
    start = space + 1 or _whole(text, start)
    end = min(start + _SIZE, len(text))
    space = text.rfind(" ", end - _TAIL, end) if end < len(text) else -1
    return start, space if space > 0 else _whole(text, end)


def _whole(text: str, place: int) -> int:
    """Not before a mark that belongs to the letter in front of it."""
    while place < len(text) and unicodedata.category(text[place]).startswith("M"):
        place += 1
    return place


def _marked(text: str, start: int, end: int, spans: Sequence[Span]) -> Iterator[str]:
    place = start
    inside = sorted((max(first, start), min(last, end)) for first, last in spans)
    for first, last in inside:
        if place <= first < last:
            yield f"{text[place:first]}*{text[first:last]}*"
            place = last
    yield text[place:end]
