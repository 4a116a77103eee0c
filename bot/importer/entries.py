"""Entries: the sections of an issue, told apart by their headings."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import NamedTuple

from bot.domain.gazetteer import Gazetteer
from bot.importer.draft import DraftEntry
from bot.importer.furniture import CHROME, STAMP
from bot.importer.source import BOLD, CAPTION, Line

NO_SECTION = "No heading of a section was found: everything is in the overview."
FROM_PARAGRAPHS = "Its countries are those that paragraphs begin with."
OPENING = 40
"""Characters of a paragraph in which the country it opens with is looked for."""
_ALIKE = 0.8  # of 1; a letter or two wrong in a country's name
_COMPARED = 20  # headings: each takes a millisecond
STAMPED = 140
"""Characters of the longest headline below a time stamp."""
RUN_IN = re.compile(
    r"^\s*(?:(?P<flag>[\U0001F1E6-\U0001F1FF]{2})\s{1,3})?(?P<name>[A-Z][^\n:.—–]{2,60}?)"
    r"(?P<mark>:|\.|\s[—–-])\s{1,3}(?=[A-Z“\"‘])(?=.{40})"
)
THEME = re.compile(r"(?<=\w): (?=[A-Z])(?<!credit: )(?<!Photo: )(?<!Source: )(?<!Image: )")
LONGEST = 200
"""Characters of the longest heading that markup declares; a plain one has FREE at most."""
FREE = 60
# Between the names, which stand as "|", and around them; a list must not break off in an "and".
JOINT = re.compile(
    r"^(?:the |The |THE )?\|(?:[\s,&/+–—-]|\b(?:and|the|AND|THE|vs)\b\.?|\(?\|\)?)*(?<=[|)])\s?:?$"
)
TOPIC = re.compile(r"^(.{2,60}?)\s?(?:\||:|–|—| - )\s?(\S.{0,120})$")
# Places whose names hold a country's name without meaning it.
ELSEWHERE = re.compile(
    r"(?i)\b(?:(?:south|east) china sea|sea of japan|gulf of (?:mexico|oman|thailand|guinea)"
    r"|persian gulf|indian ocean|new england|new mexico|(?:latin|north|south|central) america"
    r"|irish sea|strait of malacca|somaliland|inner mongolia)\b"
)
# A flag, a rule or a number before the name; a bullet makes it an item of a list instead.
ORNAMENT = re.compile(r"^(?:[^\w\s•·*\-–‣◦(\[\"“]{1,4}|\d{1,2}[.)]|[IVX]{1,4}[.)])\s{1,3}")
UN_BODY = re.compile(r"^\s[A-Z]")


@dataclass(frozen=True, slots=True)
class Headings:
    """Tells which lines are headings, and which countries a heading names."""

    gazetteer: Gazetteer

    def countries(self, heading: str) -> tuple[str, ...]:
        """Codes of the countries that the words of a heading name, in order."""
        masked = ELSEWHERE.sub(lambda found: "·" * len(found[0]), heading)
        codes: list[str] = []
        for mention in self.gazetteer.mentions(masked):
            # "UN Food Office" names an office, not the UN as a party.
            if mention.code == "UN" and UN_BODY.match(masked[mention.end :]):
                continue
            codes.append(mention.code)
        return tuple(dict.fromkeys(codes))

    def openings(self, lines: Sequence[Line]) -> tuple[str, ...]:
        """Codes of the countries that paragraphs open with, where a text has lost its headings.

        One alone says nothing: any text may begin with a country.
        """
        codes: dict[str, None] = {}
        for line in lines:
            if len(line.bare) <= LONGEST:
                continue
            for mention in self.gazetteer.mentions(line.bare[:OPENING]):
                if mention.kind == "name" and mention.start <= len("Across the "):
                    codes[mention.code] = None
        return tuple(codes) if len(codes) > 1 else ()

    def doubts(self, entries: Sequence[DraftEntry]) -> Iterator[str]:
        """What an editor should look at: no section at all, a country that is misspelt."""
        if not any(entry.heading for entry in entries):
            lost = any(entry.countries for entry in entries)
            yield f"{NO_SECTION} {FROM_PARAGRAPHS}" if lost else NO_SECTION
        unknown = dict.fromkeys(e.heading for e in entries if e.heading and not e.countries)
        names = [self.gazetteer.name(code) for code in self.gazetteer.codes]
        for heading in list(unknown)[:_COMPARED]:
            for name in get_close_matches(heading[:FREE].title(), names, n=1, cutoff=_ALIKE):
                yield f"The heading “{heading}” names no country; did you mean {name}?"

    def names_country(self, line: Line) -> bool:
        """True if a line is nothing but the names of countries: "Russia", "India and Japan"."""
        text = line.bare
        if not text or len(text) > LONGEST or text[-1] in ".!?;,":
            return False
        return self._only_names(ORNAMENT.sub("", text))

    def is_run_in(self, name: str, mark: str) -> bool:
        """True if the words before a mark are the names of countries and nothing else."""
        return self._only_names(name, ("name",)) and (mark != "." or len(name.split()) <= 4)

    def begins_section(self, line: Line, below: bool) -> bool:
        """True if a line ends the masthead; a topic, "Russia: a thaw", only `below` its number."""
        if self.names_country(line):
            return True
        return below and line.rank != 1 and self._is_topic(line.bare, "")

    def is_heading(self, line: Line, before: str, after: str) -> bool:
        """True if a line heads a section; `before` and `after` are its neighbours' texts."""
        text = line.bare
        if not text or len(text) > LONGEST:
            return False
        if self.names_country(line):
            return bool(line.rank) or _begins_anew(text, before, after)
        if line.rank == CAPTION:
            return False
        if line.rank:
            return line.rank < BOLD or (
                text[-1] not in ".:,;!" and not text[0].islower() and not _goes_on(before, after)
            )
        if STAMP.fullmatch(before):
            return text[-1] not in ".:,;" and len(text) <= STAMPED
        apart = not before and not after
        if apart and text[-1] in '?”"’' and text[0].isalpha() and len(text.split()) <= 10:
            return self._is_topic(text, before)
        if text[-1] in '.,;:!?…”"' or not text[0].isalpha():
            return False
        return self._is_topic(text, before) or _is_free(text, before, after)

    def _only_names(self, text: str, kinds: Sequence[str] = ()) -> bool:
        mentions = [m for m in self.gazetteer.mentions(text) if m.kind != "demonym"]
        if not mentions or (kinds and any(m.kind not in kinds for m in mentions)):
            return False
        rest, at = "", 0
        for mention in mentions:
            rest, at = rest + text[at : mention.start] + "|", mention.end
        return JOINT.match(rest + text[at:]) is not None

    def _is_topic(self, text: str, before: str) -> bool:
        """The shape "Country | headline"; with a colon or dash only where the line stands alone."""
        found = TOPIC.match(text)
        if not found or not self._only_names(found[1]):
            return False
        return "|" in text or (not before and len(text) <= 90)


def _goes_on(before: str, after: str) -> bool:
    """True if a line in bold is part of a sentence that a program broke over lines."""
    return after[:1].islower() or (before[-1:].isalpha() and before[:1] not in "#*")


def _begins_anew(text: str, before: str, after: str) -> bool:
    """True if a line of country names is no part of a sentence, nor a label of what follows it."""
    if before and before[-1] not in '.!?:;”"…)|' and before.upper() != before:
        return False
    label = text.rstrip(":").rstrip()
    labels = after.startswith(("“", '"')) or label in after
    return label == text or not labels


def _is_free(text: str, before: str, after: str) -> bool:
    """A short line apart from others: all capitals, or at most eight words and no sentence."""
    if STAMP.fullmatch(text) or CHROME.fullmatch(text):
        return False
    plain = THEME.sub(" ", text, count=1)
    if before or len(text) > FREE or re.search(r"[:,|@“\"]|https?:", plain):
        return False
    letters = [c for c in text if c.isalpha()]
    if len(letters) > 2 and text == text.upper():
        return True
    return not after and text[0].isupper() and len(text.split()) <= 8


class _Head(NamedTuple):
    """A heading: where it, or the time stamp above it, begins, and where the body below does."""

    start: int
    text: str
    body: int


def read_entries(text: str, lines: list[Line], headings: Headings) -> list[DraftEntry]:
    """The sections of these lines; a body runs from below its heading to the next one, trimmed."""
    if not lines:
        return []
    found = list(_heads(lines, headings))
    stops = [*(head.start for head in found), lines[-1].end]
    overview = _body(text, lines[0].start, stops[0])
    lost = () if found else headings.openings(lines)
    entries = [DraftEntry(None, lost, *overview)] if overview[0] < overview[1] else []
    for head, stop in zip(found, stops[1:], strict=True):
        heading = head.text.rstrip(":").rstrip() or head.text
        codes = headings.countries(heading)
        entries.append(DraftEntry(heading, codes, *_body(text, head.body, stop)))
    return entries


def _heads(lines: list[Line], headings: Headings) -> Iterator[_Head]:
    """The headings on lines of their own, and those with which a paragraph begins."""
    run_in = {head.start: head for head in _run_in(lines, headings)}
    own = {line.start for line in _headings(lines, headings)}
    for index, line in enumerate(lines):
        stamped = index > 0 and STAMP.fullmatch(lines[index - 1].bare)
        if line.start in own:
            yield _Head(lines[index - 1].start if stamped else line.start, line.bare, line.end)
        elif line.start in run_in:
            yield run_in[line.start]


def _run_in(lines: list[Line], headings: Headings) -> list[_Head]:
    """The countries with which paragraphs begin, "JAPAN — text": one alone may be a label."""
    found: list[_Head] = []
    flags = 0
    for index, line in enumerate(lines):
        match = RUN_IN.match(line.text)
        if match is None or not headings.is_run_in(match["name"], match["mark"]):
            continue
        if match["mark"] == "." and index and lines[index - 1].bare:
            continue
        flags += bool(match["flag"])
        name = line.text[: match.end("name")].strip()
        found.append(_Head(line.start, name, line.start + match.end()))
    return found if len(found) > 1 or flags else []


def _headings(lines: list[Line], headings: Headings) -> Iterator[Line]:
    last = max((i for i, line in enumerate(lines) if line.bare), default=-1)
    for index, line in enumerate(lines):
        before = lines[index - 1].bare if index else ""
        after = lines[index + 1].bare if index + 1 < len(lines) else ""
        if headings.is_heading(line, before, after) and (index < last or _is_sure(line, headings)):
            yield line


def _is_sure(line: Line, headings: Headings) -> bool:
    """A heading with nothing below it is one only if markup or a country says so."""
    return 0 < line.rank < BOLD or headings.names_country(line)


def _body(text: str, start: int, stop: int) -> tuple[int, int]:
    body = text[start:stop]
    kept = body.strip()
    begin = start + len(body) - len(body.lstrip()) if kept else start
    return begin, begin + len(kept)
