"""The citation of a section, a quote, an event or a whole issue, in three forms."""

import re
from collections.abc import Callable
from dataclasses import dataclass, fields, replace

from bot.domain.item import Happened, Item, Said
from bot.domain.listing import Cited
from bot.domain.reference import Kind, Reference
from bot.presentation.item_name import distinction
from bot.presentation.language import Language
from bot.presentation.line import label, visible
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
    who: str
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
            who=_part(_who(said, language)) if said else "",
            words=_part(_words(item, language)),
            revision=f"revision {issue.revision}" if issue.revision else "",
            reference=str(reference_of(cited)),
        )

    def cut(self, longest: int) -> "Citation":
        """With no part longer than that, in UTF-16 units."""
        parts = {field.name: getattr(self, field.name) for field in fields(self)}
        return replace(self, **{name: _part(text, longest) for name, text in parts.items()})


def reference_of(cited: Cited) -> Reference:
    """The short id of what is cited."""
    return cited.item.reference if cited.item else Reference(kind=Kind.ISSUE, id=cited.issue.id)


def plain_text(citation: Citation) -> str:
    """Words and speaker, then issue, publisher and date, in one line."""
    return _sentences(citation.words, citation.who, _issue(citation), _ending(citation))


def markdown(citation: Citation) -> str:
    """The same with the words in italics, all marks of the texts escaped."""
    escaped = _with_each(citation, lambda text: _MARKDOWN.sub(r"\\\g<0>", text))
    words = f"*{escaped.words}*" if escaped.words else ""
    return _sentences(words, escaped.who, _issue(escaped, "**"), _ending(escaped))


def bibtex(citation: Citation, cited: Cited) -> str:
    """An entry @misc, whose key is the short id."""
    escaped = _with_each(citation, lambda text: "".join(_BIBTEX.get(c, c) for c in text))
    day = cited.issue.date
    title = f"{escaped.briefing} {escaped.number}{f': {escaped.title}' if escaped.title else ''}"
    note = _sentences(escaped.words, escaped.who, _section(escaped), _revised(escaped))
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


def _words(item: Item | None, language: Language) -> str:
    match item:
        case Said():
            return f"“{item.text}”"
        case Happened():
            return f"{distinction(item, language)}: {item.text}"
        case _:
            return ""


def _who(said: Said, language: Language) -> str:
    quote = said.quote
    country = language.country(quote.country) if quote.country else ""
    day = language.date(quote.said_on) if quote.said_on else ""
    parts = (distinction(said, language), quote.role or "", country, day)
    return ", ".join(part for part in parts if part)


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
    """Begun with a capital and ended with a stop, unless it has one."""
    return f"{part[0].upper()}{part[1:]}{'' if _ENDED.search(part) else '.'}"


def _with_each(citation: Citation, escape: Callable[[str], str]) -> Citation:
    parts = {field.name: getattr(citation, field.name) for field in fields(citation)}
    return replace(citation, **{name: escape(text) for name, text in parts.items()})
