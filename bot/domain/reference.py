"""A reference: the short id under which an entry, a quote or an event is found for ever."""

from __future__ import annotations

import re
from enum import StrEnum

from bot.domain.record import Record

_WRITTEN = re.compile(r"\s*(?P<mark>#?)(?P<kind>[isqe])(?P<id>[1-9][0-9]{0,11})\s*", re.IGNORECASE)


class Kind(StrEnum):
    """What is referred to; the value begins its references."""

    ISSUE = "i"
    SECTION = "s"
    QUOTE = "q"
    EVENT = "e"


class Reference(Record):
    """A kind of thing and its id: "#q345" is a quote, "#s12" a section, or an overview."""

    kind: Kind
    id: int

    @classmethod
    def parse(cls, text: str, *, marked: bool = False) -> Reference | None:
        """Reads "#q345" and "q345" in any case, or with `marked` only the first.

        "S400" may be a missile too, so whoever searches for words asks for the mark.
        """
        match = _WRITTEN.fullmatch(text)
        if match is None or (marked and not match["mark"]):
            return None
        return cls(kind=Kind(match["kind"].lower()), id=int(match["id"]))

    def __str__(self) -> str:
        """As people read and type it."""
        return f"#{self.kind}{self.id}"
