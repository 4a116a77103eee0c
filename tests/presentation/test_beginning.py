"""The beginning of a long text is cut where a reader would, and says that it goes on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.presentation.beginning import beginning
from bot.presentation.room import Room
from tests.presentation.examples import SENTENCE
from tests.presentation.texts import long_texts

ROOM = Room(240, 700)


@given(long_texts, st.builds(Room, st.integers(0, 900), st.integers(0, 2000)))
def test_it_fits_its_room(text: str, room: Room) -> None:
    shown, _ = beginning(text, room)
    assert room.takes(shown)


def test_a_text_that_fits_is_shown_whole() -> None:
    assert beginning(f" {SENTENCE}", ROOM) == (SENTENCE.strip(), False)


def test_a_longer_one_ends_with_a_sentence() -> None:
    assert beginning(SENTENCE * 9, ROOM) == (f"{(SENTENCE * 3).strip()} …", True)


def test_a_word_that_is_cut_off_has_the_ellipsis_beside_it() -> None:
    shown, goes_on = beginning("harbour " * 90, ROOM)
    assert shown.endswith("harbour…")
    assert goes_on


def test_what_lies_far_behind_white_space_goes_on() -> None:
    assert beginning(f"One.{' ' * 900}Two.", ROOM) == ("One. …", True)


@pytest.mark.parametrize("text", ["", " \n", "\u200b"])
def test_nothing_to_see_is_nothing(text: str) -> None:
    assert beginning(text, ROOM)[0] == ""


def test_without_room_there_is_nothing_and_the_text_goes_on() -> None:
    assert beginning(SENTENCE, Room(5, 600)) == ("", True)
    assert beginning(SENTENCE, Room(500, 6)) == ("", True)
    assert beginning(" ", Room(5, 6)) == ("", False)


def test_markup_is_inert() -> None:
    assert beginning("# @everyone", ROOM)[0] == "\\# @\u200beveryone"
