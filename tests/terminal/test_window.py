"""A window: the stretch of a text where most of what was searched for stands."""

import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.listing import Span
from bot.terminal.window import window

FILLING = "The quay was empty and the boats lay still. "


def at(text: str, *words: str) -> list[Span]:
    """Where each of the words first stands."""
    return [(text.index(word), text.index(word) + len(word)) for word in words]


def test_a_short_text_is_shown_whole_with_its_matches_marked() -> None:
    text = "The ferry left\nat dawn."
    assert window(text, at(text, "ferry", "dawn")) == "The *ferry* left at *dawn*."
    assert window(text, ()) == "The ferry left at dawn."


def test_a_long_text_is_cut_around_its_matches_at_words() -> None:
    text = FILLING * 20 + "Then the ferry left at dawn. " + FILLING * 20
    shown = window(text, at(text, "ferry", "dawn"))
    assert "Then the *ferry* left at *dawn*." in shown
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert len(shown) <= 246
    assert shown.strip("…").replace("*", "") in text
    assert {shown.strip("…").split()[0], shown.strip("…").split()[-1]} <= set(text.split())


def test_where_most_matches_stand_is_shown() -> None:
    text = "One ferry. " + FILLING * 20 + "Two ferries and a ferryman."
    spans = [*at(text, "One ferry"), *at(text, "ferries", "ferryman")]
    assert "*ferries* and a *ferryman*." in window(text, spans)
    assert "One" not in window(text, spans)


def test_without_matches_the_beginning_is_shown() -> None:
    assert window(FILLING * 20, ()).startswith("The quay was empty")


def test_a_text_without_spaces_is_cut_but_not_between_a_letter_and_its_mark() -> None:
    text = "กำ้" * 200
    shown = window(text, [(300, 303)]).strip("…")
    assert not unicodedata.category(shown[0]).startswith("M")
    assert "*" in shown


@example("\x85", [(0, 1)])
@given(
    st.text(max_size=600),
    st.lists(st.tuples(st.integers(0, 600), st.integers(1, 20)), max_size=8),
)
def test_a_window_is_one_line_of_the_text(text: str, places: list[tuple[int, int]]) -> None:
    text = text.replace("*", "").replace("…", "")
    spans = [(first, first + size) for first, size in places if first + size <= len(text)]
    shown = window(text, spans)
    assert len(shown.splitlines()) <= 1
    assert shown.strip("…").replace("*", "") in " ".join(text.split())
