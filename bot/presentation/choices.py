"""Choices: what autocomplete shows, and what it stands for."""

from discord.app_commands import Choice

from bot.domain.briefing import Briefing
from bot.domain.issue import Issue
from bot.domain.item import Item, Said
from bot.domain.listing import Speaker
from bot.presentation import limits
from bot.presentation.item_name import caveat, distinction, kind_word
from bot.presentation.language import Language
from bot.presentation.line import label, visible, words
from bot.presentation.room import Room, units
from bot.presentation.word_edge import edge_before

_NAME = 50  # leaves room for what follows it


def country_choice(code: str, language: Language) -> Choice[str]:
    """A country by its name in the reader's language; its value is the code."""
    return Choice(name=label(language.country(code), limits.CHOICE), value=code)


def issue_choice(issue: Issue, language: Language) -> Choice[str]:
    """An issue by number, date and title; its value is the number."""
    day = language.date(issue.date) if issue.date else ""
    parts = (f"#{issue.number}", day, issue.title or "")
    name = " · ".join(part for part in parts if part)
    return Choice(name=label(name, limits.CHOICE), value=str(issue.number))


def speaker_choice(speaker: Speaker) -> Choice[str]:
    """Somebody by name, role and number of quotes; its value is the name, or its first words."""
    count = "1 quote" if speaker.quotes == 1 else f"{speaker.quotes} quotes"
    about = f"{speaker.role} · {count}" if speaker.role and visible(speaker.role) else count
    shown = label(f"{label(speaker.name, _NAME)} · {about}", limits.CHOICE)
    return Choice(name=shown, value=_first_words(speaker.name))


def period_choice(text: str) -> Choice[str]:
    """Days, months or a stretch; its value is the text."""
    return Choice(name=label(text, limits.CHOICE), value=_value(text))


def query_choice(text: str) -> Choice[str]:
    """What was typed for a search, as it is."""
    return Choice(name=label(text, limits.CHOICE), value=_value(text))


def hit_choice(item: Item, language: Language) -> Choice[str]:
    """An item by kind, what tells it apart, and first words; its value is its short id."""
    said = f"“{item.text}”" if isinstance(item, Said) else item.text
    which = label(distinction(item, language), _NAME)
    name = f"{kind_word(item)} · {which}{caveat(item)}: {said}"
    return Choice(name=label(name, limits.CHOICE), value=str(item.reference))


def _value(text: str) -> str:
    """As much as has room, in UTF-16 units."""
    return text.encode("utf-16-le", "surrogatepass")[: limits.CHOICE * 2].decode(
        "utf-16-le", "ignore"
    )


def _first_words(name: str) -> str:
    """As much as has room, without a word cut in two: it is looked for word by word."""
    name = words(name)
    if units(name) <= limits.CHOICE:
        return name or "-"
    end = edge_before(name, 0, Room(limits.CHOICE, limits.CHOICE * 4).reach(name))
    return name[:end]


def briefing_choice(briefing: Briefing) -> Choice[str]:
    """A briefing by name and server; its value is its id."""
    return Choice(name=label(briefing.label, limits.CHOICE), value=str(briefing.id))
