"""Invented words and people, some of them far more frequent than others."""

from bisect import bisect
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate, islice, product
from random import Random

_BEGINNINGS = "b br d dr f g gr h k kl l m n p pr r s st t tr v z".split()
_MIDDLES = "a e i o u ai ea ou".split()
_ENDS = ["", *"l m n r s t k nd rt".split()]
_ROLES = "Foreign Minister,Prime Minister,Spokesperson,Ambassador,Defence Minister,Envoy".split(",")

WORDS, SPEAKERS, COUNTRIES = 4_000, 3_000, 200


@dataclass(frozen=True)
class Person:
    """Somebody who is quoted; `country` is a code."""

    name: str
    role: str | None
    country: str


class Lexicon:
    """The words, people and countries of a library, most frequent first; the same every time."""

    def __init__(self, codes: Iterable[str]) -> None:
        order = Random(7)  # noqa: S311  # the same library every time, nothing secret
        syllables = ["".join(parts) for parts in product(_BEGINNINGS, _MIDDLES, _ENDS)]
        order.shuffle(syllables)
        pairs = [a + b for a, b in product(syllables[:80], syllables[80:160])]
        order.shuffle(pairs)
        self.words = pairs[:WORDS]
        names = [f"{a} {b}".title() for a, b in product(pairs[-60:], pairs[-160:-60])]
        order.shuffle(names)
        self.codes = sorted(codes)
        order.shuffle(self.codes)
        self.codes = self.codes[:COUNTRIES]
        self.people = [
            Person(name, order.choice([*_ROLES, None]), order.choice(self.codes))
            for name in islice(names, SPEAKERS)
        ]


class Zipf:
    """Places in a list of that length, the n-th of them n times rarer than the first."""

    def __init__(self, length: int, random: Random) -> None:
        self._bounds = list(accumulate(1 / place for place in range(1, length + 1)))
        self._random = random

    def place(self) -> int:
        """One of them."""
        return bisect(self._bounds, self._random.random() * self._bounds[-1])
