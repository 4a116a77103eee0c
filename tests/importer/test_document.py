"""Documents of every format, and those that are refused."""

import pytest

from bot.errors import Unreadable
from bot.importer.document import LARGEST, read_bytes, read_text
from tests.importer.word import paragraph, word


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        (b"", "a.txt", "empty"),
        (b" \n\t ", "a.md", "empty"),
        (b"x" * (LARGEST + 1), "a.txt", "2 MB"),
        (b"\x00\x01\x02\x03" * 50, "a.txt", "not text"),
        (b"plain text", "a.docx", "not a Word document"),
        (b"%PDF-1.4 text", "a.txt", "a PDF"),
        (b"{\\rtf1\\ansi Policy Alert #1}", "a.rtf", "an RTF document"),
        (b"<html><body><script>x()</script></body></html>", "a.html", "no text"),
        (b"<p></p><br><p></p>", "a.txt", "no text"),
        (word(paragraph(" ")), "a.docx", "empty"),
    ],
)
def test_refused_in_one_sentence(data: bytes, name: str, message: str) -> None:
    with pytest.raises(Unreadable, match=message) as refused:
        read_bytes(data, name)
    assert str(refused.value).endswith(".")


def test_content_goes_before_the_ending() -> None:
    assert read_bytes(b"<p>One.</p><p>Two.</p>", "a.txt").text.split() == ["One.", "Two."]
    assert read_bytes(b"# Title\n\nText.", "a.txt").ranks[0] == 1
    assert read_bytes(word(paragraph("Text.")), "a.txt").text == "Text."


def test_the_ending_decides_where_content_does_not() -> None:
    assert read_bytes(b"a *b* c", "a.md").text == "a b c"
    assert read_bytes(b"a *b* c", "a.txt").text == "a *b* c"
    assert read_bytes(b"a &amp; b", "a.htm").text == "a & b"


def test_front_matter_stays_above_the_text() -> None:
    source = read_text("---\ntitle: A\n---\n<p>One.</p><p>Two.</p>")
    assert source.metadata == {"title": "A"}
    assert source.text.startswith("---\ntitle: A\n---\n")
    assert source.head == 3
    assert "<p>" not in source.text


def test_the_largest_document_is_read() -> None:
    assert len(read_bytes(b"word " * (LARGEST // 5), "a.txt").text) == LARGEST


def test_pasted_text_has_limits_too() -> None:
    with pytest.raises(Unreadable, match="2 MB"):
        read_text("x" * (LARGEST + 1))
    with pytest.raises(Unreadable, match="empty"):
        read_text("\n \n")
