"""Where a sentence and a paragraph end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.sentence import first_paragraph, first_sentence, sentences


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The port is open. It stays so.", "The port is open."),
        ("“The port is open.” She left.", "“The port is open.”"),
        ("Mr. Quill met J. Oar. They left.", "Mr. Quill met J. Oar."),
        ("Is it open? Yes.", "Is it open?"),
        ("No mark at the end", "No mark at the end"),
        ("港口开放。没有船。", "港口开放。"),
        ("Ports\n\nThe port is open.", "Ports"),
        ("", ""),
    ],
)
def test_the_first_sentence(text: str, first: str) -> None:
    assert first_sentence(text) == first


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("\n One.\nTwo.\n\nThree.", "One.\nTwo."),
        ("One.\n \nTwo.", "One."),
        ("One.", "One."),
        (" \n", ""),
    ],
)
def test_the_first_paragraph(text: str, first: str) -> None:
    assert first_paragraph(text) == first


@pytest.mark.parametrize(
    ("text", "all_of_them"),
    [
        ("The port is open. It stays so.", ["The port is open.", "It stays so."]),
        ("One line\nthat goes on. Two.", ["One line that goes on.", "Two."]),
        ("- Ports\n- Piers", ["- Ports", "- Piers"]),
        ("Ports\n\nand piers", ["Ports", "and piers"]),
        ("港口开放。没有船。", ["港口开放。", "没有船。"]),
        ("“Aye.”  She\tleft. ", ["“Aye.”", "She left."]),
        (" \n ", []),
    ],
)
def test_all_sentences(text: str, all_of_them: list[str]) -> None:
    assert sentences(text) == all_of_them


@given(st.text("aB.。 \n“”’", max_size=60))
def test_no_word_is_lost_between_sentences(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
