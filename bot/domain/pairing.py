"""Pairing: which part of one state stands for which part of another."""

from collections import defaultdict, deque
from collections.abc import Callable, Sequence
from typing import TypeVar

Part = TypeVar("Part")
Likeness = Callable[[Part], object]
"""What two parts have in common that stand for each other, hashable; None is common to none."""


Places = tuple[int | None, int | None]


def paired(
    old: Sequence[Part], new: Sequence[Part], likenesses: Sequence[Likeness[Part]]
) -> list[Places]:
    """For each new part, in order, its place and before it that of the old one that is likest.

    The old ones that are left follow, without a second place. The best likeness stands first; of
    several parts that are alike, the first takes the first.
    """
    partners = dict[int, int]()
    for likeness in likenesses:
        taken = set(partners.values())
        free = defaultdict[object, deque[int]](deque)
        for place, part in enumerate(old):
            if place not in taken:
                free[likeness(part)].append(place)
        for place, part in enumerate(new):
            common = likeness(part)
            if place not in partners and common is not None and free.get(common):
                partners[place] = free[common].popleft()
    gone = sorted(set(range(len(old))) - set(partners.values()))
    standing = [(partners.get(place), place) for place in range(len(new))]
    return [*standing, *((place, None) for place in gone)]
