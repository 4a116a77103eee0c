"""A colour: what somebody calls one, and its number."""

import re

COLOURS = {
    "red": 0xC0392B,
    "orange": 0xD9730D,
    "yellow": 0xE2B203,
    "green": 0x2E8B57,
    "teal": 0x16858F,
    "blue": 0x2B6CB0,
    "purple": 0x7B4BB7,
    "pink": 0xC2417E,
    "brown": 0x8A5A3B,
    "grey": 0x6B7280,
}
"""Names, and the colours that can be seen on a light and on a dark screen."""

_WRITTEN = re.compile(r"#?([0-9a-f]{6})")


def colour_typed(text: str) -> int | None:
    """The colour of a name, or of six digits such as "#2b6cb0"; None for anything else."""
    sought = text.strip().lower()
    if sought in COLOURS:
        return COLOURS[sought]
    written = _WRITTEN.fullmatch(sought)
    return int(written[1], 16) if written else None


def colour_name(colour: int) -> str:
    """Its name if it has one, with its digits: "blue, #2b6cb0"."""
    digits = f"#{colour:06x}"
    name = next((name for name, each in COLOURS.items() if each == colour), "")
    return f"{name}, {digits}" if name else digits
