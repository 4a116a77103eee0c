"""Documents that are small to send and large, deep or endless to read."""

import io
import struct
import zipfile
from collections.abc import Callable
from typing import NamedTuple

from tests.importer.word import HEAD, TAIL, packed, paragraph

MEGABYTE = 1_000_000
DEPTH = 100_000
"""Levels of what is nested."""

_RUN = "<w:r><w:t>word</w:t></w:r>"
_ENTITIES = "".join(
    f"<!ENTITY b{level} '{f'&b{level - 1};' * 10}'>" if level else "<!ENTITY b0 'cccccccccc'>"
    for level in range(10)
)
_EXPANDING = f"<!DOCTYPE a [{_ENTITIES}]>{HEAD}&b9;{TAIL}"


class Hostile(NamedTuple):
    """How it is made, and the words of the refusal; without any, it is read."""

    file: str
    make: Callable[[], bytes]
    refused: str = ""


def _nested_archives() -> bytes:
    inside = b"0" * 10 * MEGABYTE
    for _ in range(5):
        inside = packed(inside)
    return inside


def _many_parts(count: int) -> bytes:
    """Each is empty, and has an entry of its own."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for number in range(count):
            archive.writestr(f"{number}", b"")
        archive.writestr("word/document.xml", f"{HEAD}{paragraph('Text.')}{TAIL}")
    return buffer.getvalue()


def _entries_of_one_part(count: int) -> bytes:
    """The directory says of one part many times that it is there."""
    one = packed(f"{HEAD}{paragraph('Text.')}{TAIL}")
    directory, end = one.index(b"PK\x01\x02"), one.index(b"PK\x05\x06")
    entry = one[directory:end]
    again = entry[:28] + struct.pack("<H", 1) + entry[30:46] + b"x"
    body = one[:end] + again * count
    ending = (b"PK\x05\x06", 0, 0, count + 1, count + 1, len(body) - directory, directory, 0)
    return body + struct.pack("<4s4H2LH", *ending)


def _packed(way: int) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", way) as archive:
        archive.writestr("word/document.xml", b" " * 30 * MEGABYTE)
    return buffer.getvalue()


def _word(body: str) -> Callable[[], bytes]:
    return lambda: packed(f"{HEAD}{body}{TAIL}")


def _refused_word(content: str | bytes) -> Hostile:
    return Hostile("a.docx", lambda: packed(content), "save it again")


_KINDS = {
    "more than 2 MB": Hostile("a.txt", lambda: b"x" * (2 * MEGABYTE + 1), "2 MB"),
    "a picture": Hostile("a.png", lambda: b"\x89PNG\r\n" + bytes(range(256)) * 7_000, "not text"),
    "a program": Hostile("a.txt", lambda: b"MZ\x90" + bytes(MEGABYTE), "not text"),
    "a PDF": Hostile("a.docx", lambda: b"%PDF-1.7\n" + b"x" * MEGABYTE, "a PDF"),
    "a workbook": Hostile("a.docx", lambda: packed("<x/>", "xl/workbook.xml"), "save it again"),
}
_ARCHIVES = {
    "a thousandfold": Hostile("a.docx", lambda: packed(b" " * 100 * MEGABYTE), "20 MB"),
    "archives in archives": Hostile("a.docx", _nested_archives, "save it again"),
    "packed with bzip2": Hostile("a.docx", lambda: _packed(zipfile.ZIP_BZIP2), "save it again"),
    "packed with lzma": Hostile("a.docx", lambda: _packed(zipfile.ZIP_LZMA), "save it again"),
    "15,000 parts": Hostile("a.docx", lambda: _many_parts(15_000)),
    "40,000 entries of a part": Hostile("a.docx", lambda: _entries_of_one_part(40_000)),
}
_XML = {
    "19 MB of paragraphs": Hostile("a.docx", _word("<w:p/>" * 3_000_000), "too large"),
    "19 MB of text": Hostile(
        "a.docx", _word(f"<w:p><w:r><w:t>{'word ' * 3_800_000}</w:t></w:r></w:p>"), "2 MB"
    ),
    "nested paragraphs": Hostile("a.docx", _word(f"<w:p>{_RUN}" * 20_000 + "</w:p>" * 20_000)),
    "deep XML": Hostile("a.docx", _word("<a>" * DEPTH + "</a>" * DEPTH), "too large"),
    "less deep XML": Hostile("a.docx", _word("<a>" * 90_000 + _RUN + "</a>" * 90_000), "empty"),
    "entities": _refused_word(_EXPANDING),
    "entities in UTF-16": _refused_word(_EXPANDING.encode("utf-16")),
    "the same without a mark": _refused_word(_EXPANDING.encode("utf-16-be")),
    "entities in EBCDIC": _refused_word(
        b"<?xml version='1.0' encoding='cp037'?>" + _EXPANDING.encode("cp037")
    ),
}
_HTML = {
    "deep HTML": Hostile("a.html", lambda: b"<div>" * DEPTH + b"text" + b"</div>" * DEPTH),
    "deep bold": Hostile("a.html", lambda: b"<b>" * DEPTH + b"text" + b"</b>" * DEPTH),
    "endless tags": Hostile("a.html", lambda: b"<p>text</p>" + b"<a href='" * 200_000),
    "endless comments": Hostile("a.html", lambda: b"<p>text</p>" + b"<!--" * 400_000),
    "endless scripts": Hostile("a.html", lambda: b"<p>text</p>" + b"<script>" * 200_000),
}
HOSTILE: dict[str, Hostile] = _KINDS | _ARCHIVES | _XML | _HTML
