"""Rewordings: the sentences in which two texts differ."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import takewhile

from bot.domain.record import Record
from bot.domain.sentence import sentences

_COMPARED = 1_000
"""Pairs of sentences that are compared each with each, which takes longer than their number."""

_DEEPEST = 8


class Rewording(Record):
    """What stands for what: `was` begins at the place `at` among the old sentences.

    One of the two may be empty.
    """

    at: int
    was: tuple[str, ...]
    now: tuple[str, ...]


def rewordings(old: str, new: str) -> tuple[Rewording, ...]:
    """Everything in which the new text differs, in order; nothing where only spaces do."""
    return tuple(_between(sentences(old), sentences(new), 0, _DEEPEST))


def _between(old: Sequence[str], new: Sequence[str], at: int, deep: int) -> Iterator[Rewording]:
    """What differs between two stretches, of which the old one begins at that place.

    A long stretch is divided where a sentence stands that either has only once. What has none
    such, for all its length, is told as a whole.
    """
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    old, new, at = old[head : len(old) - tail], new[head : len(new) - tail], at + head
    if len(old) * len(new) <= _COMPARED:
        yield from _compared(old, new, at)
        return
    landmarks = _landmarks(old, new) if deep else []
    if not landmarks:
        yield Rewording(at=at, was=tuple(old), now=tuple(new))
        return
    first, second = 0, 0
    for here, there in [*landmarks, (len(old), len(new))]:
        yield from _between(old[first:here], new[second:there], at + first, deep - 1)
        first, second = here + 1, there + 1


def _compared(old: Sequence[str], new: Sequence[str], at: int) -> Iterator[Rewording]:
    if not (old and new):
        changes = [(0, len(old), 0, len(new))] if old or new else []
    else:
        matcher = SequenceMatcher(None, old, new, autojunk=False)
        changes = [places for kind, *places in matcher.get_opcodes() if kind != "equal"]
    for first, last, begin, end in changes:
        yield Rewording(at=at + first, was=tuple(old[first:last]), now=tuple(new[begin:end]))


def _landmarks(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Where sentences stand that either has once: the most that are in one order in both."""
    once = _once(new)
    places = [(place, once[sentence]) for sentence, place in _once(old).items() if sentence in once]
    return _rising(places)


def _rising(places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest row of them that rises in the second number too."""
    ends, last, before = list[int](), list[int](), list[int]()
    for index, (_, there) in enumerate(places):
        length = bisect_left(ends, there)  # of the longest row that it goes on
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [there]
        last[length : length + 1] = [index]
    row, at = list[tuple[int, int]](), last[-1] if last else -1
    while at >= 0:
        row.append(places[at])
        at = before[at]
    return row[::-1]


def _once(sentences: Sequence[str]) -> dict[str, int]:
    """Those that stand there once, with their places, in order."""
    counts = Counter(sentences)
    return {each: place for place, each in enumerate(sentences) if counts[each] == 1}


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
