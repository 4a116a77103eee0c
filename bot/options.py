"""Options that several commands of the line take."""

from typing import Annotated, Any

import typer

from bot.app.importing import MOST_ID
from bot.domain.filter import MOST_TYPED
from bot.terminal.listing import MOST


def server(about: str) -> Any:
    """An option that takes the Discord id of a server."""
    return typer.Option(min=1, max=MOST_ID, help=about)


def _typed(text: str | None) -> str | None:
    if text is not None and len(text) > MOST_TYPED:
        raise typer.BadParameter(f"at most {MOST_TYPED} characters are looked at.")
    return text


def _narrowing(about: str) -> Any:
    return typer.Option(callback=_typed, help=about)


AsJson = Annotated[bool, typer.Option("--json", help="For programs: JSON, one object a line")]
Briefing = Annotated[str | None, typer.Option(help="By its id, or by its name")]
Country = Annotated[str | None, _narrowing("By any name, in any language")]
Limit = Annotated[int, typer.Option(min=1, max=MOST, help="How many at most")]
Newsroom = Annotated[int | None, server("As this server reads")]
Since = Annotated[
    str | None, _narrowing("The first day: 2022-01-28, January 2022, 2022, last 7 days")
]
Speaker = Annotated[str | None, _narrowing("Any part of the name")]
Until = Annotated[str | None, _narrowing("The last day, written alike")]
Words = Annotated[str | None, _narrowing('Words, "a phrase", -without this one')]
Query = Annotated[
    str,
    typer.Argument(callback=_typed, help='Words, "a phrase", -without this one; or an id: #q345'),
]
