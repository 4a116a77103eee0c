"""Emphasis: stretches of somebody's text in bold, and all of the text inert."""

import re
from collections.abc import Iterable, Iterator

from bot.domain.listing import Span
from bot.presentation.line import visible
from bot.presentation.markdown import plain

# A mark inside an address, or right behind one, would become a part of it.
_ADDRESS = re.compile(r"https?://\S*", re.IGNORECASE)
_LINE = re.compile(r"\S(?:[^\n]*\S)?")


def emphasised(text: str, spans: Iterable[Span]) -> str:
    """The text with these stretches in bold, line by line, except for the addresses in them."""
    shown: list[str] = []
    place = 0
    for start, end in _apart(text, spans):
        shown += [plain(text[place:start]), _bold(text[start:end])]
        place = end
    return "".join([*shown, plain(text[place:])])


def _apart(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """In order, those that touch in one, without addresses."""
    addresses = [match.span() for match in _ADDRESS.finditer(text)]
    for start, end in _joined(text, spans):
        begin = start
        for first, last in addresses:
            if first < end and last > begin:
                if begin < first:
                    yield begin, first
                begin = max(begin, last)
        if begin < end:
            yield begin, end


def _joined(text: str, spans: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, end in sorted((max(start, 0), min(end, len(text))) for start, end in spans):
        if joined and (start <= joined[-1][1] or text[joined[-1][1] : start].isspace()):
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        elif start < end:
            joined.append((start, end))
    return joined


def _bold(text: str) -> str:
    """Bold ends with its line, and a mark beside white space, or beside nothing, is none."""
    return _LINE.sub(
        lambda found: f"**{found[0]}**" if visible(found[0]) else found[0], plain(text)
    )
