"""The masthead: briefing, number, date, title, from front matter or from the first lines."""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.importer.dates import Expression, expressions
from bot.importer.furniture import CHROME, STAMP
from bot.importer.reckoning import NoSuchDate, full_day
from bot.importer.source import BOLD, Line, Source
from bot.importer.words import word_set

DEPTH = 10
"""Lines with text that may belong to a masthead."""
LONGEST = 220
"""Characters of the longest title."""
NUMBERED = re.compile(
    r"^(?P<before>[^\d#|]{0,80}?)[\s,:–—|-]{0,5}"
    r"(?:#\s?|(?i:\b(?:No\.?|Nr\.?|Issue(?: No\.?)?|Number|Edition|Vol\.?)\s{1,2}#?))"
    r"(?P<number>\d{1,6})\b(?P<after>.{0,160})$"
)
BARE_NUMBER = re.compile(
    r"^(?P<before>[A-Z][^\d#|.]{2,60}?)\s(?P<number>\d{1,5})\s?[|•·–—]\s?(?P<after>.{4,60})$"
)
# "Briefing 14/2023"
OF_YEAR = re.compile(
    r"^(?P<before>[A-Z][^\d#|.]{2,60}?)\s(?P<number>\d{1,4})/(?:19|20)\d\d\b(?P<after>.{0,160})$"
)
NUMBER_ONLY = re.compile(r"[^\d:]{2,60}\d{1,6}")
SERIES_NAME = re.compile(
    r"(?i)(?:\S{1,20} ){0,4}(?:alert|watch|brief|briefing|bulletin|update|updates|monitor|report"
    r"|digest|review|weekly|daily|newsletter|dispatch|tracker|notes)"
)
CAPITALS = re.compile(r"(?:[A-Z0-9][A-Z0-9’',.&-]*\s){4,24}[A-Z0-9][A-Z0-9’'-]*(?=\s[a-z])")
OF_SERIES = re.compile(r"^\s*of\s+(?:the\s+)?([A-Z][^|,•·–—]{2,60})")
DATE_LABEL = re.compile(
    r"(?i)\b(?:date|dated|published|publication date|posted|updated|issued|released|on|at|as of"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|utc|gmt|[ap]\.?m\.?)\b"
    r"|\d\d?:\d\d(?::\d\d)?Z?|[\W_]"
)
CREDIT = re.compile(r"(?i)^(?:by |photo|image|source:|author|written by|prepared by|edited by)")
COUNTED = word_set("note issue number edition bulletin update brief report letter")
"""What is counted, where the series has a name of its own."""
PARTS = re.compile(r"\s[|·•–—]\s")
TITLES = ("title", "post_title", "original_title", "headline", "subject")
DAYS = ("date", "post_date", "published", "publishedat", "published_at", "published_time",
        "published_on", "issued", "pubdate", "modified_time")  # fmt: skip
NUMBERS = ("number", "issue", "issue_number", "no", "edition")
SERIES = ("briefing", "series", "publication", "newsletter")
NO_NUMBER = "No issue number was found: give the number of this issue."
FROM_CAPITALS = "The title is the capitals that the text begins with: check it."
NO_DATE = "No date was found: give the date of this issue."


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the masthead says; `lines` is how many lines of the text it takes."""

    briefing: str | None = None
    number: int | None = None
    date: dt.date | None = None
    title: str | None = None
    lines: int = 0
    notes: tuple[str, ...] = ()
    day_first: bool = False
    """How a numeric date is read that could be read both ways."""


def read_masthead(
    source: Source, is_section: Callable[[Line, bool], bool], day_first: bool = False
) -> Masthead:
    """The masthead; it ends before the first line that `is_section` takes for a section's heading.

    `is_section` is told too whether the line stands below the number or the date.
    """
    lines = list(source.lines())
    head = replace(_front(source), day_first=day_first)
    last = source.head
    seen: list[Line] = []
    for index, line in _upper(lines, source.head, is_section):
        taken = _take(head, line)
        if taken is not None:
            head, last = taken, index + 1
        seen.append(line)
    head, last = _titled(head, lines, seen, last, source.head)
    doubts = _doubts(head)
    if head.title is None and (opening := _opening_capitals(lines[source.head :])):
        head, doubts = replace(head, title=opening), (*doubts, FROM_CAPITALS)
    return replace(head, lines=last, notes=doubts)


def _opening_capitals(lines: list[Line]) -> str | None:
    """The capitals that a text without a title begins with, where an extraction ran them in."""
    first = next((line.bare for line in lines if line.bare), "")
    found = CAPITALS.match(first[: 2 * LONGEST])
    return found[0] if found else None


def is_number_line(line: Line) -> bool:
    """True for a line such as "Policy Alert #12 | March 3, 2021": an issue begins near it."""
    found = _numbered(line.bare)
    return (
        found is not None and bool(found["before"].strip()) and _day_in(found["after"]) is not None
    )


def _numbered(text: str) -> re.Match[str] | None:
    if len(text) > 300:
        return None
    return NUMBERED.match(text) or BARE_NUMBER.match(text) or OF_YEAR.match(text)


def _front(source: Source) -> Masthead:
    keys = source.metadata

    def first(names: Sequence[str]) -> str | None:
        return next((keys[name] for name in names if keys.get(name)), None)

    number = re.search(r"\d{1,6}", first(NUMBERS) or "")
    title = first(TITLES)
    if title and (_numbered(title) or NUMBER_ONLY.fullmatch(title)):
        title = None  # "Policy Alert 77" is no title
    days = (day for name in DAYS if (day := _day_in(keys.get(name, "").replace("T", " "))))
    return Masthead(first(SERIES), int(number[0]) if number else None, next(days, None), title)


def _upper(
    lines: list[Line], begin: int, is_section: Callable[[Line, bool], bool]
) -> list[tuple[int, Line]]:
    """The first lines with text, up to a heading, a list or a sentence of running text."""
    upper: list[tuple[int, Line]] = []
    for index in range(begin, len(lines)):
        line = lines[index]
        if not line.bare or CHROME.fullmatch(line.bare):
            continue
        below = any(_take(Masthead(), other) is not None for _, other in upper)
        if len(upper) >= DEPTH or is_section(line, below) or _is_body(line):
            break
        upper.append((index, line))
    return upper


def _is_body(line: Line) -> bool:
    text = line.bare
    if STAMP.fullmatch(text):
        return True
    if line.rank or _numbered(text) or _is_date_line(text):
        return False
    return len(text) > LONGEST or text[-1] in '.!:”"…;,' or text[0] in '•-*“"[('


def _take(head: Masthead, line: Line) -> Masthead | None:
    """The masthead with what a line adds, or None if it is no line of number or date."""
    text = line.bare
    if found := _numbered(text):
        if head.number is not None:
            return head if int(found["number"]) == head.number else None
        series = OF_SERIES.match(found["after"])
        briefing = _trimmed(found["before"]) or (_trimmed(series[1]) if series else None)
        printed = (_day_in(found[part], head.day_first) for part in ("after", "before"))
        day = head.date or next(filter(None, printed), None)
        return replace(
            head, briefing=head.briefing or briefing, number=int(found["number"]), date=day
        )
    if _is_date_line(text):
        return replace(head, date=head.date or _day_in(text, head.day_first))
    return None


def _trimmed(text: str) -> str | None:
    return text.strip(" \t|,:;-–—*_.") or None


def _is_date_line(text: str) -> bool:
    """True if a line is a date and nothing else of weight: "Published: 3 March 2021"."""
    days = [e for e in expressions(text[:LONGEST]) if e.is_dated]
    if not days:
        return False
    rest = text[: days[0].start] + text[days[0].end :]
    if len(text) > 90:
        return False
    # "Riverwire | 3 March 2021 | Last updated 18:10": one part is the date, the others are short.
    parts = PARTS.split(text)
    between = [part for part in parts if not any(e.is_dated for e in expressions(part))]
    listed = len(parts) > 1 and all(len(part.split()) <= 4 for part in between)
    return not DATE_LABEL.sub("", rest) or listed


def _day_in(text: str, day_first: bool = False) -> dt.date | None:
    """The first full date of a text; one that no calendar has counts as none."""
    for expression in expressions(text[:LONGEST]):
        if day := _day_of(expression, day_first):
            return day
    return None


def _day_of(expression: Expression, day_first: bool) -> dt.date | None:
    try:
        return full_day(expression, day_first)
    except NoSuchDate:
        return None


def _titled(
    head: Masthead, lines: list[Line], seen: list[Line], last: int, begin: int
) -> tuple[Masthead, int]:
    """The masthead with its title, and the number of lines both take."""
    free = [line for line in seen if _take(Masthead(), line) is None]
    if head.number is not None and len(free) > 0:
        head, free, last = _with_series(head, lines, free, last)
    titles = _title_lines(free, lines, last, has_masthead=last > begin)
    if not titles or (head.title and not _same(head.title, titles)):
        return head, last
    title = _without_series(" ".join(line.bare for line in titles), head.briefing)
    end = max(last, lines.index(titles[-1]) + 1)
    return replace(head, title=head.title or title), end


def _with_series(
    head: Masthead, lines: list[Line], free: list[Line], last: int
) -> tuple[Masthead, list[Line], int]:
    """The masthead with a series whose name has a line to itself: "POLICY ALERT"."""
    named = next((line for line in free if SERIES_NAME.fullmatch(line.bare)), None)
    if head.briefing is not None:
        named = None
    if named is None and (head.briefing is None or head.briefing.lower() in COUNTED):
        named = _above(lines, free)
    if named is None:
        return head, free, last
    rest = [line for line in free if line != named]
    return replace(head, briefing=named.bare), rest, max(last, lines.index(named) + 1)


def _above(lines: list[Line], free: list[Line]) -> Line | None:
    """The short line above the number that names the series, if a longer one below is the title."""
    number = next((line for line in lines if _numbered(line.bare)), None)
    if number is None or len(free) < 2:
        return None
    over, under = free[0], free[1]
    longer = len(under.bare.split()) >= max(4, len(over.bare.split()) + 1)
    fits = over.end < number.start < under.start and len(over.bare.split()) <= 5
    return over if fits and longer and not CREDIT.match(under.bare) else None


def _same(title: str, lines: list[Line]) -> bool:
    printed = " ".join(line.bare for line in lines)
    return title.casefold().split() == printed.casefold().split()


def _title_lines(free: list[Line], lines: list[Line], last: int, has_masthead: bool) -> list[Line]:
    """The line, or two lines one right below the other, that are the title."""
    choices = [line for line in free if not CREDIT.match(line.bare)]
    marked = [line for line in choices if line.rank == 1] or [
        line for line in choices if 1 < line.rank <= BOLD
    ]
    if marked and (marked[0].rank == 1 or has_masthead):
        return marked[:1]
    if not choices or not (has_masthead or _stands_alone(choices[0], lines)):
        return []
    first = choices[0]
    if (
        len(choices) > 1
        and choices[1].start == first.end + 1
        and choices[1].end < lines[last - 1].start
    ):
        return choices[:2]
    return [first]


def _stands_alone(line: Line, lines: list[Line]) -> bool:
    """True if an empty line follows, and text after it: the shape of a title without masthead."""
    index = lines.index(line) + 1
    below = lines[index : index + 4]
    return bool(below) and not below[0].bare and any(later.bare for later in below)


def _without_series(title: str, briefing: str | None) -> str:
    """The title without the name of the briefing in front of it."""
    if briefing and title.casefold().startswith(briefing.casefold()):
        rest = title[len(briefing) :].lstrip()
        if rest[:1] in (":", "|", "–", "—", "-"):
            return rest[1:].strip() or title
    return title


def _doubts(head: Masthead) -> tuple[str, ...]:
    number = (NO_NUMBER,) if head.number is None else ()
    return number if head.date else (*number, NO_DATE)
