"""Every question that can be asked, with everything that a person may fill in."""

import inspect
from collections.abc import Iterator
from itertools import product
from typing import Any, NamedTuple

from bot.app.app import App
from bot.app.reading import ReadingRoom
from bot.app.suggestions import Suggestions
from bot.domain.reader import Reader


class Question(NamedTuple):
    """A method of one part of the app."""

    part: str
    method: str

    async def ask(self, app: App, reader: Reader, **given: Any) -> Any:
        return await getattr(getattr(app, self.part), self.method)(reader, **given)


def _methods(part: str, kind: type) -> list[Question]:
    named = inspect.getmembers(kind, inspect.isfunction)
    return [Question(part, name) for name, _ in named if not name.startswith("_")]


QUESTIONS = [*_methods("reading", ReadingRoom), *_methods("suggestions", Suggestions)]
"""Found by looking, so that none can be forgotten."""

_KINDS = {"reading": ReadingRoom, "suggestions": Suggestions}


def fillings(question: Question, known: dict[str, list[Any]]) -> Iterator[dict[str, Any]]:
    """All ways to fill in a question; KeyError for a parameter that nobody knows to fill in.

    `known` has values by parameter, or by method and parameter where they differ.
    """
    method = getattr(_KINDS[question.part], question.method)
    names = [
        name for name in inspect.signature(method).parameters if name not in ("self", "reader")
    ]
    own = {name: known.get(f"{question.method}.{name}") or known[name] for name in names}
    for values in product(*own.values()):
        yield dict(zip(names, values, strict=True))
