"""An excerpt: the stretch of a text where most of what was searched for stands."""

import re
from collections.abc import Sequence

from bot.domain.clipping import densest
from bot.domain.listing import Span
from bot.presentation.emphasis import emphasised
from bot.presentation.line import words
from bot.presentation.room import Room
from bot.presentation.word_edge import edge_after, edge_before

_ELLIPSIS = "…"
_LEAD = 3  # a third of the room stands before the first match


def excerpt(text: str, spans: Sequence[Span], room: Room) -> str:
    """One line of the text, the matches in bold, with "…" at an end that is not the text's own."""
    text = re.sub(r"\s", " ", text)  # no character more or less: the places stay
    if room.holds(text):
        return _shown(text, spans, 0, len(text))
    # Each stretch is made inert by itself: a number at its beginning gets a backslash there.
    stretches = min(2 * len(spans), room.units // 2)
    room = Room(room.units - 2 - stretches, room.octets - 6 - stretches)
    start = _start(text, spans, room)
    return _shown(text, spans, start, edge_before(text, start, room.reach(text, start)))


def _start(text: str, spans: Sequence[Span], room: Room) -> int:
    """Where the stretch with the most matches begins, with some words before the first."""
    size = room.reach(text)
    lead = size // _LEAD
    best = densest((first for first, _ in spans if first < len(text)), size - lead)
    return edge_after(text, max(best - lead, 0), best)


def _shown(text: str, spans: Sequence[Span], start: int, end: int) -> str:
    inside = [
        (max(a, start) - start, min(b, end) - start) for a, b in spans if a < end and b > start
    ]
    shown = words(emphasised(text[start:end], inside))
    before = _ELLIPSIS if text[:start].strip() else ""
    return f"{before}{shown}{_ELLIPSIS if text[end:].strip() else ''}"
