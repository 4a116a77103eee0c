"""Scoring: the command line of the benchmarks that read a folder of annotated files."""

import argparse
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Protocol


class Score(Protocol):
    """What a benchmark counts."""

    errors: list[str]

    def lines(self) -> Iterator[str]:
        """The figures."""
        ...


def report(title: str | None, add: Callable[[Path], None], score: Score, pattern: str) -> None:
    """Adds the files of the folder named on the command line; prints figures, and errors if asked.

    `pattern` is a glob below the folder. --part N OF takes every OF-th file from the Nth on.
    """
    parser = argparse.ArgumentParser(description=title)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--part", type=int, nargs=2, default=(0, 1), metavar=("N", "OF"))
    args = parser.parse_args()
    for file in _files(args.folder.glob(pattern))[args.part[0] :: args.part[1]]:
        add(file)
    print(*score.lines(), *(score.errors if args.errors else ()), sep="\n")  # noqa: T201


def _files(found: Iterable[Path]) -> list[Path]:
    return sorted(p for p in found if not p.name.startswith("."))
