"""A command that is used wrongly, and how it is meant."""

from typing import Any

import typer
from typer.core import TyperCommand

_QUOTED = (
    'quote what holds a -word: `quotes --words "pipe -line"`, or `search -- "pipe -line"`'
    " with -- before it"
)


class WordsCommand(TyperCommand):
    """A command that takes words; a -word of them that stands alone is taken for an option."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Raises Typer's usage error, which says how the words are given."""
        try:
            return super().parse_args(ctx, args)
        except typer.TyperException as error:
            option = str(getattr(error, "option_name", ""))
            if option and not option.startswith("--"):
                error.message = f"No such option: {option}; {_QUOTED}."
            raise
