"""Every question that can be asked, with everything that a person may fill in."""

import inspect
from collections.abc import Iterator
from itertools import product
from typing import Any, NamedTuple

from bot.app.app import App
from bot.app.items import Items
from bot.app.lists import Lists
from bot.app.reading import ReadingRoom
from bot.app.searching import Searching
from bot.app.suggestions import Suggestions
from bot.domain.reader import Reader


class Question(NamedTuple):
    """A method of one part of the app."""

    part: str
    method: str

    async def ask(self, app: App, reader: Reader, **given: Any) -> Any:
        return await getattr(getattr(app, self.part), self.method)(reader, **given)


PARTS: dict[str, type] = {
    "reading": ReadingRoom,
    "items": Items,
    "lists": Lists,
    "searching": Searching,
    "suggestions": Suggestions,
}


def _methods(part: str, kind: type) -> list[Question]:
    named = inspect.getmembers(kind, inspect.isfunction)
    return [
        Question(part, name)
        for name, method in named
        if not name.startswith("_") and "reader" in inspect.signature(method).parameters
    ]


QUESTIONS = [question for part, kind in PARTS.items() for question in _methods(part, kind)]
"""Found by looking, so that none can be forgotten."""


def fillings(question: Question, known: dict[str, list[Any]]) -> Iterator[dict[str, Any]]:
    """All ways to fill in a question; KeyError for a parameter that nobody knows to fill in.

    `known` has values by parameter, or by part, method and parameter where they differ.
    """
    method = getattr(PARTS[question.part], question.method)
    names = [
        name for name in inspect.signature(method).parameters if name not in ("self", "reader")
    ]
    own = {name: known.get(".".join((*question, name))) or known[name] for name in names}
    for values in product(*own.values()):
        yield dict(zip(names, values, strict=True))
