"""A reading of text by the rules of Discord's clients, to see whether any markup is left in it."""

import re
from dataclasses import dataclass
from urllib.parse import unquote

_ESCAPE = re.compile(r"\\([^0-9A-Za-z\s])")
_LINK = re.compile(r"(?:https?|steam|discord)://[^\s<]+[^<.,:;\"'\]\s]")
_LINE_START = re.compile(r"(?m)^[^\S\n]*(?:#{1,3}\s|-#\s|>|[-*+]\s|[0-9]+\.\s)")
_INLINE = re.compile(r"[*_~`|<>\[]|:[A-Za-z0-9_+~-]+:")
_PING = re.compile(r"@(?:everyone|here|[!&]?[0-9])")


@dataclass
class Seen:
    """What a reader sees, which addresses are links, and which marks did something."""

    literal: str = ""
    links: tuple[str, ...] = ()
    active: tuple[str, ...] = ()


def read(shown: str) -> Seen:
    """Reads from left to right: escapes, links, marks, anything else."""
    seen = Seen(active=tuple(_PING.findall(re.sub(_LINK, "", shown))))
    place = 0
    while place < len(shown):
        if mark := _LINE_START.match(shown, place):
            seen.active += (mark[0],)
        if escape := _ESCAPE.match(shown, place):
            seen.literal += escape[1]
            place = escape.end()
        elif link := _LINK.match(shown, place):
            seen.links += (link[0],)
            seen.literal += link[0]
            place = link.end()
        else:
            if mark := _INLINE.match(shown, place):
                seen.active += (mark[0],)
            seen.literal += shown[place]
            place += 1
    return seen


def squeezed(text: str) -> str:
    """A text without what may differ: white space, joints of pings, the form of addresses."""
    text = re.sub("(?i)https?://", lambda scheme: scheme[0].lower(), "".join(text.split()))
    return unquote(text.replace("\u200b", ""))
