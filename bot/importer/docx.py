"""Word documents: the paragraphs of a .docx file, with the ranks of its headings."""

import codecs
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree

from bot.errors import Unreadable
from bot.importer.source import BOLD, PLAIN, Source, source_of

LARGEST = 20_000_000
"""Bytes of unpacked XML; a 2 MB text stays far below."""
MOST_TAGS = 200_000
"""Tags in it, of which 20 MB could hold millions; a long report has a tenth."""
PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How Word packs; what other ways unpack at one go knows no bounds."""
PART = "word/document.xml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BROKEN = "This is not a Word document that can be read; save it again as .docx, or paste its text."
HUGE = "This Word document unpacks to more than 20 MB; paste its text instead."
CROWDED = "This Word document is too large to be read; paste its text instead."
OFF = frozenset(("0", "false", "off"))
DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([^\"'>]{0,40})")


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
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if archive.getinfo(PART).compress_type not in PACKED:
                raise Unreadable(BROKEN)
            with archive.open(PART) as part:
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
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content or not _is_utf8(content):
        raise Unreadable(BROKEN)
    if content.count(b"<") > MOST_TAGS:
        raise Unreadable(CROWDED)
    try:
        return ElementTree.fromstring(content)  # noqa: S314 - no DTD, so no entities to expand
    except (ElementTree.ParseError, ValueError) as error:
        raise Unreadable(BROKEN) from error


def _is_utf8(content: bytes) -> bool:
    """As Word writes it; in another encoding a DTD would not be seen."""
    declared = DECLARED.match(content.removeprefix(codecs.BOM_UTF8).lstrip())
    return b"\x00" not in content and (not declared or declared[1].lower() == b"utf-8")


def _own(paragraph: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """What is in a paragraph, but for the paragraphs in it: those of a text box stand alone."""
    waiting = [iter(paragraph)]
    while waiting:
        element = next(waiting[-1], None)
        if element is None:
            waiting.pop()
        elif element.tag != W + "p":
            yield element
            waiting.append(iter(element))


def _text(paragraph: ElementTree.Element) -> str:
    return "".join(map(_piece, _own(paragraph)))


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
    runs = [run for run in _own(paragraph) if run.tag == W + "r" and run.find(W + "t") is not None]
    marks = [run.find(f"{W}rPr/{W}b") for run in runs]
    return bool(runs) and all(b is not None and b.get(W + "val") not in OFF for b in marks)
