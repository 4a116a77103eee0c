"""The sections of an issue at a glance."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.entry import Entry
from bot.presentation import limits
from bot.presentation.layout import Start
from bot.presentation.room import Room
from bot.presentation.section_list import first_words, section_lines, section_list
from tests.presentation.entries import entries
from tests.presentation.examples import ALLIANCE, JOINT, RUSSIA, SENTENCE, language


def starts(*found: Entry) -> list[Start]:
    return [Start(entry, page) for page, entry in enumerate(found, 1)]


def test_each_section_has_a_line_with_its_first_words() -> None:
    shown = section_list(starts(RUSSIA, JOINT, ALLIANCE), language(), limits.CONTENTS)
    assert shown.splitlines() == [
        "## Sections",
        "🇷🇺 **Russia**: A deputy minister received envoys.",
        "🇮🇳🇯🇵 **India and Japan**: No statement yet.",
        "**NATO**: The council met behind closed doors.",
    ]


def test_long_sections_show_their_beginning() -> None:
    long = RUSSIA.model_copy(update={"text": SENTENCE * 20})
    (_, line) = section_list(starts(long), language(), limits.CONTENTS).splitlines()
    assert line.endswith("…")
    assert len(line) <= 140


def test_a_section_without_text_is_still_named() -> None:
    empty = ALLIANCE.model_copy(update={"text": " \n"})
    assert section_list(starts(empty), language(), limits.CONTENTS).endswith("\n**NATO**")


def test_the_more_sections_the_shorter_their_lines() -> None:
    shown = section_list(starts(*[ALLIANCE] * 24), language(), limits.CONTENTS)
    assert shown.splitlines()[1:] == ["**NATO**: The council met behind…"] * 24


def test_sections_that_do_not_fit_are_counted() -> None:
    shown = section_list(starts(*[JOINT] * 60), language(), limits.CONTENTS).splitlines()
    assert shown[-1] == f"and {60 - len(shown) + 2} more sections in the menu"
    assert len(shown) > 20


@given(st.lists(entries, min_size=1, max_size=60), st.booleans())
def test_the_list_fits_whatever_the_sections(found: list[Entry], short: bool) -> None:
    room = limits.contents(short=short)
    shown = section_list(starts(*found), language(), room)
    assert room.takes(shown)
    assert len(shown.splitlines()) >= 2


def test_lines_say_how_a_section_begins_as_they_are_told_to() -> None:
    shown = section_lines([RUSSIA], language(), Room(500, 900), 300, lambda _: "Envoys came.")
    assert shown == ["🇷🇺 **Russia**: Envoys came."]


def test_lines_leave_room_for_how_many_are_left_out() -> None:
    room = Room(200, 600)
    shown = section_lines([JOINT] * 60, language(), room, 300, first_words)
    assert 0 < len(shown) < 60
    assert room.takes("\n".join([*shown, "and 57 more sections in the menu"]))


def test_no_sections_no_lines() -> None:
    assert section_lines([], language(), Room(500, 900), 300, first_words) == []
