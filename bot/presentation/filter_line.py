"""The filter of a list in words: "by “quill” · from Japan · since January 1, 2022"."""

from bot.domain.filter import Filter, Listed
from bot.domain.issue import Issue
from bot.domain.item import Item
from bot.presentation import limits
from bot.presentation.language import Language
from bot.presentation.line import line
from bot.presentation.masthead import number
from bot.presentation.section_text import caption
from bot.presentation.typed import quoted


def narrowings(
    asked: Filter, language: Language, item: Item | None = None, issue: Issue | None = None
) -> list[str]:
    """What the list is narrowed to, each in a phrase; `item` is one that it holds.

    `issue` is the one that an empty list is narrowed to, if it is known.
    """
    phrases = [
        f"by {quoted(asked.speaker)}" if asked.speaker else "",
        _country(asked, language),
        f"with {quoted(asked.words)}" if asked.words else "",
        f"since {language.date(asked.since)}" if asked.since else "",
        f"until {language.date(asked.until)}" if asked.until else "",
        _part(asked, language, item, item.issue if item else issue),
    ]
    return [phrase for phrase in phrases if phrase]


def filter_line(asked: Filter, language: Language, item: Item | None = None) -> str:
    """The same on one line; empty for a list of everything."""
    return " · ".join(narrowings(asked, language, item))


def _country(asked: Filter, language: Language) -> str:
    if asked.country is None:
        return ""
    return f"{'from' if asked.listed is Listed.QUOTES else 'on'} {language.named(asked.country)}"


def _part(asked: Filter, language: Language, item: Item | None, of: Issue | None) -> str:
    """The issue, or the sections of one."""
    if not asked.entries and asked.issue is None:
        return ""
    issue = number(of) if of else "one issue"
    if not asked.entries:
        return f"in {issue}"
    if len(asked.entries) == 1:
        name = line(caption(item.entry, language), limits.NAME) if item else ""
        return f"in section {name} of {issue}" if name else f"in one section of {issue}"
    return f"in {len(asked.entries)} sections of {issue}"
