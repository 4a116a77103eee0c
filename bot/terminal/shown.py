"""What is shown: lines on standard output."""

from collections.abc import Iterable

import typer


def show(lines: Iterable[str]) -> None:
    """Prints each line as it comes."""
    for line in lines:
        typer.echo(line)
