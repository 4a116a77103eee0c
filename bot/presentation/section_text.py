"""The text of a section: its heading, and what the page holds of it."""

from bot.domain.entry import Entry
from bot.presentation import limits
from bot.presentation.language import Language
from bot.presentation.layout import Block
from bot.presentation.line import line, visible, words
from bot.presentation.markdown import plain

OVERVIEW = "Overview"
_LIVE = "Live update"


def title(entry: Entry, language: Language) -> str:
    """What a section is called: its heading, else its countries; not yet inert."""
    if entry.heading and visible(entry.heading):
        return words(entry.heading)
    if entry.countries:
        return language.countries(entry.countries)
    return _LIVE if entry.live_at else OVERVIEW


def caption(entry: Entry, language: Language) -> str:
    """What a section is called in a list, where a live update looks like any other."""
    name = title(entry, language)
    return f"{name}, live update" if entry.live_at and name != _LIVE else name


def with_flags(name: str, entry: Entry, language: Language) -> str:
    """A name, beside the flags of the section's countries."""
    return f"{language.flags(entry.countries)} {name}".strip()


def section_text(block: Block, language: Language) -> str:
    """One block of a page as Discord's markdown."""
    entry = block.entry
    name = line(title(entry, language), limits.HEADING)
    part = f" ({block.part}/{block.parts})" if block.parts > 1 else ""
    heading = f"## {with_flags(name, entry, language)}{part}"
    live = f"-# {_LIVE}, {language.moment(entry.live_at)}" if entry.live_at else ""
    text = plain(block.text) or "This section has no text."
    source = source_line(entry) if block.part == block.parts else ""
    return "\n".join(part for part in (heading, live, text, source) if part)


def source_line(entry: Entry) -> str:
    """Where a section was told, below its text; empty if it does not say."""
    source = line(entry.source or "", limits.SOURCE)
    return f"-# Source: {source}" if source else ""
