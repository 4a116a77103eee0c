"""What a reader takes for one character: never to be cut in two."""

import unicodedata

_LONGEST = 32  # code points; longer ones are made to annoy and are cut
_MOST_HALVES = 4096  # of flags in a row that are still told apart
_JOINER = "\u200d"


def boundary(text: str, start: int, end: int) -> int:
    """The last place up to `end`, and after `start`, between two characters as read."""
    for place in range(end, max(start, end - _LONGEST), -1):
        if not _inside(text, place):
            return place
    return end


def _inside(text: str, place: int) -> bool:
    if not 0 < place < len(text):
        return False
    before, after = text[place - 1], text[place]
    if _JOINER in (before, after) or _extends(after):
        return True
    return _is_flag_half(before) and _is_flag_half(after) and _halves(text, place) % 2 == 1


def _extends(char: str) -> bool:
    """Accents, variation selectors, skin tones and the tags of subdivision flags."""
    return (
        unicodedata.category(char).startswith("M")
        or "\U0001f3fb" <= char <= "\U0001f3ff"
        or "\U000e0020" <= char <= "\U000e007f"
    )


def _is_flag_half(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _halves(text: str, place: int) -> int:
    """How many halves of flags stand right before a place."""
    first = place
    while first > max(0, place - _MOST_HALVES) and _is_flag_half(text[first - 1]):
        first -= 1
    return place - first
