"""Edits of sections: added, named anew, moved, joined, divided, left out."""

from bot.domain.editing.anchors import shifted
from bot.domain.editing.edit import LONGEST_TEXT
from bot.domain.editing.naming import name_of
from bot.domain.editing.spot import Spot, entry_at, with_entry
from bot.domain.editing.text_edit import sourced
from bot.domain.entry import Entry
from bot.domain.event import Event
from bot.domain.issue import Contents
from bot.domain.quote import Quote
from bot.domain.record import CountryCode, Record
from bot.errors import Refused

LONGEST_HEADING = 200
MOST_SECTIONS = 60

_BETWEEN = "\n\n"


def heading_of(typed: str) -> str:
    """A heading as it is kept; raises Refused for none, or one that is too long."""
    heading = " ".join(typed.split())
    if not 1 <= len(heading) <= LONGEST_HEADING:
        raise Refused(f"A heading has 1 to {LONGEST_HEADING} characters; shorten it.")
    return heading


class AddSection(Record):
    """A new section, the last one."""

    section: Entry

    def apply(self, contents: Contents) -> Contents:
        """The section at the end; an overview at the beginning, where there can be only one."""
        if len(contents.entries) >= MOST_SECTIONS:
            raise Refused(f"An issue has at most {MOST_SECTIONS} sections; join some of them.")
        if len(self.section.text) > LONGEST_TEXT:
            raise Refused(f"A section has at most {LONGEST_TEXT:,} characters; divide it.")
        if self.section.heading is not None:
            return _with(contents, [*contents.entries, self.section])
        if contents.entries and contents.entries[0].heading is None:
            raise Refused("There is an overview already; open it to change its text.")
        return _with(contents, [self.section, *contents.entries])

    def deed(self, before: Contents) -> str:
        """Which one."""
        return f"{name_of(self.section)}: section added"


class NameSection(Record):
    """The heading, the countries and the source of a section."""

    at: Spot
    heading: str
    countries: tuple[CountryCode, ...]
    source: str = ""

    def apply(self, contents: Contents) -> Contents:
        """The section named so; the overview keeps having no heading."""
        entry = entry_at(contents, self.at)
        named = {
            "heading": None if entry.heading is None else heading_of(self.heading),
            "countries": tuple(dict.fromkeys(self.countries)),
            "source": sourced(self.source) if self.source.strip() else None,
        }
        return with_entry(contents, self.at, entry.model_copy(update=named))

    def deed(self, before: Contents) -> str:
        """Which one, by the name it had."""
        return f"{name_of(entry_at(before, self.at))}: heading, countries or source changed"


class MoveSection(Record):
    """A section goes to another place."""

    at: Spot
    to: int

    def apply(self, contents: Contents) -> Contents:
        """The sections in their new order; the overview stays on top."""
        entry = entry_at(contents, self.at)
        rest = [*contents.entries]
        del rest[self.at.entry]
        first = 1 if contents.entries[0].heading is None else 0
        if entry.heading is None:
            raise Refused("The overview stays on top.")
        rest.insert(min(max(self.to, first), len(rest)), entry)
        return _with(contents, rest)

    def deed(self, before: Contents) -> str:
        """Which one."""
        return f"{name_of(entry_at(before, self.at))}: moved"


class JoinSection(Record):
    """A section goes into the one before it."""

    at: Spot

    def apply(self, contents: Contents) -> Contents:
        """One section of both texts, with the countries, quotes and events of both."""
        entry = entry_at(contents, self.at)
        if self.at.entry == 0:
            raise Refused("This is the first section; join the next one to it.")
        before = contents.entries[self.at.entry - 1]
        shift = len(before.text) + len(_BETWEEN) if before.text else 0
        text = f"{before.text}{_BETWEEN}{entry.text}" if before.text else entry.text
        if len(text) > LONGEST_TEXT:
            raise Refused(f"Together they have more than {LONGEST_TEXT:,} characters.")
        joined = {
            "text": text,
            "countries": tuple(dict.fromkeys((*before.countries, *entry.countries))),
            "quotes": (*before.quotes, *(shifted(quote, shift) for quote in entry.quotes)),
            "events": (*before.events, *(shifted(event, shift) for event in entry.events)),
            "source": before.source or entry.source,
        }
        entries = [*contents.entries]
        entries[self.at.entry - 1 : self.at.entry + 1] = [before.model_copy(update=joined)]
        return _with(contents, entries)

    def deed(self, before: Contents) -> str:
        """Which one, into which."""
        name, place = name_of(entry_at(before, self.at)), max(self.at.entry - 1, 0)
        return f"{name}: joined to {name_of(before.entries[place])}"


class DivideSection(Record):
    """A section becomes two; the second begins at a line of the text, which becomes its heading."""

    at: Spot
    line: str
    countries: tuple[CountryCode, ...] = ()

    def apply(self, contents: Contents) -> Contents:
        """Both sections; a quote or event across the line is an error."""
        entry = entry_at(contents, self.at)
        start = _line_start(entry.text, self.line)
        below = start + len(self.line)
        text = entry.text[below:].lstrip()
        second = len(entry.text) - len(text)
        first = entry.text[:start].rstrip()
        if not first or not text:
            raise Refused("Choose a line with text above and below it.")
        for part in (*entry.quotes, *entry.events):
            if part.start is not None and part.start < second and (part.end or 0) > len(first):
                raise Refused("This line stands within a quote or an event; choose another line.")
        upper = entry.model_copy(
            update={
                "text": first,
                "quotes": tuple(each for each in entry.quotes if _above(each, second)),
                "events": tuple(each for each in entry.events if _above(each, second)),
            }
        )
        lower = Entry(
            heading=heading_of(self.line.strip().strip("*#_: ") or self.line),
            countries=self.countries,
            text=text,
            live_at=entry.live_at,
            source=entry.source,
            quotes=tuple(shifted(q, -second) for q in entry.quotes if not _above(q, second)),
            events=tuple(shifted(e, -second) for e in entry.events if not _above(e, second)),
        )
        entries = [*contents.entries]
        entries[self.at.entry : self.at.entry + 1] = [upper, lower]
        return _with(contents, entries)

    def deed(self, before: Contents) -> str:
        """Which one, and where."""
        return f"{name_of(entry_at(before, self.at))}: divided"


class DropSection(Record):
    """A section is left out, with its quotes and events."""

    at: Spot

    def apply(self, contents: Contents) -> Contents:
        """The other sections."""
        entry_at(contents, self.at)
        entries = [*contents.entries]
        del entries[self.at.entry]
        return _with(contents, entries)

    def deed(self, before: Contents) -> str:
        """Which one."""
        return f"{name_of(entry_at(before, self.at))}: section left out"


def _with(contents: Contents, entries: list[Entry]) -> Contents:
    return contents.model_copy(update={"entries": tuple(entries)})


def _above(part: Quote | Event, second: int) -> bool:
    """Whether it goes with the upper one of two sections; so does what stands nowhere."""
    return part.start is None or part.start < second


def _line_start(text: str, line: str) -> int:
    """Where that line begins; raises Refused if there is none such."""
    start = 0
    for each in text.split("\n"):
        if line.strip() and each == line:
            return start
        start += len(each) + 1
    raise Refused("There is no such line in the text; choose one that is offered.")
