"""Mojibake: UTF-8 that somebody read as Windows-1252, such as "â€œ" for an opening mark."""

import re

MENDED = "Characters of a wrong encoding were mended: check accents and quotation marks."
FEWEST = 2
"""Broken characters by which a text is known for one: a single one may be meant."""
# What the bytes 0x80 to 0xBF look like in Windows-1252; five of them have no character there.
_HIGH = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xC0))
_CHARACTER = re.compile(
    f"[Â-ß][{re.escape(_HIGH)}]|[à-ï][{re.escape(_HIGH)}]{{2}}|ð[{re.escape(_HIGH)}]{{3}}"
)


def mended(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with its characters put right, and a note if any were."""
    broken = sum(_read(found) != found[0] for found in _CHARACTER.finditer(text))
    if broken < FEWEST:
        return text, ()
    return _CHARACTER.sub(_read, text), (MENDED,)


def _read(found: re.Match[str]) -> str:
    try:
        return b"".join(map(_byte, found[0])).decode("utf-8")
    except UnicodeDecodeError:
        return found[0]


def _byte(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")
