"""A text said to fit does fit once it is inert."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.presentation.markdown import plain
from bot.presentation.room import Room, units
from tests.presentation.texts import long_texts

rooms = st.builds(Room, st.integers(2, 3000), st.integers(2, 9000))


@given(long_texts, rooms)
def test_what_is_reached_fits(text: str, room: Room) -> None:
    reached = text[: room.reach(text)]
    assert room.takes(plain(reached)) or not reached


@given(long_texts, rooms, st.integers(0, 100))
def test_a_later_start_reaches_at_least_as_far(text: str, room: Room, start: int) -> None:
    start = min(start, len(text))
    assert room.reach(text, start) >= max(room.reach(text), start)


@given(long_texts, long_texts, rooms)
def test_what_holds_beside_a_text_fits_with_it(first: str, second: str, room: Room) -> None:
    if room.holds(first) and room.without(first, 1).holds(second):
        assert room.takes(f"{plain(first)}\n{plain(second)}")


@pytest.mark.parametrize(
    ("text", "reach"), [("a" * 20, 9), ("é" * 20, 9), ("港" * 20, 6), ("🚢" * 20, 4)]
)
def test_both_limits_count(text: str, reach: int) -> None:
    assert Room(10, 20).reach(text) == reach


def test_beside_inert_texts_each_is_charged_its_end() -> None:
    assert Room(100, 300).beside("ab", "", "é") == Room(95, 270)
    assert Room(5, 5).beside("a" * 9) == Room(0, 0)
    assert Room(5, 50).beside() == Room(5, 50)


@given(st.lists(long_texts.map(plain), max_size=3), rooms)
def test_texts_beside_each_other_fit_together(shown: list[str], room: Room) -> None:
    last = room.beside(*shown[:-1])
    if shown and last.units > 0 and last.octets > 0 and last.takes(shown[-1]):
        assert room.takes("\n".join(text for text in shown if text))


def test_a_room_within_another_is_the_smaller_in_both_ways() -> None:
    assert Room(10, 90).within(Room(20, 50)) == Room(10, 50)


def test_a_room_is_shared_equally() -> None:
    assert Room(10, 91).shared(3) == Room(3, 30)


def test_units_are_those_of_utf_16() -> None:
    assert units("a🚢") == len("a🚢".encode("utf-16-le")) // 2 == 3


def test_an_empty_text_fits_everywhere() -> None:
    assert Room(1, 1).holds("")
    assert not Room(1, 1).holds("a")
