"""The commands that carry everything out of the database, and into an empty one."""

import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from bot.app.carrying import carry_along, carry_in, carry_out
from bot.errors import Unavailable, Unreadable
from bot.settings import load_settings
from bot.terminal.carried import carried_line, table_line
from bot.wiring import ROOT, file_of, now

carrying = typer.Typer()


@carrying.command()
def export(
    file: Annotated[
        Path | None, typer.Argument(help="A new file, unless said sitrep-<time>.jsonl; - prints")
    ] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Write over an older archive")] = False,
) -> None:
    """Write everything that is kept into an archive of JSON lines, while the bot may run."""
    database, progress = file_of(load_settings(ROOT)), _Progress()
    target = file or Path(f"sitrep-{now():%Y%m%dT%H%M%SZ}.jsonl")
    if str(target) == "-":
        carry_along(database, _print, progress.tell)
        _print(b"")
    else:
        carry_out(database, target, progress.tell, replace=replace)
    place = "standard output" if str(target) == "-" else target
    progress.end(f"{place} holds {{}} of {database}")


@carrying.command(name="import-archive")
def import_archive(
    file: Annotated[Path, typer.Argument(help="What `sitrep export` wrote; - is standard input")],
) -> None:
    """Bring an archive into an empty database, whole or not at all."""
    database, progress = file_of(load_settings(ROOT)), _Progress()
    with _opened(file) as source:
        carry_in(database, source, str(file), now(), progress.tell)
    progress.end(f"Brought {{}} of {file} into {database}")


class _Progress:
    """Tells of each table on a terminal, and of all of them at the end, on standard error."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self._shown = sys.stderr.isatty()

    def tell(self, table: str, count: int) -> None:
        """Hears of a table that is done."""
        self._counts[table] = count
        if self._shown and count:
            typer.echo(f"  {table_line(table, count)}", err=True)

    def end(self, sentence: str) -> None:
        """Says how many rows there were of what."""
        typer.echo(carried_line(sentence, self._counts), err=True)


def _print(line: bytes) -> None:
    """Writes to standard output; nothing writes everything out. Raises Unavailable."""
    try:
        sys.stdout.buffer.write(line)
        if not line:
            sys.stdout.buffer.flush()
    except OSError as error:
        # Python would complain of it at its end: docs.python.org, "Note on SIGPIPE".
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise Unavailable(f"The archive cannot be printed ({error}).") from error


@contextmanager
def _opened(file: Path) -> Generator[BinaryIO]:
    """A file, or standard input; raises Unreadable if there is none to be had."""
    if str(file) == "-":
        yield sys.stdin.buffer
        return
    try:
        opened = file.open("rb")
    except OSError as error:
        reason = error.strerror
        raise Unreadable(f"{file} cannot be read ({reason}); check the path.") from None
    with opened:
        yield opened
