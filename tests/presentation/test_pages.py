"""Long text is split where a reader would, and none of it is lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.presentation.line import visible
from bot.presentation.markdown import plain
from bot.presentation.pages import split
from bot.presentation.room import Room
from tests.presentation.examples import SENTENCE
from tests.presentation.texts import long_texts

SMALL = Room(200, 600)


def bare(text: str) -> str:
    return "".join(text.split())


@given(long_texts, st.integers(20, 400), st.integers(60, 900))
def test_every_page_fits_and_all_the_text_is_there_in_order(
    text: str, characters: int, octets: int
) -> None:
    room = Room(characters, octets)
    pages = split(text, room)
    assert all(room.takes(plain(page)) for page in pages)
    assert all(page == page.strip() != "" for page in pages)
    assert bare("".join(pages)) == (bare(text) if visible(text) else "")


@given(st.lists(st.text("abcdefg", min_size=1, max_size=60), max_size=200))
def test_no_word_that_fits_a_page_is_cut(words: list[str]) -> None:
    assert " ".join(split(" ".join(words), Room(80, 80))).split() == words


@given(long_texts)
def test_a_page_is_one_page(text: str) -> None:
    for page in split(text, SMALL):
        assert split(page, SMALL) == ([page] if visible(page) else [])


def test_paragraphs_come_before_sentences() -> None:
    first, second = SENTENCE * 2, SENTENCE * 2
    assert split(f"{first}\n\n{second}", SMALL) == [first.strip(), second.strip()]


def test_sentences_come_before_words() -> None:
    pages = split(SENTENCE * 9, SMALL)
    assert len(pages) > 2
    assert all(page.endswith("open.") for page in pages)


@pytest.mark.parametrize("name", ["Mr. Quill", "the U.S. Navy", "Dr. Ada", "J. Q. Harbour"])
def test_an_abbreviation_ends_no_sentence(name: str) -> None:
    pages = split(f"We asked {name} about ships. " * 30, SMALL)
    assert all(page.endswith("ships.") for page in pages)


def test_a_paragraph_that_leaves_a_page_nearly_empty_is_no_place_to_split() -> None:
    pages = split(f"Short.\n\n{SENTENCE * 6}", SMALL)
    assert pages[0].startswith("Short.\n\nHarbour")


def test_lines_of_a_list_stay_whole() -> None:
    text = "\n".join(f"- port {number} of the northern coast, open" for number in range(30))
    pages = split(text, SMALL)
    assert all(
        re.fullmatch(r"(- port \d+ of the northern coast, open\n?)+", page) for page in pages
    )


def test_script_without_spaces_is_split_at_its_full_stops() -> None:
    pages = split("港口今天仍然开放。" * 50, SMALL)
    assert all(page.endswith("。") for page in pages)


def test_only_a_word_longer_than_a_page_is_cut_and_never_in_a_character() -> None:
    pages = split("start " + "👩‍👩‍👧" * 100, SMALL)
    assert pages[0] == "start"
    assert all(page.startswith("👩") and page.endswith("👧") for page in pages[1:])


def test_a_first_page_of_its_own_size() -> None:
    pages = split(SENTENCE * 9, SMALL, first=Room(80, 80))
    assert pages[0] == SENTENCE.strip()
    assert len(pages[1]) > len(pages[0])


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\t\u3000", "\u200b"])
def test_nothing_visible_is_no_page(text: str) -> None:
    assert split(text, SMALL) == []


def test_runs_of_white_space_become_one_gap() -> None:
    assert split("a  \t b\r\n\r\n\r\n \nc\rd\n e", SMALL) == ["a b\n\nc\nd\ne"]


def test_a_hundred_thousand_characters_are_all_there() -> None:
    text = SENTENCE * 1600
    assert bare("".join(split(text, Room(2000, 5000)))) == bare(text)


def test_a_page_is_never_empty_however_small() -> None:
    assert "".join(split("港。口口口", Room(2, 4))) == "港。口口口"
