"""Pairing: every part stands for one other at most, the likest one."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.pairing import paired

parts = st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 2)), max_size=6)


@given(parts, parts)
def test_each_part_is_paired_once(old: list[tuple[str, int]], new: list[tuple[str, int]]) -> None:
    pairs = paired(old, new, [lambda part: part, lambda part: part[0] if part[1] else None])
    assert [now for _, now in pairs if now is not None] == [*range(len(new))]
    assert sorted(was for was, _ in pairs if was is not None) == [*range(len(old))]
    for was, now in pairs:
        assert was is None or now is None or old[was][0] == new[now][0]
        assert was is not None or now is not None


@given(parts)
def test_the_same_parts_stand_for_themselves(same: list[tuple[str, int]]) -> None:
    assert paired(same, same, [lambda part: part]) == [(place, place) for place in range(len(same))]


def test_the_best_likeness_goes_first() -> None:
    assert paired(["a1", "a2"], ["a2", "b1"], [lambda part: part, lambda part: part[1]]) == [
        (1, 0),
        (0, 1),
    ]


def test_nothing_in_common_pairs_nothing() -> None:
    assert paired(["a"], ["b"], [lambda _: None]) == [(None, 0), (0, None)]
