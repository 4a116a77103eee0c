"""Reading a live update: a text becomes sections with their quotes and events."""

from collections.abc import Sequence
from datetime import date

from bot.app.drafted import contents_of
from bot.app.planning import NO_UPDATE
from bot.domain.entry import Entry
from bot.domain.gazetteer import Gazetteer
from bot.domain.record import CountryCode
from bot.errors import Refused, Unreadable
from bot.importer.importer import import_document

_UNREADABLE = "This update cannot be read as text; write it without control characters."


def read_update(
    text: str, countries: Sequence[CountryCode], gazetteer: Gazetteer, today: date
) -> tuple[Entry, ...]:
    """The entries of a live update, with the quotes and the events that stand in it.

    Without headings of its own it is one section, on these countries. Raises Refused for what is
    no text.
    """
    if not text.strip():
        raise Refused(NO_UPDATE)
    heading = " and ".join(gazetteer.name(code) for code in countries)
    # Below a masthead and its heading, the importer knows of which year and of which country
    # things probably are, and takes no line for a title.
    above = [f"Update #1 | {today:%B} {today.day}, {today.year}", "Update", heading]
    entries = _entries("\n\n".join([*filter(None, above), text]), gazetteer)
    named = {"heading": heading or None, "countries": tuple(countries)}
    return tuple(
        entry if entry.heading and entry.heading != heading else entry.model_copy(update=named)
        for entry in entries or _entries(text, gazetteer)  # it may have a masthead of its own
    )


def _entries(text: str, gazetteer: Gazetteer) -> list[Entry]:
    try:
        draft = import_document(text.encode(), "update.txt", gazetteer)
    except (Unreadable, UnicodeEncodeError):
        raise Refused(_UNREADABLE) from None
    return [entry for entry in contents_of(draft).entries if entry.text]
