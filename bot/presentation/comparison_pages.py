"""What differs between two states of an issue, on as many pages as it takes: nothing is cut."""

from collections.abc import Iterator
from typing import NamedTuple

from bot.domain.comparison import Comparison, SectionChange
from bot.domain.entry import Entry
from bot.domain.event import Event
from bot.domain.quote import Quote
from bot.presentation import limits
from bot.presentation.changed_fields import (
    Fields,
    event_fields,
    masthead_fields,
    quote_fields,
    section_fields,
    turned,
)
from bot.presentation.language import Language
from bot.presentation.line import line, words
from bot.presentation.markdown import plain
from bot.presentation.pages import split
from bot.presentation.room import Room
from bot.presentation.section_text import caption

_PAGE = Room(2400, 6000)
_PIECE = Room(1000, 2600)
_FIRST_WORDS = Room(60, 180)
_SAME = "Nothing that it says was changed."


class _Block(NamedTuple):
    """Lines that stay together, below the name of a section; all inert."""

    below: str
    lines: tuple[str, ...]


def comparison_pages(comparison: Comparison, language: Language, first: str = "") -> list[str]:
    """The pages, at least one; `first` is a text that comes before, not yet inert."""
    told = list(_blocks(comparison, language)) or [_Block("", (_SAME,))]
    blocks = [*_quoted("", "", first), *told]
    pages, lines, left, below = list[str](), list[str](), _PAGE, ""
    for block in blocks:
        shown = _shown(block, below)
        if lines and not left.takes("\n".join(shown)):
            pages.append("\n".join(lines))
            lines, left, shown = [], _PAGE, _shown(block, "")
        lines += shown
        left, below = left.beside(*shown), block.below
    return [*pages, "\n".join(lines)]


def _shown(block: _Block, below: str) -> list[str]:
    """With the name of its section, unless it stands above already."""
    named = block.below and block.below != below
    return [*([f"### {block.below}"] if named else []), *block.lines]


def _blocks(comparison: Comparison, language: Language) -> Iterator[_Block]:
    before, after = comparison.before, comparison.after
    yield from _fields("", "", masthead_fields(before, language), masthead_fields(after, language))
    if comparison.document:
        yield _Block("", ("It was made of another document.",))
    if comparison.moved:
        yield _Block("", ("Sections stand in another order.",))
    for said, entries in (("added", comparison.added), ("left out", comparison.removed)):
        for entry in entries:
            yield _Block("", (f"Section {said}: **{_name(entry, language)}**",))
    for change in comparison.changed:
        yield from _section(change, language)


def _section(change: SectionChange, language: Language) -> Iterator[_Block]:
    name = _name(change.after, language)
    before, after = change.before, change.after
    yield from _fields(name, "", section_fields(before, language), section_fields(after, language))
    for each in change.sentences:
        yield from _pair(name, "", " ".join(each.was), " ".join(each.now))
    if change.respaced:
        yield _Block(name, ("Only spaces and line breaks are different in the text.",))
    for was, now in change.quotes:
        yield from _part(name, "Quote", was, now, language)
    for was, now in change.events:
        yield from _part(name, "Event", was, now, language)


def _part(
    below: str, what: str, was: Quote | Event | None, now: Quote | Event | None, language: Language
) -> Iterator[_Block]:
    if was is None or now is None:
        done = f"{what} {'added' if was is None else 'left out'}:"
        part = was or now
        told = (value for value in _fields_of(part, language).values() if value) if part else ()
        yield from _quoted(below, done, " · ".join(told))
        return
    named = f"{what} “{line(_words(was), _FIRST_WORDS)}”"
    yield from _fields(below, named, _fields_of(was, language), _fields_of(now, language))


def _fields_of(part: Quote | Event, language: Language) -> Fields:
    return quote_fields(part, language) if isinstance(part, Quote) else event_fields(part, language)


def _words(part: Quote | Event) -> str:
    return part.text if isinstance(part, Quote) else part.sentence


def _fields(below: str, named: str, before: Fields, after: Fields) -> Iterator[_Block]:
    for name, was, now in turned(before, after):
        yield from _pair(below, f"{named}, {name}" if named else name, was, now)


def _pair(below: str, named: str, was: str, now: str) -> Iterator[_Block]:
    """What it was and what it is, one below the other."""
    begun = f"{named} " if named else ""
    yield from _quoted(below, f"{begun}was:", was)
    yield from _quoted(below, "now:", now)


def _quoted(below: str, label: str, text: str) -> Iterator[_Block]:
    """A text as a quotation, in as many pieces as it needs; a label of its own without one."""
    pieces = split(words(text), _PIECE)
    if not pieces:
        if label:
            yield _Block(below, (f"{label} nothing",))
        return
    for nth, piece in enumerate(pieces):
        above = label if not nth else f"{label} (goes on)"
        yield _Block(below, (*([above] if label else []), f"> {plain(piece)}"))


def _name(entry: Entry, language: Language) -> str:
    return line(caption(entry, language), limits.HEADING)
