"""Carrying: everything that is kept goes into an archive, and from there into a new database."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from bot.errors import Unreadable
from bot.store.archive_file import new_archive
from bot.store.archive_filling import fill
from bot.store.archive_reader import ArchiveReader
from bot.store.archive_writer import Told, write_archive
from bot.store.migration import migrate


def carry_out(file: Path, target: Path, told: Told, *, replace: bool) -> None:
    """Writes an archive of the database, safe while the bot runs.

    Raises Refused if there is no database of this version or `target` is taken, Unavailable if
    either cannot be used now.
    """
    with new_archive(target, replace=replace) as write:
        write_archive(file, write, told)


def carry_along(file: Path, write: Callable[[bytes], object], told: Told) -> None:
    """Hands the lines of an archive to `write`; raises as `carry_out` does."""
    write_archive(file, write, told)


def carry_in(file: Path, source: BinaryIO, name: str, now: datetime, told: Told) -> None:
    """Fills an empty database, or a new one, with what an archive holds, whole or not at all.

    Raises Refused if anything is in the database, or if the archive is damaged or of another
    version, Unreadable if it cannot be read, Unavailable if the database cannot be written.
    """
    archive = ArchiveReader(source, name)
    try:
        archive.begin()
        migrate(file, now)
        fill(file, archive, told)
    except OSError as error:
        raise Unreadable(f"{name} cannot be read ({error}); check the path.") from error
