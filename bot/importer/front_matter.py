"""Front matter: the YAML keys some documents carry above their text."""

import json
import re
from collections.abc import Iterator

FENCE = re.compile(
    r"\A\s{0,20}---[ \t]*\n((?:(?!---[ \t]*(?:\n|\Z)).*\n){0,200})---[ \t]*(?:\n|\Z)"
)
CLOSED = re.compile(r"(?<!\\)[\"']$")
HEX = re.compile(r"\\x([0-9A-Fa-f]{2})")
KEY = re.compile(r"^([A-Za-z][\w-]{0,40})[ \t]*:[ \t]*(.*)$")


def split(text: str) -> tuple[dict[str, str], int]:
    """The keys of the front matter, in lower case, and where the text after it begins (0: none)."""
    found = FENCE.match(text)
    if not found:
        return {}, 0
    keys = dict(_keys(found[1].split("\n")))
    return (keys, found.end()) if keys else ({}, 0)


def _keys(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Top-level keys with a plain, quoted or folded (`>`) value; lists and nested keys are left."""
    for number, line in enumerate(lines):
        if not (found := KEY.match(line)):
            continue
        value = found[2].strip()
        if value in (">", "|", ">-", "|-"):
            value = " ".join(_indented(lines[number + 1 :]))
        elif value[:1] in ("'", '"') and not CLOSED.search(value[1:]):
            value = _folded([value, *_indented(lines[number + 1 :])])
        yield found[1].lower(), _unquoted(value)


def _folded(lines: list[str]) -> str:
    """A quoted value of several lines: a backslash at the end of one joins it without a space."""
    text = " ".join(lines)
    return text.replace("\\ \\ ", " ").replace("\\ ", "")


def _indented(lines: list[str]) -> Iterator[str]:
    for line in lines:
        if not line.startswith((" ", "\t")):
            return
        yield line.strip()


def _unquoted(value: str) -> str:
    if len(value) >= 2 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    if len(value) >= 2 and value[0] == value[-1] == '"':
        # YAML's double quotes know `\_`, a space that does not break, and JSON's escapes.
        try:
            return str(json.loads(HEX.sub(r"\\u00\1", value.replace("\\_", " "))))
        except ValueError:
            return value[1:-1]
    return value
