"""Archives for tests: written from a database, changed like a text, read into a new one."""

import hashlib
import io
import json
from pathlib import Path
from typing import Any

from bot.app.carrying import carry_along, carry_in
from bot.store.archive_line import Ending
from tests.moments import NOW


def silent(_table: str, _count: int) -> None:
    """Hears of nothing."""


def written(file: Path) -> bytes:
    """The archive of a database."""
    lines: list[bytes] = []
    carry_along(file, lines.append, silent)
    return b"".join(lines)


def read(archive: bytes, target: Path) -> dict[str, int]:
    """Fills a database, new unless it is there; gives how many rows of what."""
    counts: dict[str, int] = {}
    carry_in(target, io.BytesIO(archive), "an archive", NOW, counts.__setitem__)
    return counts


def ended(*lines: bytes) -> bytes:
    """Lines with an ending that fits them, as somebody would write who means harm."""
    whole = b"".join(lines)
    checksum = hashlib.sha256(whole).hexdigest()
    return whole + Ending(rows=len(lines) - 1, sha256=checksum).written


def lines_of(archive: bytes) -> list[bytes]:
    """The lines without the ending."""
    return archive.splitlines(keepends=True)[:-1]


def changed(line: bytes, **values: Any) -> bytes:
    """A row with other values."""
    row = json.loads(line)
    row["row"] |= values
    return json.dumps(row).encode() + b"\n"


def place_of(lines: list[bytes], table: str) -> int:
    """Where the first row of a table stands, from 0."""
    return next(at for at, line in enumerate(lines) if json.loads(line).get("table") == table)
