"""Room for text: how much of it fits once it is made inert."""

import re
from dataclasses import dataclass
from functools import lru_cache

_ENCODED = frozenset("\\*_~`|<>[]()@")  # at most %xx inside an address, or a mark and a backslash
# A backslash before it, or before the mark that starts the next line.
_DOUBLED = frozenset("#\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
_START = 1  # the backslash before a mark on the very first line
_APART = 13  # octets of a line break, or of what Discord adds for a further text
_STRIDES = (512, 64, 8, 1)  # characters priced at once


@lru_cache(maxsize=4096)
def _price(char: str) -> tuple[int, int]:
    """The most UTF-16 units and UTF-8 bytes that `markdown.plain` can make of one character."""
    if char in _ENCODED:
        return 3, 4
    if char == ":":  # escaped; in an address it also pays for the space that may end it
        return 3, 3
    if char in _DOUBLED:
        return 2, 2
    if char < " " or "\x7f" <= char <= "\x9f":  # shown as U+FFFD
        return 1, 3
    return units(char), len(char.encode("utf-8", "surrogatepass"))


_DEAR = re.compile(f"[{re.escape(''.join(sorted(_ENCODED | _DOUBLED)))}:\x00-\x1f\x7f-\x9f]")
"""Whatever `_price` prices above its length: letters in every script are not among it."""


def _prices(text: str) -> tuple[int, int]:
    """The sum of what the characters of a text cost."""
    dear = [_price(char) for char in _DEAR.findall(text)]
    rest = _DEAR.sub("", text)
    octets = len(rest.encode("utf-8", "surrogatepass"))
    return units(rest) + sum(price[0] for price in dear), octets + sum(price[1] for price in dear)


def units(text: str) -> int:
    """The length of a text in UTF-16 units, never less than its characters.

    Discord does not say how it counts; its own clients count so.
    """
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@dataclass(frozen=True)
class Room:
    """A limit in UTF-16 units and one in UTF-8 bytes, for text after `markdown.plain`."""

    units: int
    octets: int

    def reach(self, text: str, start: int = 0) -> int:
        """Where the longest stretch from `start` ends that surely fits; `start` if none does."""
        left, octets, place = self.units - _START, self.octets - _START, start
        for stride in _STRIDES:
            while place < len(text) and stride <= left:  # no character costs less than a unit
                price = _prices(text[place : place + stride])
                if price[0] > left or price[1] > octets:
                    break
                left, octets, place = left - price[0], octets - price[1], place + stride
        return min(place, len(text))

    def holds(self, text: str) -> bool:
        """Whether the whole text surely fits."""
        return len(text) <= max(self.units - _START, 0) and self.reach(text) == len(text)

    def takes(self, shown: str) -> bool:
        """Whether a text fits that is inert already."""
        return units(shown) <= self.units and len(shown.encode()) <= self.octets

    def without(self, text: str, more: int = 0) -> "Room":
        """What is left beside a text, and beside `more` units of our own words."""
        spent, octets = _prices(text)
        left = self.units - spent - _START - more
        return Room(max(left, 0), max(self.octets - octets - _START - more * 2, 0))

    def beside(self, *shown: str) -> "Room":
        """What is left beside these texts, which are inert already; empty ones take nothing."""
        found = [text for text in shown if text]
        left = self.units - sum(units(text) + 1 for text in found)
        octets = self.octets - sum(len(text.encode()) + _APART for text in found)
        return Room(max(left, 0), max(octets, 0))

    def within(self, other: "Room") -> "Room":
        """The smaller of both, in either way of counting."""
        return Room(min(self.units, other.units), min(self.octets, other.octets))

    def shared(self, among: int) -> "Room":
        """An equal part for each of so many."""
        return Room(self.units // among, self.octets // among)
