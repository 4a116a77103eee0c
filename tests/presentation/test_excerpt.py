"""An excerpt shows where the words stand, and where it was cut."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.presentation.excerpt import excerpt
from bot.presentation.room import Room, units
from tests.presentation.texts import long_texts

ROOM = Room(60, 180)
LONG = "Wind. " * 40 + "The port of Kobe stays open. " + "Rain. " * 40


def shown(text: str, *words: str, room: Room = ROOM) -> str:
    spans = [(text.index(word), text.index(word) + len(word)) for word in words]
    return excerpt(text, spans, room)


def test_a_short_text_is_shown_whole() -> None:
    assert shown("The port stays open.", "port") == "The **port** stays open."


def test_a_long_text_is_cut_at_both_ends() -> None:
    found = shown(LONG, "port")
    assert found.startswith("…Wind. ")
    assert "The **port** of Kobe stays open." in found
    assert found.endswith("…")
    assert units(found) <= 60 + len("****")


def test_the_end_of_a_text_has_no_ellipsis() -> None:
    text = LONG + "The port is shut."
    start = text.rindex("port")
    found = excerpt(text, [(start, start + 4)], ROOM)
    assert found.startswith("…")
    assert found.endswith("The **port** is shut.")


def test_most_of_the_words_are_in_it() -> None:
    text = "A port. " + "Wind. " * 40 + "In the port of Kobe a ship."
    port, ship = text.rindex("port"), text.index("ship")
    found = excerpt(text, [(2, 6), (port, port + 4), (ship, ship + 4)], ROOM)
    assert "**port** of Kobe a **ship**." in found


def test_without_a_place_it_is_the_beginning() -> None:
    assert shown(LONG).startswith("Wind. Wind.")
    assert shown(LONG).endswith("Wind.…")


def test_it_is_one_line_in_which_places_stay() -> None:
    assert shown("The\n\nport\tof  Kobe", "Kobe") == "The port of **Kobe**"


@pytest.mark.parametrize("text", ["港口开放。" * 60, "שלום עולם " * 60, "e\u0301" * 300])
def test_any_script_is_cut_between_its_characters(text: str) -> None:
    found = excerpt(text, [(200, 202)], ROOM)
    assert found.startswith("…")
    assert found.endswith("…")
    assert not found.startswith("…\u0301")


marks = st.lists(st.tuples(st.integers(0, 900), st.integers(0, 900)), max_size=6)


@example("000." * 40, [(4, 8)])
@given(long_texts, marks)
def test_any_excerpt_is_one_line_with_room(text: str, spans: list[tuple[int, int]]) -> None:
    found = excerpt(text, spans, Room(150, 450))
    assert "\n" not in found
    assert units(found.replace("**", "")) <= 150
