"""Encoding: which characters the bytes of a document stand for."""

import codecs
import re

from bot.errors import Unreadable

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
CYRILLIC = re.compile("[А-яЁё]{3,}")
LOST = "This file is not text; send it as a text, Markdown, HTML or Word (.docx) document."


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of `data`, and a note if its encoding had to be guessed. Raises Unreadable."""
    text, notes = _read(data)
    if len(CONTROLS.findall(text)) > len(text) // 200:
        raise Unreadable(LOST)
    text = CONTROLS.sub(" ", text.lstrip("\ufeff"))
    return text.replace("\r\n", "\n").replace("\r", "\n"), notes


def _read(data: bytes) -> tuple[str, tuple[str, ...]]:
    for mark, name in MARKS:
        if data.startswith(mark):
            return _strictly(data, name), ()
    if name := _wide(data):
        return _strictly(data, name), (f"The encoding was assumed to be {name.upper()}.",)
    for name in ("utf-8", *_declared(data)):
        try:
            return data.decode(name), ()
        except UnicodeDecodeError:
            continue
    return _guess(data)


def _strictly(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise Unreadable(LOST) from error


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every second byte of Latin text is zero."""
    half = len(data) // 2
    if half < 2 or len(data) % 2:
        return None
    even, odd = data[0::2].count(0), data[1::2].count(0)
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * half and odd < 0.05 * half else None


def _declared(data: bytes) -> tuple[str, ...]:
    """The charset an HTML head names, if Python knows it."""
    found = CHARSET.search(data[:4096])
    if not found:
        return ()
    try:
        info = codecs.lookup(found[1].decode("ascii"))
    except LookupError:
        return ()
    # Python's registry also holds codecs that give no text, such as base64 or rot13.
    return (info.name,) if getattr(info, "_is_text_encoding", False) else ()


def _guess(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Windows-1251 if it makes Cyrillic words, else Windows-1252, else Latin-1."""
    if data.count(0):
        raise Unreadable(LOST)
    name = "cp1251" if _is_cyrillic(data) else "cp1252"
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        name, text = "latin-1", data.decode("latin-1")
    label = {"cp1251": "Windows-1251", "cp1252": "Windows-1252", "latin-1": "Latin-1"}[name]
    note = f"The encoding was assumed to be {label}: check accents and quotation marks."
    return text, (note,)


def _is_cyrillic(data: bytes) -> bool:
    """True if most high bytes stand in Windows-1251 words of three letters or more."""
    text = data.decode("cp1251", errors="replace")
    high = sum(byte > 127 for byte in data)
    return sum(map(len, CYRILLIC.findall(text))) > 0.6 * high
