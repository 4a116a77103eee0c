"""The texts of an alert about a whole issue: its overview, its sections, its key quotes."""

from bot.domain.alert import Alert
from bot.domain.entry import Entry
from bot.domain.quote import Quote
from bot.domain.sentence import first_paragraph, first_sentence
from bot.presentation import limits
from bot.presentation.alert_rooms import NAME, AlertRooms
from bot.presentation.attribution import attribution
from bot.presentation.beginning import beginning
from bot.presentation.language import Language, listed_first
from bot.presentation.line import line
from bot.presentation.masthead import issue_name, newsroom_name
from bot.presentation.room import Room
from bot.presentation.section_list import first_words, section_lines
from bot.presentation.section_text import title

_LONGEST = 300  # units of the line on one section
_NAMED = 4


def alert_text(alert: Alert, language: Language, room: Room, rooms: AlertRooms) -> list[str]:
    """One text after the other; the overview and the quotes have what the sections leave."""
    head, others = _head(alert, language), _others(alert, language)
    room = room.beside(head, others)
    sections = _sections(alert, language, room.within(rooms.sections))
    room = room.beside(sections)
    overview = _overview(alert, room.within(rooms.overview))
    room = room.beside(overview)
    quotes: list[str] = []
    for quote in alert.quotes:
        shown = _quote(quote, language, rooms.quote)
        if room.takes(shown):
            room = room.beside(shown)
            quotes.append(shown)
    return [head, overview, "\n".join(part for part in (sections, others) if part), *quotes]


def _head(alert: Alert, language: Language) -> str:
    issue = alert.issue
    day = language.date(issue.date) if issue.date else ""
    name = line(issue.title or "", limits.TITLE)
    lines = (
        f"# {issue_name(issue)}",
        " · ".join(part for part in (day, newsroom_name(issue.briefing)) if part),
        f"**{name}**" if name else "",
    )
    return "\n".join(part for part in lines if part)


def _overview(alert: Alert, room: Room) -> str:
    """Its first paragraph; where nobody can open the rest, as much as fits."""
    text = alert.overview.text if alert.overview else ""
    return beginning(text if alert.announced else first_paragraph(text), room)[0]


def _sections(alert: Alert, language: Language, room: Room) -> str:
    lines = section_lines(alert.wanted, language, room, _LONGEST, _first_sentence)
    left = len(alert.wanted) - len(lines)
    if left:
        lines.append(f"and {left} more sections{'' if alert.announced else ' in the menu'}")
    return "\n".join(lines)


def _first_sentence(entry: Entry) -> str:
    return first_sentence(first_words(entry))


def _others(alert: Alert, language: Language) -> str:
    """What the issue has beside the countries that the subscription wants."""
    if not alert.countries or not alert.others:
        return ""
    names = [line(title(entry, language), NAME) for entry in alert.others]
    return f"-# Also in this issue: {listed_first(names, _NAMED)}"


def _quote(quote: Quote, language: Language, room: Room) -> str:
    said = attribution(quote, language, limits.SHORT_PERSON)
    return f"> “{line(quote.text, room, '…')}”\n> {said}"
