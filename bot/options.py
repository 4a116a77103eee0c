"""Options that several commands of the line take."""

from typing import Annotated, Any

import typer

from bot.app import searching
from bot.app.importing import MOST_ID
from bot.domain.filter import MOST_TYPED
from bot.terminal import listing


def server(about: str) -> Any:
    """An option that takes the Discord id of a server."""
    return typer.Option(min=1, max=MOST_ID, help=about)


def _typed(text: str | None) -> str | None:
    if text is not None and len(text) > MOST_TYPED:
        raise typer.BadParameter(f"at most {MOST_TYPED} characters are looked at.")
    return text


def _narrowing(about: str) -> Any:
    return typer.Option(callback=_typed, help=about)


def _limit(most: int) -> Any:
    """An option that takes how many items are printed, from 1."""

    def bounded(number: int) -> int:
        if not 1 <= number <= most:
            raise typer.BadParameter(f"it takes a number from 1 to {most}.")
        return number

    return typer.Option(callback=bounded, help=f"How many, at most {most}")


AsJson = Annotated[bool, typer.Option("--json", help="For programs: JSON, one object a line")]
Briefing = Annotated[str | None, typer.Option(help="By its id, or by its name")]
Country = Annotated[str | None, _narrowing("By any name, in any language")]
Findings = Annotated[int, _limit(searching.MOST)]
Limit = Annotated[int, _limit(listing.MOST)]
Newsroom = Annotated[int | None, server("As this server reads")]
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
