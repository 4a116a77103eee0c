"""An answer as lines of text."""

from collections.abc import Iterator

from bot.domain.answer import Answer, Help, Reading, Shelves
from bot.domain.gazetteer import Gazetteer
from bot.domain.listing import Cited, Forgotten, InContext, Opened, Quotes, Results, Timeline
from bot.terminal.item import item_lines
from bot.terminal.listing import quotes_lines, timeline_lines
from bot.terminal.nothing import nothing_lines
from bot.terminal.results import results_lines
from bot.terminal.wrapped import wrapped


def answer_lines(answer: Answer, gazetteer: Gazetteer) -> Iterator[str]:
    """An answer to one of the commands that ask; what only buttons ask for has no lines."""
    match answer:
        case Reading():
            yield from _reading(answer, gazetteer)
        case Quotes():
            yield from quotes_lines(answer, gazetteer)
        case Timeline():
            yield from timeline_lines(answer, gazetteer)
        case Results():
            yield from results_lines(answer, gazetteer)
        case Opened(item=item):
            yield from item_lines(item, gazetteer)
        case InContext() | Cited() | Forgotten() | Shelves() | Help():
            return
        case _:
            yield from nothing_lines(answer, gazetteer)


def _reading(reading: Reading, gazetteer: Gazetteer) -> Iterator[str]:
    """The issue, or of it the one section that was asked for."""
    issue = reading.issue
    yield f"{issue.label} · {issue.date}"
    if issue.title:
        yield issue.title
    if reading.country and reading.newest.id != issue.id:
        name = gazetteer.name(reading.country)
        yield f"The newest issue, #{reading.newest.number}, has nothing on {name}."
    for entry in reading.entries:
        if reading.entry in {0, entry.id}:
            yield from ("", entry.heading or "Overview")
            yield from wrapped(entry.text.splitlines(), "")
