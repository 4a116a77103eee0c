"""What is shown: lines on standard output."""

import os
import sys
from collections.abc import Iterable

import typer


def show(lines: Iterable[str]) -> None:
    """Prints each line as it comes, until whoever reads them has enough, as `head` has.

    What is printed after that goes nowhere: Python would complain of it at its end
    (https://docs.python.org/3/library/signal.html#note-on-sigpipe).
    """
    try:
        for line in lines:
            typer.echo(line)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
