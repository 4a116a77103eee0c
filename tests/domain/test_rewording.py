"""Rewordings: all that differs between two texts, and nothing else, however long they are."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.editing.edit import LONGEST_TEXT
from bot.domain.rewording import Rewording, rewordings
from bot.domain.sentence import sentences

few = st.text("aB.。 \n“”", max_size=60)
"""Texts of few letters, so that sentences come again."""
rows = st.lists(st.sampled_from([f"Boat {number} left." for number in range(9)]), max_size=30)
"""Few enough to be compared each with each."""
long_rows = st.lists(st.integers(0, 90), min_size=40, max_size=120)


def applied(old: Sequence[str], found: Sequence[Rewording]) -> list[str]:
    """The old sentences with each rewording made."""
    new, end = list[str](), 0
    for each in found:
        assert each.at >= end
        assert tuple(old[each.at : each.at + len(each.was)]) == each.was
        new += [*old[end : each.at], *each.now]
        end = each.at + len(each.was)
    return [*new, *old[end:]]


def boats(numbers: Sequence[int]) -> str:
    return " ".join(f"Boat {number} left." for number in numbers)


@given(few, few)
def test_what_is_told_makes_the_new_text_of_the_old_one(old: str, new: str) -> None:
    assert applied(sentences(old), rewordings(old, new)) == sentences(new)


@given(long_rows, long_rows)
def test_it_does_so_for_long_texts(old: list[int], new: list[int]) -> None:
    before, after = boats(old), boats(new)
    assert applied(sentences(before), rewordings(before, after)) == sentences(after)


@given(rows, rows)
def test_nothing_that_stayed_is_told(old: list[str], new: list[str]) -> None:
    for each in rewordings(" ".join(old), " ".join(new)):
        assert each.was or each.now
        assert not set(each.was) & set(each.now)


@given(long_rows)
def test_a_change_in_a_long_text_is_told_alone(numbers: list[int]) -> None:
    old = [f"Boat {place} is number {number}." for place, number in enumerate(numbers)]
    new = [*old[:20], "Fog came.", *old[21:30], *old[31:]]
    assert rewordings(" ".join(old), " ".join(new)) == (
        Rewording(at=20, was=(old[20],), now=("Fog came.",)),
        Rewording(at=30, was=(old[30],), now=()),
    )


@given(few)
def test_the_same_text_gives_nothing(text: str) -> None:
    assert rewordings(text, text) == ()
    assert rewordings(text, f" {text.replace(' ', '  ')} ") == ()


def test_pairs_stand_in_the_order_of_the_text() -> None:
    old = "Pilots rested. The port is shut.\n\nNobody objected. Boats wait."
    new = "Pilots rested. The port is open.\n\nNobody objected. A storm came. Boats wait."
    assert rewordings(old, new) == (
        Rewording(at=1, was=("The port is shut.",), now=("The port is open.",)),
        Rewording(at=3, was=(), now=("A storm came.",)),
    )


HOSTILE = {
    "one sentence again and again": ("A. " * 13_333, "A. " * 13_000 + "B. " * 300),
    "two by turns": ("A. B. " * 6_666, "B. A. A. " * 4_444),
    "no end anywhere": ("a" * LONGEST_TEXT, "b" * LONGEST_TEXT),
    "marks only": ("。" * LONGEST_TEXT, "。！" * (LONGEST_TEXT // 2)),
    "spaces only": (" " * LONGEST_TEXT, "\n" * LONGEST_TEXT),
    "stops and spaces": (". " * 20_000, ".  a" * 10_000),
    "every other one is new": (
        "".join(f"A{number:x}. " for number in range(6_000)),
        "".join(f"A{number:x}. B. " for number in range(4_000)),
    ),
    "backwards": (
        "".join(f"A{number:x}. " for number in range(6_000)),
        "".join(f"A{number:x}. " for number in reversed(range(6_000))),
    ),
    "small letters by lines": ("a\n" * 20_000, "a\nb\n" * 10_000),
    "many stretches of two kinds": (
        "".join(f"A{number:x}. {'B. C. ' * 15}" for number in range(800)),
        "".join(f"A{number:x}. {'C. C. B. ' * 10}" for number in range(800)),
    ),
    "few kinds, shuffled": (
        "".join(f"{chr(65 + number * number % 26)}.\n" for number in range(13_000)),
        "".join(f"{chr(65 + number * number * number % 25)}.\n" for number in range(13_000)),
    ),
}


@pytest.mark.parametrize(("old", "new"), HOSTILE.values(), ids=HOSTILE)
def test_the_longest_texts_are_compared_however_they_are_made(old: str, new: str) -> None:
    """Comparing all of these each with each would take minutes."""
    old, new = old[:LONGEST_TEXT], new[:LONGEST_TEXT]
    assert applied(sentences(old), rewordings(old, new)) == sentences(new)
