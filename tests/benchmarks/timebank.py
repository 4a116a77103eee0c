"""What day is meant in TempEval-3's TBAQ, news annotated by hand with TimeML.

    python -m tests.benchmarks.timebank FOLDER [--errors] [--part N OF]

FOLDER holds `.tml` files. The texts are the Linguistic Data Consortium's: they are measured with
and never kept here. Gold are the dates (TIMEX3 of type DATE) whose value is a day; one is found if
a drafted day overlaps its words, and right if the values are the same. What is annotated as a time
of a day counts neither for nor against.
"""

import datetime as dt
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.importer.dates import expressions
from bot.importer.reckoning import NoSuchDate, Standpoint, reckon
from bot.importer.tense import tense_at
from tests.benchmarks.scoring import report

TIMEX = re.compile(r"<TIMEX3\b([^>]*)>(.*?)</TIMEX3>", re.DOTALL)
TAG = re.compile(r"<[^>]+>")
DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True)
class Timex:
    """Words that speak of a time; `value` is ISO 8601."""

    start: int
    end: int
    kind: str
    value: str
    words: str

    def overlaps(self, start: int, end: int) -> bool:
        """True if a span touches it."""
        return self.start < end and start < self.end


def read(file: Path) -> tuple[dt.date | None, str, list[Timex]]:
    """Day of creation, text and annotations of a document."""
    markup = file.read_text("utf-8", errors="replace")
    created = re.search(r"<DCT>.*?value=\"(\d{4}-\d\d-\d\d)", markup, re.DOTALL)
    body = re.search(r"<TEXT>(.*)</TEXT>", markup, re.DOTALL)
    text, found = "", []
    parts = re.split(r"(<TIMEX3\b[^>]*>|</TIMEX3>)", body[1] if body else "")
    open_at, attributes = 0, ""
    for part in parts:
        if part.startswith("<TIMEX3"):
            open_at, attributes = len(text), part
        elif part == "</TIMEX3>":
            values = dict(re.findall(r"(\w+)=\"([^\"]*)\"", attributes))
            words = text[open_at:]
            found.append(Timex(open_at, len(text), values["type"], values["value"], words))
        else:
            text += html.unescape(TAG.sub("", part))
    return (dt.date.fromisoformat(created[1]) if created else None), text, found


def drafted(text: str, issued: dt.date | None) -> Iterator[tuple[int, int, str]]:
    """The days that the importer's rules find."""
    told: dt.date | None = None
    for paragraph in re.finditer(r"(?:[^\n]+\n?)+", text):
        body = paragraph[0]
        for each in expressions(body):
            tense = tense_at(body, each.start, each.end)
            try:
                reckoned = reckon(each, Standpoint(issued, tense, told))
            except NoSuchDate:
                continue
            days = reckoned.value.split("/") if reckoned and reckoned.precision == "day" else []
            for day in days:
                told = dt.date.fromisoformat(day)
                yield paragraph.start() + each.start, paragraph.start() + each.end, day


class Score:
    """Counts over documents."""

    def __init__(self) -> None:
        self.gold = self.found = self.right = self.false = 0
        self.errors: list[str] = []

    def add(self, file: Path) -> None:
        """Reads a document, finds its days and counts."""
        issued, text, timexes = read(file)
        days = [t for t in timexes if t.kind == "DATE" and DAY.fullmatch(t.value)]
        self.gold += len(days)
        for start, end, value in drafted(text, issued):
            touched = [t for t in timexes if t.overlaps(start, end)]
            hit = next((t for t in days if t in touched), None)
            if hit:
                days.remove(hit)
                self.found += 1
                self.right += hit.value == value
            elif any("T" in t.value or t.kind == "SET" for t in touched):
                continue
            else:
                self.false += 1
            if hit is None or hit.value != value:
                meant = touched[0].value if touched else "no day"
                self._note(file, f"{value} not {meant}", text, start, end)
        for timex in days:
            self._note(file, f"missed {timex.value}", text, timex.start, timex.end)

    def _note(self, file: Path, what: str, text: str, start: int, end: int) -> None:
        around = f"{text[max(0, start - 90) : start]}<<{text[start:end]}>>{text[end : end + 60]}"
        self.errors.append(f"{file.stem} {what}: {' '.join(around.split())}")

    def lines(self) -> Iterator[str]:
        """The figures."""
        both = self.gold + self.found + self.false
        yield f"gold {self.gold}, found {self.found}, right {self.right}, false {self.false}"
        yield f"found F1 {2 * self.found / both:.1%}"
        yield f"value F1 {2 * self.right / both:.1%}"


def main() -> None:
    """Prints the figures, and what is wrong if asked."""
    score = Score()
    report(__doc__, score.add, score, "**/*.tml")


if __name__ == "__main__":
    main()
