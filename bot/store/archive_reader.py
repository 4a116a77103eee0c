"""The reader of an archive: its lines one after the other, each as it must be."""

import hashlib
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from pydantic import ValidationError

from bot.errors import Refused
from bot.store.archive_line import EDITION, LONGEST, Ending, Heading, Row
from bot.store.version import known_versions, newest_version


class Numbered(NamedTuple):
    """A row and the number of its line."""

    number: int
    row: Row


class ArchiveReader:
    """Reads an archive once, and holds one line of it at a time.

    `name` is what it is called when something is wrong with it.
    """

    def __init__(self, stream: BinaryIO, name: str) -> None:
        self._stream = stream
        self._name = name
        self._sum = hashlib.sha256()
        self._number = 0

    def begin(self) -> None:
        """Reads the heading.

        Raises Refused unless it is that of an archive of this version.
        """
        try:
            heading = Heading.model_validate_json(self._next())
        except ValidationError:
            raise Refused(
                f"{self._name} is no archive of Sitrep: line 1 does not say so."
            ) from None
        version = heading.database
        if heading.edition != EDITION or version not in known_versions():
            raise Refused(
                f"Line 1 of {self._name} says that a newer Sitrep made it (version {version});"
                " upgrade Sitrep first."
            )
        if version != newest_version():
            raise Refused(
                f"Line 1 of {self._name} says that an older Sitrep made it (version {version});"
                " bring it in with that one, then upgrade."
            )

    def rows(self) -> Iterator[Numbered]:
        """The rows up to the ending, which must be there and say what was read.

        Raises Refused with the line where the archive is damaged.
        """
        count = 0
        while True:
            before = self._sum.hexdigest()
            line = self._next()
            try:
                row = Row.model_validate_json(line)
            except ValidationError:
                self._end(line, Ending(rows=count, sha256=before))
                return
            count += 1
            yield Numbered(self._number, row)

    def damaged(self, number: int, reason: str) -> Refused:
        """What is said of a line that is not as it was written."""
        return Refused(
            f"Line {number} of {self._name} is damaged ({reason}), so nothing was brought in; use"
            " another copy."
        )

    def _next(self) -> bytes:
        self._number += 1
        line = self._stream.readline(LONGEST + 1)
        if not line:
            raise self.damaged(self._number, "it is missing, the file is cut off")
        if len(line) > LONGEST:
            raise self.damaged(self._number, "it is too long")
        if not line.endswith(b"\n"):
            raise self.damaged(self._number, "it is cut off")
        self._sum.update(line)
        return line

    def _end(self, line: bytes, found: Ending) -> None:
        try:
            ending = Ending.model_validate_json(line)
        except ValidationError:
            raise self.damaged(self._number, "it is no row and no ending") from None
        if ending.rows != found.rows:
            counted = f"it tells of {ending.rows} rows, and {found.rows} are there"
            raise self.damaged(self._number, counted)
        if ending != found:
            raise self.damaged(self._number, "the checksum of the lines before is another one")
        if self._stream.read(1):
            raise self.damaged(self._number + 1, "it stands behind the ending")
