"""A window: the stretch of a text where most of what was searched for stands."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from bot.domain.clipping import densest, edge_after, edge_before
from bot.domain.listing import Span

_SIZE = 240
_LEAD = 60
"""Characters before the first match; of the window's size both are parts."""


def window(text: str, spans: Sequence[Span]) -> str:
    """One line of the text, each match between asterisks, "…" where it goes on."""
    flat = re.sub(r"\s", " ", text)
    start, end = (0, len(flat)) if len(flat) <= _SIZE else _bounds(flat, spans)
    shown = " ".join("".join(_marked(flat, start, end, spans)).split())
    before, after = ("…" if part.strip() else "" for part in (flat[:start], flat[end:]))
    return f"{before}{shown}{after}"


def _bounds(text: str, spans: Sequence[Span]) -> Span:
    best = densest((first for first, _ in spans), _SIZE - _LEAD)
    start = max(min(best - _LEAD, len(text) - _SIZE), 0)
    begin = edge_after(text, start, best)
    start = _whole(text, start) if begin is None else begin
    last = min(start + _SIZE, len(text))
    end = edge_before(text, start, last)
    return start, _whole(text, last) if end is None else end


def _whole(text: str, place: int) -> int:
    """Not before a mark that belongs to the letter in front of it."""
    while place < len(text) and unicodedata.category(text[place]).startswith("M"):
        place += 1
    return place


def _marked(text: str, start: int, end: int, spans: Sequence[Span]) -> Iterator[str]:
    place = start
    inside = sorted((max(first, start), min(last, end)) for first, last in spans)
    for first, last in inside:
        if place <= first < last and text[first:last].strip():
            yield f"{text[place:first]}*{text[first:last]}*"
            place = last
    yield text[place:end]
