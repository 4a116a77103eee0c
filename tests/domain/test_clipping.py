"""Clippings hold most of what was searched for, and cut no word that need not be cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.clipping import densest, edge_after, edge_before

TEXT = "The quay was empty. " + "x" * 40 + " The boats lay still."
PLACES = st.lists(st.integers(0, 500), max_size=30)


@pytest.mark.parametrize(
    ("places", "reach", "place"),
    [
        ([], 10, 0),
        ([7], 10, 7),
        ([90, 5, 95], 10, 90),
        ([5, 90], 10, 5),
        ([0, 10, 19], 10, 10),
        ([40, 40, 3], 1, 40),
    ],
)
def test_the_most_places_lie_within_reach(places: list[int], reach: int, place: int) -> None:
    assert densest(places, reach) == place


@given(PLACES, st.integers(1, 200))
def test_from_no_other_place_are_there_more(places: list[int], reach: int) -> None:
    def within(first: int) -> int:
        return sum(first <= place < first + reach for place in places)

    best = densest(places, reach)
    assert best in (places or [0])
    assert all(within(place) < within(best) for place in places if place < best)
    assert all(within(place) <= within(best) for place in places)


@pytest.mark.parametrize(
    ("start", "most", "edge"),
    [(0, 9, 0), (1, 9, 4), (4, 9, 4), (5, 9, 9), (5, 8, None), (21, 60, None), (50, 70, 61)],
)
def test_a_word_begins_after_a_space(start: int, most: int, edge: int | None) -> None:
    assert edge_after(TEXT, start, most) == edge


@pytest.mark.parametrize(
    ("least", "end", "edge"),
    [
        (0, len(TEXT), len(TEXT)),
        (0, 3, 3),
        (0, 5, 3),
        (3, 5, None),
        (0, 59, None),
        (0, 30, 19),
        (0, 34, 19),
        (0, 35, None),
    ],
)
def test_a_word_ends_before_a_space(least: int, end: int, edge: int | None) -> None:
    assert edge_before(TEXT, least, end) == edge


@given(st.text(alphabet="ab \n", max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_no_word_is_cut_at_an_edge(text: str, least: int, place: int) -> None:
    place = min(place, len(text))
    least = min(least, place)
    begin, end = edge_after(text, place, len(text)), edge_before(text, least, place)
    assert begin is None or place <= begin <= len(text)
    assert not begin or text[begin - 1].isspace()
    assert end is None or least <= end <= place
    assert end is None or end == len(text) or text[end].isspace()
