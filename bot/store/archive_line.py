"""The lines of an archive: its heading, a row of a table, and its ending."""

import json
from typing import Any, Literal

from pydantic import ConfigDict

from bot.domain.record import Record

LONGEST = 64 * 1024 * 1024
"""Bytes of a line; whatever is longer was not written here."""

EDITION = 1
"""The shape of these lines; the shape of the rows is that of the database's version."""

Value = int | str | None


class Line(Record):
    """What a line may be: JSON of exactly these fields, no other types, and no numbers in text."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    @property
    def written(self) -> bytes:
        """The line, with its end."""
        return _written(self.model_dump())


class Heading(Line):
    """The first line."""

    format: Literal["sitrep archive"] = "sitrep archive"
    edition: int = EDITION
    database: str


class Row(Line):
    """A row of a table."""

    table: str
    row: dict[str, Value]


class Ending(Line):
    """The last line: how many rows stand before it, and the checksum of all bytes before it."""

    rows: int
    sha256: str


def row_line(table: str, row: dict[str, Value]) -> bytes:
    """The line of a row, without the detour of a record: there are many."""
    return _written({"table": table, "row": row})


def _written(value: dict[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
