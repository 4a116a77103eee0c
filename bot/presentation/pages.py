"""Long text in pages: split at paragraphs, then sentences, then lines, then words."""

import re

from bot.domain.sentence import SENTENCE_END
from bot.presentation.grapheme import boundary
from bot.presentation.line import visible
from bot.presentation.room import Room

_GAP = re.compile(r"\s{2,}|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_KINDS = (re.compile(r"\n\n"), SENTENCE_END, re.compile(r"\n"), re.compile(r"\s"))
_WORDS = _KINDS[-1]


def split(text: str, room: Room, first: Room | None = None) -> list[str]:
    """The pages of a text, each of which fits its room once inert; none if nothing is visible.

    Nothing but white space is lost. Only a word longer than a page is cut inside.
    """
    text = _GAP.sub(_gap, text).strip() if visible(text) else ""
    pages: list[str] = []
    start, here = 0, first or room
    while start < len(text):
        reached = max(here.reach(text, start), start + 1)
        end = _cut(text, start, reached)
        pages.append(text[start:end].strip())
        start, here = end, room
    return [page for page in pages if page]


def _gap(match: re.Match[str]) -> str:
    breaks = len(f"{match[0]}.".splitlines()) - 1
    return "\n" * min(breaks, 2) or " "


def _cut(text: str, start: int, reached: int) -> int:
    """Where the page from `start` ends: a third of a page at least before a smaller kind of cut."""
    if reached == len(text):
        return reached
    least = start + max((reached - start) // 3, 1)
    for kind in _KINDS:
        place = _last(kind, text, start + 1 if kind is _WORDS else least, reached)
        if place is not None:
            return place
    return boundary(text, start, reached)


def _last(kind: re.Pattern[str], text: str, least: int, reached: int) -> int | None:
    place: int | None = None
    for match in kind.finditer(text, least, min(reached + 2, len(text))):
        if match.start() <= reached:
            place = match.end()
    return place
