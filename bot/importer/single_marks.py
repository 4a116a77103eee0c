"""Single quotation marks: the British way, told from apostrophes."""

import re

OPEN = re.compile(r"(?<![\w’'])[‘'](?=[\w(\[“\"£$€¿¡…])(?!\d0s\b)(?!(?i:em|tis|twas|til|cause)\b)")
CLOSE = re.compile(r"[’'](?!\w)")
DOUBLE = re.compile(r"[\"“”«»„]|``|''")
STOPS = ".,!?…—–"
LONGEST = 3_000
"""Characters between a mark and its counterpart."""


def are_used(text: str) -> bool:
    """True if a text sets its quotations in single marks: it has them, and hardly any double ones.

    Where double marks are used, single ones stand inside quotations or are apostrophes.
    """
    found = spans(text, 0, len(text))
    inside = sum(len(DOUBLE.findall(text, start, end)) for start, end in found)
    return bool(found) and len(DOUBLE.findall(text)) - inside < len(found)


def spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The quotations of text[start:end], from mark to mark; what is nested stays inside."""
    found: list[tuple[int, int]] = []
    at = start
    while opened := OPEN.search(text, at, end):
        stop = _close(text, opened, end)
        if stop is None:
            at = opened.end()
            continue
        found.append((opened.start(), stop))
        at = stop
    return found


def _close(text: str, opened: re.Match[str], end: int) -> int | None:
    """Where the closing mark ends: the first that no apostrophe of a plural is likely to be."""
    straight = opened[0] == "'"
    end = min(end, opened.end() + LONGEST)
    following = OPEN.search(text, opened.end(), end)
    unsure: int | None = None
    for mark in CLOSE.finditer(text, opened.end() + 1, end):
        if straight and mark[0] != "'":
            continue
        if following and mark.start() > following.start():
            break
        before, after = text[mark.start() - 1], text[mark.end() : mark.end() + 2]
        if before in STOPS or (before != "s" and not before.isspace()):
            return mark.end()
        if (after[:1] and after[0] in ".,;:!?)") or not after.strip():
            return mark.end()
        unsure = unsure or mark.end()
    return unsure
