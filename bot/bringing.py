"""Bringing: documents are imported from files, and each result is told as it comes."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import typer

from bot.app.app import App
from bot.app.importing import Imported, Order
from bot.errors import SitrepError, Unreadable
from bot.terminal.imported import imported_line
from bot.terminal.refusal import refusal_line

_CLEAR = "\r\x1b[K"
"""Takes the progress bar away, so that a result does not stand behind it."""


async def bring_all(app: App, files: Sequence[Path], order: Order, *, as_json: bool) -> bool:
    """Imports each file by itself, so that one that fails keeps no other back.

    Gives whether all went well. What was told before an unexpected error is done.
    """
    shown = len(files) > 1 and sys.stderr.isatty()
    succeeded = True
    with typer.progressbar(files, label="Importing", file=sys.stderr, hidden=not shown) as bar:
        for file in bar:
            result = await _bring(app, file, order)
            if shown:
                typer.echo(_CLEAR, nl=False, err=True)
            _tell(file, result, as_json)
            succeeded = succeeded and isinstance(result, Imported)
    return succeeded


async def _bring(app: App, file: Path, order: Order) -> Imported | SitrepError:
    try:
        return await app.importing.bring(read_document(file), file.name, order)
    except SitrepError as error:
        return error


def _tell(file: Path, result: Imported | SitrepError, as_json: bool) -> None:
    failed = isinstance(result, SitrepError)
    if as_json:
        told = {"error": refusal_line(result)} if failed else result.model_dump(mode="json")
        typer.echo(json.dumps({"file": str(file), **told}, ensure_ascii=False))
    else:
        line = refusal_line(result) if failed else imported_line(result)
        typer.echo(f"{file}: {line}", err=failed)


def read_document(file: Path) -> bytes:
    """The bytes of a file; those of standard input if it is called "-".

    Raises Unreadable if there are none to be had.
    """
    try:
        return sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    except OSError as error:
        reason = error.strerror
        raise Unreadable(f"The file cannot be read ({reason}); check the path.") from None
