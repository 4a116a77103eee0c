"""Checks: what keeps an issue from being published, and what an editor might look at."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum

from bot.domain.editing.doubts import doubts
from bot.domain.editing.edit import LONGEST_TEXT
from bot.domain.editing.spot import Spot
from bot.domain.entry import Entry
from bot.domain.issue import Contents
from bot.domain.quote import Quote
from bot.domain.record import CountryCode, Record

_LEFTOVER = re.compile(r"\b(?:TK|TKTK|TODO|FIXME|XXX)\b|\?\?\?|(?<=\S)  +(?=\S)|Lorem ipsum")
_LINK = re.compile(r"\bhttps?:?/{0,2}[^\s<>()\[\]]*", re.IGNORECASE)
_WHOLE_LINK = re.compile(r"https?://[^\s/?#@]+\.[^\s/?#@]{2,}(?:[/?#]\S*)?$", re.IGNORECASE)
_PARTNERS = {"“": "”", "„": "“”", "«": "»", "(": ")", "[": "]"}
_CLOSING = "”»)]"


class Check(StrEnum):
    """What was found; the first ten keep an issue from being published."""

    NO_NUMBER = "no_number"
    NO_DATE = "no_date"
    NO_TITLE = "no_title"
    NUMBER_TAKEN = "number_taken"
    NO_SECTION = "no_section"
    EMPTY = "empty"
    NOT_VERBATIM = "not_verbatim"
    DOUBT = "doubt"
    TOO_LONG = "too_long"
    UNAPPROVED = "unapproved"
    COUNTRY_LEFT = "country_left"
    NO_ROLE = "no_role"
    FUTURE = "future"
    NO_SOURCE = "no_source"
    LEFTOVER = "leftover"
    UNBALANCED = "unbalanced"
    BAD_LINK = "bad_link"
    SAME = "same"

    @property
    def blocks(self) -> bool:
        """Whether nothing is published before this is mended."""
        return self in _BLOCKING


_BLOCKING = {
    Check.NO_NUMBER, Check.NO_DATE, Check.NO_TITLE, Check.NUMBER_TAKEN, Check.NO_SECTION,
    Check.EMPTY, Check.NOT_VERBATIM, Check.DOUBT, Check.TOO_LONG, Check.UNAPPROVED,
}  # fmt: skip


class Finding(Record):
    """What was found and where; `detail` is the words, the country or the number it is about.

    `known` says that readers have it so already.
    """

    check: Check
    at: Spot | None = None
    event: bool = False
    detail: str = ""
    known: bool = False

    @property
    def blocks(self) -> bool:
        """Whether nothing goes out before this is mended."""
        return self.check.blocks and not self.known

    @property
    def unapproved(self) -> bool:
        """Whether nothing is wrong but that a second editor has to let it out."""
        return self.check is Check.UNAPPROVED


class Surroundings(Record):
    """What an issue is checked against, beside itself.

    `taken` says that another issue has its number, `today` is the newsroom's day, `previous` are
    the sections of the issue before. `named` gives the countries that a text names.
    """

    taken: bool = False
    today: date
    previous: tuple[Entry, ...] = ()


Named = Callable[[str], Iterable[CountryCode]]
"""Finds the countries that a text names."""


def findings(contents: Contents, around: Surroundings, named: Named) -> list[Finding]:
    """Everything, what blocks first, each in the order of the text."""
    found = [*_masthead(contents, around)]
    for place, entry in enumerate(contents.entries):
        found += _section(Spot(entry=place), entry, around, named)
    found += _doubts(contents)
    found += _countries(contents, named)
    return sorted(found, key=lambda each: not each.blocks)


def findings_of_sections(
    entries: Sequence[Entry], around: Surroundings, named: Named
) -> list[Finding]:
    """What is to be said of sections alone, such as those of a live update."""
    contents = Contents(number=0, date=around.today, title=None, entries=tuple(entries))
    found = [*_doubts(contents)]
    for place, entry in enumerate(entries):
        found += _section(Spot(entry=place), entry, around, named)
    return sorted(found, key=lambda each: not each.blocks)


def compared(
    found: Sequence[Finding], contents: Contents, before: Sequence[Finding], published: Contents
) -> list[Finding]:
    """The findings of a correction: what is so in the published issue too keeps nothing back."""
    known = {_subject(each, published) for each in before}
    marked = [
        each.model_copy(update={"known": _subject(each, contents) in known}) for each in found
    ]
    return sorted(marked, key=lambda each: not each.blocks)


def _subject(finding: Finding, contents: Contents) -> tuple[Check, str | None, str]:
    """What a finding is about, wherever that stands by now."""
    if finding.at is None:
        return finding.check, None, ""
    entry, item = contents.entries[finding.at.entry], finding.at.item
    if item is None:
        return finding.check, entry.heading, ""
    words = entry.events[item].sentence if finding.event else entry.quotes[item].text
    return finding.check, entry.heading, words


def _masthead(contents: Contents, around: Surroundings) -> Iterator[Finding]:
    if contents.number is None:
        yield Finding(check=Check.NO_NUMBER)
    elif around.taken:
        yield Finding(check=Check.NUMBER_TAKEN, detail=str(contents.number))
    if contents.date is None:
        yield Finding(check=Check.NO_DATE)
    elif contents.date > around.today:
        yield Finding(check=Check.FUTURE, detail=contents.date.isoformat())
    if not contents.title:
        yield Finding(check=Check.NO_TITLE)
    if not contents.entries:
        yield Finding(check=Check.NO_SECTION)


def _section(spot: Spot, entry: Entry, around: Surroundings, named: Named) -> Iterator[Finding]:
    if not entry.text.strip():
        yield Finding(check=Check.EMPTY, at=spot)
    if len(entry.text) > LONGEST_TEXT:
        yield Finding(check=Check.TOO_LONG, at=spot, detail=str(len(entry.text)))
    yield from _quotes(spot, entry, around, named)
    if entry.heading is not None and entry.source is None and not _LINK.search(entry.text):
        yield Finding(check=Check.NO_SOURCE, at=spot)
    for match in _LEFTOVER.finditer(entry.text):
        yield Finding(check=Check.LEFTOVER, at=spot, detail=_around(entry.text, match.span()))
    for mark in _unbalanced(entry.text):
        yield Finding(check=Check.UNBALANCED, at=spot, detail=_around(entry.text, (mark, mark + 1)))
    for link in _LINK.findall(f"{entry.text} {entry.source or ''}"):
        if not _WHOLE_LINK.match(link.rstrip(".,;:!?”’\"'")):
            yield Finding(check=Check.BAD_LINK, at=spot, detail=link)
    if entry.heading is not None and any(entry.text == each.text for each in around.previous):
        yield Finding(check=Check.SAME, at=spot)


def _quotes(spot: Spot, entry: Entry, around: Surroundings, named: Named) -> Iterator[Finding]:
    unknown = set[str]()
    for item, quote in enumerate(entry.quotes):
        at = spot.model_copy(update={"item": item})
        placed = quote.start is not None and entry.text[quote.start : quote.end] == quote.text
        if not (placed or quote.source):
            yield Finding(check=Check.NOT_VERBATIM, at=at, detail=quote.text)
        if _needs_role(quote, named) and quote.speaker not in unknown:
            unknown.add(quote.speaker or "")
            yield Finding(check=Check.NO_ROLE, at=at, detail=quote.speaker or "")
        if quote.said_on and quote.said_on > around.today:
            yield Finding(check=Check.FUTURE, at=at, detail=quote.said_on.isoformat())
    for item, event in enumerate(entry.events):
        if event.when.start > around.today and not event.expected:
            at = spot.model_copy(update={"item": item})
            yield Finding(check=Check.FUTURE, at=at, event=True, detail=event.sentence)


def _needs_role(quote: Quote, named: Named) -> bool:
    """Of a ministry of Japan everybody knows what it is."""
    return bool(quote.speaker and not quote.role and not list(named(quote.speaker)))


def _doubts(contents: Contents) -> Iterator[Finding]:
    for doubt in doubts(contents):
        yield Finding(check=Check.DOUBT, at=doubt.at, event=doubt.answer.event)


def _countries(contents: Contents, named: Named) -> Iterator[Finding]:
    """Countries that the text names and no section is on: one may have been forgotten."""
    covered = {code for entry in contents.entries for code in entry.countries}
    told = (code for entry in contents.entries for code in named(entry.text))
    left = [code for code in dict.fromkeys(told) if code not in covered]
    if left:
        yield Finding(check=Check.COUNTRY_LEFT, detail=" ".join(left))


def _unbalanced(text: str) -> Iterator[int]:
    """Where a mark stands whose partner is missing in its paragraph.

    A quotation that goes on in the next paragraph opens there again, and is closed at its end.
    """
    start = 0
    paragraphs = text.split("\n")
    for number, paragraph in enumerate(paragraphs):
        opened = list[tuple[int, str]]()
        for place, mark in enumerate(paragraph, start):
            if opened and mark in _PARTNERS[opened[-1][1]]:
                opened.pop()
            elif mark in _PARTNERS:
                opened.append((place, mark))
            elif mark in _CLOSING:
                yield place
        following = next((each for each in paragraphs[number + 1 :] if each.strip()), "")
        goes_on = bool(opened) and following.lstrip().startswith(opened[-1][1])
        yield from (place for place, _ in opened[: -1 if goes_on else None])
        if paragraph.count('"') % 2:
            yield start + paragraph.rindex('"')
        start += len(paragraph) + 1


def _around(text: str, span: tuple[int, int]) -> str:
    """The words around a place of a text."""
    return " ".join(text[max(span[0] - 20, 0) : span[1] + 20].split())
