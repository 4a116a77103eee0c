"""An answer as lines of text."""

from collections.abc import Iterable, Iterator

from bot.domain.answer import (
    Answer,
    DidYouMean,
    NothingOnCountry,
    NothingPublished,
    Reading,
    UnknownCountry,
)
from bot.domain.gazetteer import Gazetteer
from bot.terminal.wrapped import wrapped


def answer_lines(answer: Answer, gazetteer: Gazetteer) -> Iterator[str]:
    """An answer to `sitrep latest`."""
    match answer:
        case Reading():
            yield from _reading(answer, gazetteer)
        case DidYouMean(typed=typed, countries=codes):
            yield f"I know no country called “{typed}”. Did you mean {_names(codes, gazetteer)}?"
        case UnknownCountry(typed=typed, covered=codes):
            yield f"I know no country called “{typed}”. There are sections on:"
            yield _names(codes, gazetteer)
        case NothingOnCountry(country=code, briefing=briefing, covered=codes):
            yield f"{briefing.name} has no section on {gazetteer.name(code)}. It has sections on:"
            yield _names(codes, gazetteer)
        case NothingPublished(briefing=briefing):
            yield f"{briefing.name} has no published issue yet."
        case _:
            yield "There is nothing to read yet; import a document with --publish first."


def _reading(reading: Reading, gazetteer: Gazetteer) -> Iterator[str]:
    issue = reading.issue
    yield f"{issue.label} · {issue.date}"
    if issue.title:
        yield issue.title
    if reading.country and reading.newest.id != issue.id:
        name = gazetteer.name(reading.country)
        yield f"The newest issue, #{reading.newest.number}, has nothing on {name}."
    for entry in reading.entries:
        yield from ("", entry.heading or "Overview")
        yield from wrapped(entry.text.splitlines(), "")


def _names(codes: Iterable[str], gazetteer: Gazetteer) -> str:
    return ", ".join(gazetteer.name(code) for code in codes) or "nothing yet"
