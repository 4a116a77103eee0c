"""The importer's entrance: a document in, a draft out."""

from bot.domain.gazetteer import Gazetteer
from bot.importer.actors import Casting
from bot.importer.countries import Countries
from bot.importer.dates import Expression, expressions
from bot.importer.document import read_bytes, read_text
from bot.importer.draft import Draft, DraftEntry, DraftQuote
from bot.importer.entries import Headings, read_entries
from bot.importer.events import Chronicle
from bot.importer.masthead import Masthead, is_number_line, read_masthead
from bot.importer.people import People
from bot.importer.quotes import Quoting, dated
from bot.importer.reading import Reading, read
from bot.importer.source import Line, Source
from bot.importer.speakers import Resolver

SEVERAL = "This document holds more than one issue; only the first was read."


def import_document(data: bytes, filename: str, gazetteer: Gazetteer) -> Draft:
    """The draft of a file. Raises Unreadable, whose message says what to do next."""
    return _draft(read_bytes(data, filename), gazetteer)


def import_text(text: str, gazetteer: Gazetteer) -> Draft:
    """The draft of pasted text. Raises Unreadable, whose message says what to do next."""
    return _draft(read_text(text), gazetteer)


def _draft(source: Source, gazetteer: Gazetteer) -> Draft:
    headings = Headings(gazetteer)
    day_first = _day_first(source.text)
    head = read_masthead(source, headings.begins_section, day_first)
    lines = list(source.lines())
    end = _end_of_issue(lines, head)
    entries = read_entries(source.text, lines[head.lines : end], headings)
    casting = Casting(source.text, Countries(source.text, gazetteer))
    readings = [read(source.text, entry, casting) for entry in entries]
    chronicle = Chronicle(source.text, head.date, casting.countries, day_first)
    events = [event for reading in readings for event in chronicle.events(reading)]
    days = [(e.start, e.end, e.date) for e in events if len(e.date) == 10 and not e.expected]
    several = (SEVERAL,) if end < len(lines) else ()
    return Draft(
        source.text,
        head.briefing,
        head.number,
        head.date.isoformat() if head.date else None,
        head.title,
        tuple(entries),
        tuple(dated(_quotes(source.text, readings, casting), days)),
        tuple(events),
        (
            *source.notes,
            *head.notes,
            *several,
            *headings.doubts(entries),
            *dict.fromkeys(chronicle.notes),
        ),
    )


def _quotes(text: str, readings: list[Reading], casting: Casting) -> list[DraftQuote]:
    people = People(person for reading in readings for person in reading.sightings(casting))
    found: list[DraftQuote] = []
    for reading in readings:
        resolver = Resolver(casting, people, reading.scenes, _home(reading.entry))
        found += Quoting(text, reading, resolver).quotes()
    return found


def _home(entry: DraftEntry) -> str | None:
    return entry.countries[0] if len(entry.countries) == 1 else None


def _end_of_issue(lines: list[Line], head: Masthead) -> int:
    """The line with which a second issue begins; its title may stand above its number."""
    for index in range(head.lines, len(lines)):
        if head.number is None or not is_number_line(lines[index]):
            continue
        above = [i for i in range(index - 3, index) if i >= head.lines and lines[i].bare]
        titled = bool(above) and lines[above[-1]].bare[-1] not in '.!?”"'
        return above[-1] if titled else index
    return len(lines)


def _day_first(text: str) -> bool:
    """True if numeric dates have the day first: one that can only be read so decides.

    Where none does, it is how the text writes its dates in words, "3 March" or "March 3".
    """
    found = expressions(text, ("numeric", "day", "day_first"))
    certain = [e for e in found if e.form == "numeric" and max(_parts(e)) > 12]
    if certain:
        return any(_parts(e)[0] > 12 for e in certain)
    forms = [e.form for e in found]
    return forms.count("day_first") > forms.count("day")


def _parts(expression: Expression) -> tuple[int, int]:
    return int(expression.parts["a"]), int(expression.parts["b"])
