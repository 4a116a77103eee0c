"""Where a sentence and a paragraph end."""

import pytest

from bot.presentation.sentence import first_paragraph, first_sentence


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
