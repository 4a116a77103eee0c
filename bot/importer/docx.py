"""Word documents: the paragraphs of a .docx file, with the ranks of its headings."""

import io
import re
import zipfile
import zlib
from xml.etree import ElementTree

from bot.errors import Unreadable
from bot.importer.source import BOLD, PLAIN, Source, source_of

LARGEST = 20_000_000
"""Bytes of unpacked XML; a 2 MB text stays far below."""
PART = "word/document.xml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BROKEN = "This is not a Word document that can be read; save it again as .docx, or paste its text."
HUGE = "This Word document unpacks to more than 20 MB; paste its text instead."
OFF = frozenset(("0", "false", "off"))


def is_docx(data: bytes) -> bool:
    return data.startswith(b"PK\x03\x04")


def read_docx(data: bytes) -> Source:
    """The paragraphs of a Word document, an empty line between them. Raises Unreadable."""
    lines: list[tuple[str, int]] = []
    for paragraph in _root(_part(data)).iter(W + "p"):
        lines += [(_text(paragraph), _rank(paragraph)), ("", PLAIN)]
    return source_of(lines[:-1])


def _part(data: bytes) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(PART) as part:
            content = part.read(LARGEST + 1)
    # RuntimeError: the part is encrypted; NotImplementedError: packed by an unknown method.
    except (zipfile.BadZipFile, KeyError, zlib.error, EOFError, RuntimeError, OSError) as error:
        raise Unreadable(BROKEN) from error
    except (NotImplementedError, ValueError) as error:
        raise Unreadable(BROKEN) from error
    if len(content) > LARGEST:
        raise Unreadable(HUGE)
    return content


def _root(content: bytes) -> ElementTree.Element:
    # Word writes no DTD; one could only be there to expand entities.
    if (
        b"<!DOCTYPE" in content
        or b"<!ENTITY" in content
        or content[:2] in (b"\xff\xfe", b"\xfe\xff")
    ):
        raise Unreadable(BROKEN)
    try:
        return ElementTree.fromstring(content)  # noqa: S314 - no DTD, so no entities to expand
    except (ElementTree.ParseError, ValueError) as error:
        raise Unreadable(BROKEN) from error


def _text(paragraph: ElementTree.Element) -> str:
    return "".join(map(_piece, paragraph.iter()))


def _piece(element: ElementTree.Element) -> str:
    if element.tag == W + "t":
        return element.text or ""
    if element.tag == W + "noBreakHyphen":
        return "-"
    return {W + "tab": "\t", W + "br": "\n", W + "cr": "\n"}.get(element.tag, "")


def _rank(paragraph: ElementTree.Element) -> int:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    name = style.get(W + "val", "") if style is not None else ""
    if name.lower() == "title":
        return 1
    if found := re.fullmatch(r"[Hh]eading\s?([1-6])", name):
        return int(found[1])
    return BOLD if _is_bold(paragraph) else PLAIN


def _is_bold(paragraph: ElementTree.Element) -> bool:
    runs = [run for run in paragraph.iter(W + "r") if run.find(W + "t") is not None]
    marks = [run.find(f"{W}rPr/{W}b") for run in runs]
    return bool(runs) and all(b is not None and b.get(W + "val") not in OFF for b in marks)
