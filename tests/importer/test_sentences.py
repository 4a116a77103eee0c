"""Paragraphs and the sentences in them."""

import pytest

from bot.importer.marks import quoted
from bot.importer.sentences import paragraphs, sentences


def split(text: str) -> list[str]:
    spans = paragraphs(text, 0, len(text))
    found = sentences(text, spans, quoted(text, spans))
    return [text[s.start : s.end] for s in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three? Four.", ["One.", "Two!", "Three?", "Four."]),
        ("Mr. Vale met Gen. A. B. Stone. He left.", ["Mr. Vale met Gen. A. B. Stone.", "He left."]),
        ("It opens on Jan. 5 in the U.S. Senate.", ["It opens on Jan. 5 in the U.S. Senate."]),
        ("They met in the U.S. He left.", ["They met in the U.S.", "He left."]),
        ("Well… I think so. Yes.", ["Well… I think so.", "Yes."]),
        ("“One. Two.” Three.", ["“One. Two.”", "Three."]),
        ("“Who pays?” June Alder asked. “Not us.”", ["“Who pays?” June Alder asked.", "“Not us.”"]),
        ("“Who pays?” The hall fell silent.", ["“Who pays?”", "The hall fell silent."]),
        ("“Yes,” he said. “No.” He left.", ["“Yes,” he said.", "“No.”", "He left."]),
        ("It cost 3.5 million. More came.", ["It cost 3.5 million.", "More came."]),
        ("(It rained.) They left.", ["(It rained.)", "They left."]),
        ("No stop at the end", ["No stop at the end"]),
    ],
)
def test_sentences_of_a_paragraph(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_a_bullet_is_no_part_of_a_sentence() -> None:
    assert split("• One. Two.\n- Three.\n2. Four.") == ["One.", "Two.", "Three.", "Four."]


def test_lines_broken_by_a_program_are_one_paragraph() -> None:
    assert split("It was signed on March 20,\n2014 by clerks. It\nheld.") == [
        "It was signed on March 20,\n2014 by clerks.",
        "It\nheld.",
    ]


def test_lines_that_are_whole_are_paragraphs() -> None:
    text = "A first line stands here.\nA second one stands here."
    assert len(paragraphs(text, 0, len(text))) == 2


def test_long_lines_are_never_joined() -> None:
    text = "word " * 40 + "\n" + "word " * 40
    assert len(paragraphs(text, 0, len(text))) == 2


def test_a_sentence_without_end_is_cut() -> None:
    assert len(split("word " * 1000)) > 2
