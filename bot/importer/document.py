"""A document: its bytes or pasted text turned into a source, whatever the format."""

from dataclasses import replace

from bot.errors import Unreadable
from bot.importer import docx, encoding, front_matter, html, markdown, mojibake
from bot.importer.source import PLAIN, Source, source_of

LARGEST = 2_000_000
"""Bytes of the largest document that is read."""
EMPTY = "This document is empty; send one that has text in it."
TOO_LARGE = "This document is larger than 2 MB; send a shorter one, or one issue at a time."
NO_TEXT = "This HTML has no text in it; save the page again, or paste its text."
OTHER_FORMATS = {b"%PDF-": "a PDF", b"{\\rtf": "an RTF document"}
"""First bytes of formats that would pass for text, and what people call them."""
MARKUP = {"html": ("html", "htm", "xhtml"), "markdown": ("md", "markdown")}


def read_bytes(data: bytes, filename: str) -> Source:
    """The source of a file. Raises Unreadable with a sentence that says what to do."""
    if len(data) > LARGEST:
        raise Unreadable(TOO_LARGE)
    if not data.strip():
        raise Unreadable(EMPTY)
    for beginning, name in OTHER_FORMATS.items():
        if data.lstrip().startswith(beginning):
            raise Unreadable(f"This is {name}; save it as docx or plain text, or paste its text.")
    ending = filename.rpartition(".")[2].lower()
    if docx.is_docx(data) or ending == "docx":
        return _with_text(_short(docx.read_docx(data)), EMPTY)
    text, notes = encoding.decode(data)
    source = read_text(text, ending)
    return replace(source, notes=(*notes, *source.notes))


def read_text(text: str, ending: str = "txt") -> Source:
    """The source of a text: content says which markup it is, the ending where content does not."""
    if len(text) > LARGEST:
        raise Unreadable(TOO_LARGE)
    text, notes = mojibake.mended(text.replace("\r\n", "\n").replace("\r", "\n"))
    metadata, begin = front_matter.split(text)
    body = text[begin:]
    if html.is_html(body) or ending in MARKUP["html"]:
        source = _with_text(html.read_html(body), NO_TEXT)
    elif metadata or markdown.is_markdown(body) or ending in MARKUP["markdown"]:
        source = markdown.read_markdown(body)
    else:
        source = source_of([(line, PLAIN) for line in body.split("\n")])
    source = _with_text(_under(text[:begin], metadata, source), EMPTY)
    return replace(source, notes=(*notes, *source.notes))


def _short(source: Source) -> Source:
    """What was packed may be longer than what was sent."""
    if len(source.text) > LARGEST:
        raise Unreadable(TOO_LARGE)
    return source


def _with_text(source: Source, otherwise: str) -> Source:
    if not source.text.strip():
        raise Unreadable(otherwise)
    return source


def _under(front: str, metadata: dict[str, str], source: Source) -> Source:
    """The source below its front matter, which stays in the text: nothing is lost."""
    if not metadata:
        return source
    above = front.rstrip("\n").split("\n")
    return Source(
        "\n".join([*above, source.text]),
        (*(PLAIN for _ in above), *source.ranks),
        metadata,
        source.notes,
        len(above),
    )
