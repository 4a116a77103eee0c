"""Options that several commands of the line take."""

from typing import Annotated, Any

import typer

from bot.app.importing import MOST_ID

AsJson = Annotated[bool, typer.Option("--json", help="For programs: JSON, one object a line")]


def server(about: str) -> Any:
    """An option that takes the Discord id of a server."""
    return typer.Option(min=1, max=MOST_ID, help=about)
