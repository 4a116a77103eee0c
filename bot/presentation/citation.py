"""The citation of a section, a quote, an event or a whole issue, in three forms."""

import re
from collections.abc import Callable
from dataclasses import dataclass, fields, replace

from bot.domain.item import Happened, Said
from bot.domain.listing import Cited
from bot.domain.reference import Kind, Reference
from bot.presentation.attribution import doubt
from bot.presentation.item_name import caveat, distinction
from bot.presentation.language import Language
from bot.presentation.line import capital, label, visible
from bot.presentation.masthead import number
from bot.presentation.room import Room
from bot.presentation.section_text import caption

_LENGTHS = (600, 300, 150, 60, 20, 8)  # of each part, tried until the whole has room
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_ENDED = re.compile(r"[.!?…][”*]*$")
_MARKDOWN = re.compile(r"[\\`*_{}\[\]<>()#+\-!|~]")
_BIBTEX = {
    **{mark: f"\\{mark}" for mark in "$&#%_"},
    "\\": "\\textbackslash{}",
    "{": "\\textbraceleft{}",  # BibTeX counts braces, those behind a backslash too
    "}": "\\textbraceright{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
    "`": "\\textasciigrave{}",
}


@dataclass(frozen=True)
class Citation:
    """What a citation says, each part on one line; what is not known is empty."""

    briefing: str
    number: str
    title: str
    publisher: str
    date: str
    section: str
    speaker: str
    doubt: str
    about: str
    source: str
    day: str
    words: str
    revision: str
    reference: str

    @classmethod
    def of(cls, cited: Cited, language: Language) -> "Citation":
        """Gathers the parts."""
        issue, item = cited.issue, cited.item
        said = item if isinstance(item, Said) else None
        return cls(
            briefing=_part(issue.briefing.name) or "Untitled briefing",
            number=number(issue),
            title=_part(issue.title),
            publisher=_part(issue.briefing.newsroom_name) or "Unnamed server",
            date=language.date(issue.date) if issue.date else "",
            section=_part(caption(item.entry, language)) if item else "",
            speaker=_part(distinction(said, language)) if said else "",
            doubt=doubt(said.quote) if said else "",
            about=_part(_about(said, language)) if said else "",
            source=_part(said.quote.source) if said else "",
            day=_day(item, language) if isinstance(item, Happened) else "",
            words=_part(item.text) if isinstance(item, Said | Happened) else "",
            revision=f"revision {issue.revision}" if issue.revision else "",
            reference=str(reference_of(cited)),
        )

    def cut(self, longest: int) -> "Citation":
        """With no part longer than that, in UTF-16 units, but for what only we say, and briefly."""
        cut = _with_each(self, lambda text: _part(text, longest))
        return replace(cut, doubt=self.doubt, date=self.date, day=self.day)


def reference_of(cited: Cited) -> Reference:
    """The short id of what is cited."""
    return cited.item.reference if cited.item else Reference(kind=Kind.ISSUE, id=cited.issue.id)


def plain_text(citation: Citation) -> str:
    """Words and speaker, then issue, publisher and date, in one line."""
    issue, ending = _issue(citation), _ending(citation)
    return _sentences(_words(citation), _who(citation), _source(citation), issue, ending)


def markdown(citation: Citation) -> str:
    """The same with the words in italics, all marks of the texts escaped."""
    escaped = _with_each(citation, lambda text: _MARKDOWN.sub(r"\\\g<0>", text))
    words, issue = _words(escaped), _issue(escaped, "**")
    said = f"*{words}*" if words else ""
    return _sentences(said, _who(escaped), _source(escaped), issue, _ending(escaped))


def bibtex(citation: Citation, cited: Cited) -> str:
    """An entry @misc, whose key is the short id."""
    escaped = _with_each(citation, lambda text: "".join(_BIBTEX.get(c, c) for c in text))
    day = cited.issue.date
    title = f"{escaped.briefing} {escaped.number}{f': {escaped.title}' if escaped.title else ''}"
    place = capital(_section(escaped)), capital(_revised(escaped))
    note = _sentences(_words(escaped), _who(escaped), _source(escaped), *place)
    lines = (
        ("title", f"{{{{{title}}}}}"),
        ("key", f"{{{{{escaped.briefing}}}}}"),
        ("publisher", f"{{{{{escaped.publisher}}}}}"),
        ("year", f"{{{day.year:04}}}" if day else ""),
        ("month", _MONTHS[day.month - 1] if day else ""),
        ("day", f"{{{day.day}}}" if day else ""),
        ("note", f"{{{note}}}"),
    )
    parts = "".join(f"  {name} = {value},\n" for name, value in lines if value)
    return f"@misc{{sitrep-{str(reference_of(cited)).removeprefix('#')},\n{parts}}}"


def fitting(form: Callable[[Citation], str], citation: Citation, room: Room) -> str:
    """A form of the citation that fits, its parts cut as little as that takes."""
    forms = (form(citation.cut(longest)) for longest in _LENGTHS)
    return next((text for text in forms if room.takes(text)), form(citation.cut(_LENGTHS[-1])))


def _part(text: str | None, longest: int = _LENGTHS[0]) -> str:
    return label(text, longest) if text and visible(text) else ""


def _about(said: Said, language: Language) -> str:
    quote = said.quote
    role = quote.role if quote.role and visible(quote.role) else ""
    country = language.country(quote.country) if quote.country else ""
    day = language.date(quote.said_on) if quote.said_on else ""
    return ", ".join(part for part in (role, country, day) if part)


def _day(happened: Happened, language: Language) -> str:
    return capital(distinction(happened, language)) + caveat(happened)


def _words(citation: Citation) -> str:
    """A quote in its marks, whatever of it was cut; an event behind its day."""
    if not citation.words:
        return citation.day
    return f"{citation.day}: {citation.words}" if citation.day else f"“{citation.words}”"


def _who(citation: Citation) -> str:
    parts = (citation.speaker, citation.doubt, citation.about)
    return ", ".join(part for part in parts if part)


def _source(citation: Citation) -> str:
    return f"From {citation.source}, not from the text of the issue" if citation.source else ""


def _issue(citation: Citation, mark: str = "") -> str:
    name = f"{mark}{citation.briefing} {citation.number}{mark}"
    parts = (name, f"“{citation.title}”" if citation.title else "", _section(citation))
    return ", ".join(part for part in parts if part)


def _section(citation: Citation) -> str:
    return f"section “{citation.section}”" if citation.section else ""


def _ending(citation: Citation) -> str:
    parts = (citation.publisher, citation.date, _revised(citation))
    return ", ".join(part for part in parts if part)


def _revised(citation: Citation) -> str:
    """Which state of the issue is cited, and the id under which Sitrep finds it."""
    return ", ".join(part for part in (citation.revision, f"Sitrep {citation.reference}") if part)


def _sentences(*parts: str) -> str:
    return " ".join(_sentence(part) for part in parts if part)


def _sentence(part: str) -> str:
    """Ended with a stop, unless it has one."""
    return part if _ENDED.search(part) else f"{part}."


def _with_each(citation: Citation, escape: Callable[[str], str]) -> Citation:
    parts = {field.name: getattr(citation, field.name) for field in fields(citation)}
    return replace(citation, **{name: escape(text) for name, text in parts.items()})
