"""The paragraphs of Word documents."""

import pytest

from bot.errors import Unreadable
from bot.importer.docx import LARGEST, MOST_TAGS, is_docx, read_docx
from bot.importer.source import BOLD
from tests.importer.word import HEAD, TAIL, packed, paragraph, word


def test_paragraphs_headings_and_breaks() -> None:
    source = read_docx(
        word(
            paragraph("Ports & Promises", "Title"),
            paragraph("Japan", "Heading2"),
            paragraph("India", bold=True),
            paragraph("one\ntwo\tthree"),
        )
    )
    assert [(line.text, line.rank) for line in source.lines() if line.text] == [
        ("Ports & Promises", 1),
        ("Japan", 2),
        ("India", BOLD),
        ("one", 0),
        ("two\tthree", 0),
    ]


def test_it_is_known_by_its_first_bytes() -> None:
    assert is_docx(word())
    assert not is_docx(b"Policy Alert #1")


@pytest.mark.parametrize(
    "data",
    [
        b"Policy Alert #1",
        b"PK\x03\x04 and nothing else",
        packed("<x/>", "xl/workbook.xml"),
        packed("no xml"),
        packed(HEAD),
        packed(b"\xff\xfe<\x00"),
        packed("<!DOCTYPE a [<!ENTITY b 'c'>]>" + HEAD + TAIL),
    ],
)
def test_what_is_no_word_document_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable, match="save it again"):
        read_docx(data)


def test_a_broken_archive_is_refused() -> None:
    data = bytearray(word(paragraph("text" * 200)))
    data[60:90] = bytes(30)
    with pytest.raises(Unreadable):
        read_docx(bytes(data))


def test_a_document_that_unpacks_to_too_much_is_refused() -> None:
    data = packed(HEAD + " " * (LARGEST + 1) + TAIL)
    assert len(data) < 100_000
    with pytest.raises(Unreadable, match="20 MB"):
        read_docx(data)


def test_the_paragraphs_of_a_text_box_stand_once_and_alone() -> None:
    box = f"<w:r><w:txbxContent>{paragraph('In the box.', bold=True)}</w:txbxContent></w:r>"
    source = read_docx(packed(f"{HEAD}<w:p><w:r><w:t>Around it.</w:t></w:r>{box}</w:p>{TAIL}"))
    found = [(line.text, line.rank) for line in source.lines() if line.text]
    assert found == [("Around it.", 0), ("In the box.", BOLD)]


@pytest.mark.parametrize("declared", ["", "<?xml version='1.0' encoding='UTF-8'?>\n"])
def test_what_word_declares_is_read(declared: str) -> None:
    source = read_docx(packed(f"{declared}{HEAD}{paragraph('Ōsaka’s port')}{TAIL}"))
    assert source.text == "Ōsaka’s port"


def test_as_many_tags_as_a_long_report_has_are_read() -> None:
    text = paragraph("text") * (MOST_TAGS // 20)
    assert read_docx(packed(HEAD + text + TAIL)).text.count("text") == MOST_TAGS // 20
