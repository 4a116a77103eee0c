"""The origin of an item: the issue and section that it stands in, and its short id."""

from bot.domain.item import Item, Section
from bot.presentation import limits
from bot.presentation.language import Language
from bot.presentation.line import line
from bot.presentation.masthead import issue_name, number
from bot.presentation.section_text import caption


def origin(item: Item, *before: str) -> str:
    """A small line that ends with issue and short id: "-# … · #244 · #q345"."""
    parts = (*before, number(item.issue), str(item.reference))
    return f"-# {' · '.join(part for part in parts if part)}"


def standing(item: Item, language: Language) -> str:
    """Where it stands, in words: "Policy Alert #244 · section Russia"."""
    issue = issue_name(item.issue)
    if isinstance(item, Section):
        return issue
    return f"{issue} · section {line(caption(item.entry, language), limits.NAME)}"
