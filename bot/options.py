"""Options that several commands of the line take."""

from collections.abc import Callable
from typing import Annotated, Any

import typer

from bot.app import searching
from bot.app.importing import MOST_ID
from bot.domain.filter import MOST_TYPED
from bot.terminal import listing

_MOST_DIGITS = len(str(MOST_ID))


def whole_number(least: int, most: int, about: str) -> Any:
    """An option that takes a whole number within these bounds."""
    return typer.Option(parser=_within(least, most), metavar="NUMBER", help=about)


def number_of(least: int, most: int, about: str) -> Any:
    """An argument that takes a whole number within these bounds."""
    return typer.Argument(parser=_within(least, most), metavar="NUMBER", help=about)


def _within(least: int, most: int) -> Callable[[object], int]:
    def bounded(typed: object) -> int:
        digits = str(typed).strip()
        # No number here has more digits than the id of a server.
        value = int(digits) if digits.isdecimal() and len(digits) <= _MOST_DIGITS else -1
        if not least <= value <= most:
            raise typer.BadParameter(f"it takes a number from {least} to {most}, not “{digits}”.")
        return value

    return bounded


def server(about: str) -> Any:
    """An option that takes the Discord id of a server."""
    return whole_number(1, MOST_ID, about)


def _typed(text: str | None) -> str | None:
    if text is not None and len(text) > MOST_TYPED:
        raise typer.BadParameter(f"at most {MOST_TYPED} characters are looked at.")
    return text


def _narrowing(about: str) -> Any:
    return typer.Option(callback=_typed, help=about)


def _limit(most: int) -> Any:
    return whole_number(1, most, f"How many, at most {most}")


AsJson = Annotated[bool, typer.Option("--json", help="For programs: JSON, one object a line")]
Briefing = Annotated[str | None, typer.Option(help="By its id, or by its name")]
Country = Annotated[str | None, _narrowing("By any name, in any language")]
Findings = Annotated[int, _limit(searching.MOST)]
Limit = Annotated[int, _limit(listing.MOST)]
Newsroom = Annotated[int | None, server("As this server reads")]
Owner = Annotated[int | None, server("The newsroom's server")]
Since = Annotated[
    str | None, _narrowing("The first day: 2022-01-28, January 2022, last 7 days, tomorrow")
]
Speaker = Annotated[str | None, _narrowing("Beginnings of words of the name: rin oka")]
Until = Annotated[str | None, _narrowing("The last day, written alike")]
Words = Annotated[str | None, _narrowing('Words, "a phrase", -without this one')]
Query = Annotated[
    str,
    typer.Argument(callback=_typed, help='Words, "a phrase", -without this one; or an id: #q345'),
]
