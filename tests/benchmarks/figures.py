"""The figures of a benchmark beside their aims, as a table in Markdown."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """What was measured, and what was aimed at; `met` is None where nothing was."""

    measure: str
    value: str
    aim: str = "reported"
    met: bool | None = None


def at_most(measure: str, value: float, most: float, more: str = "") -> Figure:
    """A number that may not be higher; `more` is said beside it."""
    shown = f"{value:.3f}{f' ({more})' if more else ''}"
    return Figure(measure, shown, f"<= {most:g}", value <= most)


def none(measure: str, *counts: int) -> Figure:
    """Numbers of what may not happen at all."""
    zeros = ", ".join("0" for _ in counts)
    return Figure(measure, ", ".join(map(str, counts)), zeros, not any(counts))


def row(figure: Figure) -> Sequence[str]:
    """Its cells."""
    met = {None: "", True: "met", False: "**NOT MET**"}[figure.met]
    return (figure.measure, figure.value, figure.aim, met)


def head(*cells: str) -> str:
    """The first two lines of a table, whose rows are printed as soon as they are there."""
    return f"{line(cells)}\n{line(['---'] * len(cells))}"


def line(cells: Sequence[str]) -> str:
    """One line."""
    return f"| {' | '.join(cells)} |"
