"""Parts of a long text: as much as one window can hold, divided where a paragraph ends."""

from bot.domain.listing import Span

LONGEST = 2_000
"""Characters of one part: it is shown whole, and typed over whole."""


def parts(text: str) -> list[Span]:
    """The parts one after the other, without a gap; at least one."""
    found = list[Span]()
    start = 0
    while len(text) - start > LONGEST:
        end = _end(text, start)
        found.append((start, end))
        start = end
    return [*found, (start, len(text))]


def with_part(text: str, nth: int, typed: str) -> str:
    """The text with one part typed over; the white space at its ends stays."""
    start, end = parts(text)[nth]
    old = text[start:end]
    before = old[: len(old) - len(old.lstrip())]
    after = old[len(old.rstrip()) :] if old.strip() else ""
    return f"{text[:start]}{before}{typed.strip()}{after}{text[end:]}"


def _end(text: str, start: int) -> int:
    """Behind the last paragraph that fits, else the last line, else the last word.

    A part is a third full before it ends with a paragraph or a line.
    """
    latest = start + LONGEST
    for mark, least in (("\n\n", LONGEST // 3), ("\n", LONGEST // 3), (" ", 1)):
        place = text.rfind(mark, start + least, latest)
        if place >= 0:
            return place + len(mark)
    return latest
