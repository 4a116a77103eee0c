"""Who says what in PolNeAR, a corpus of political news annotated by hand, as far as it is quoted.

    python -m tests.benchmarks.polnear FOLDER [--errors]

FOLDER is a compartment of the corpus, such as its `data/dev`. It has no licence: it is measured
with and never kept here. A gold quotation is a pair of marks that lies in the content of an
attribution; a drafted one is found if the two overlap by 0.8 of all they cover, and its speaker is
right if the words that name it overlap the annotated source and have the same head.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.domain.gazetteer import Gazetteer
from bot.importer.draft import DraftQuote
from bot.importer.importer import import_text
from tests.benchmarks.scoring import report

MARK = re.compile(r"[“”\"]|''|``|\n")
SPAN = re.compile(r"(\d+) (\d+)")
AFTER_HEAD = re.compile(r"[(—–]|\s(?:of|who|for|at|in|on|with|from|whose|to|that|which)\s")
GAZETTEER = Path(__file__).parents[2] / "data" / "gazetteer"
FEWEST_WORDS = 5
SAME = 0.8

Span = tuple[int, int]


@dataclass(frozen=True)
class Attribution:
    """One annotation: the spans of what is said, and of who says it."""

    content: tuple[Span, ...]
    source: tuple[Span, ...]

    def holds(self, start: int, end: int) -> bool:
        """True if most of a span is content."""
        inside = sum(max(0, min(end, e) - max(start, s)) for s, e in self.content)
        return inside >= SAME * (end - start)


def attributions(annotations: str) -> list[Attribution]:
    """What a file in brat's standoff format annotates."""
    spans: dict[str, tuple[Span, ...]] = {}
    found: list[Attribution] = []
    for line in annotations.splitlines():
        name, _, rest = line.partition("\t")
        if name.startswith("T"):
            pairs = SPAN.findall(rest.partition("\t")[0])
            spans[name] = tuple((int(s), int(e)) for s, e in pairs)
        elif name.startswith("E"):
            roles: dict[str, tuple[Span, ...]] = {}
            for part in rest.split():
                role, _, target = part.partition(":")
                kind = role.rstrip("0123456789")
                roles[kind] = roles.get(kind, ()) + spans.get(target, ())
            found.append(Attribution(roles.get("Content", ()), roles.get("Source", ())))
    return found


def segments(text: str) -> Iterator[Span]:
    """What stands between quotation marks of any kind, found as simply as can be."""
    begin: int | None = None
    for mark in MARK.finditer(text):
        if begin is not None and len(text[begin : mark.start()].split()) >= FEWEST_WORDS:
            yield begin, mark.start()
        opens = mark[0] == "“" or (begin is None and mark[0] not in "”\n")
        begin = mark.end() if opens else None


def overlap(a: Span, b: Span) -> float:
    """Common characters as a share of all that two spans cover."""
    common = max(0, min(a[1], b[1]) - max(a[0], b[0]))
    return common / (max(a[1], b[1]) - min(a[0], b[0])) if common else 0.0


def head(words: str) -> str:
    """The word that stands for a name: the last one before a preposition or relative clause."""
    core = AFTER_HEAD.split(" ".join(words.split()), maxsplit=1)[0].split()
    return re.sub(r"[’']s?$|\W", "", core[-1].lower()) if core else ""


def heads(words: str) -> set[str]:
    """The heads of a name and of what stands in apposition to it."""
    return {head(part) for part in words.split(",")} - {""}


def is_right(quote: DraftQuote, source: tuple[Span, ...], text: str) -> bool:
    """True if a quote names its annotated source."""
    if quote.mention is None:
        return False
    mention = (quote.mention.start, quote.mention.end)
    return any(
        overlap(mention, span) > 0 and head(quote.mention.text) in heads(text[slice(*span)])
        for span in source
    )


class Score:
    """Counts over documents."""

    def __init__(self) -> None:
        self.gold = self.drafted = self.found = self.right = 0
        self.by_confidence: Counter[tuple[str, bool]] = Counter()
        self.errors: list[str] = []

    def add(self, name: str, text: str, annotations: str, gazetteer: Gazetteer) -> None:
        """Drafts a document and counts."""
        draft = import_text(text, gazetteer)
        if draft.text != text:  # marks of a markup were taken off, so that places differ
            self.errors.append(f"SKIPPED {name}")
            return
        held = attributions(annotations)
        gold = [(s, next((a for a in held if a.holds(*s)), None)) for s in segments(text)]
        quotes = [q for q in draft.quotes if q.speaker and len(q.text.split()) >= FEWEST_WORDS]
        self.gold += sum(1 for _, by in gold if by)
        self.drafted += len(quotes)
        free = list(quotes)
        for span, by in gold:
            if by is None:
                continue
            match = next((q for q in free if overlap(span, (q.start, q.end)) >= SAME), None)
            if match is None:
                self.errors.append(f"MISSED  {name}: {_around(text, span)}")
                continue
            free.remove(match)
            self.found += 1
            right = is_right(match, by.source, text)
            self.right += right
            self.by_confidence[match.confidence, right] += 1
            if not right:
                says = " / ".join(text[s:e] for s, e in by.source)
                self.errors.append(
                    f"SPEAKER {name} {match.confidence} {match.mention and match.mention.text!r}"
                    f" not {says!r} {match.notes}: {_around(text, span)}"
                )
        for quote in free:
            self.errors.append(f"FALSE   {name}: {_around(text, (quote.start, quote.end))}")

    def lines(self) -> Iterator[str]:
        """The figures."""
        precision, recall = self.found / self.drafted, self.found / self.gold
        joint_p, joint_r = self.right / self.drafted, self.right / self.gold
        yield f"gold {self.gold}, drafted {self.drafted}, found {self.found}, right {self.right}"
        yield f"span F1      {_f1(precision, recall):6.1%}   P {precision:.1%}  R {recall:.1%}"
        yield f"speaker      {self.right / self.found:6.1%}   of those found"
        yield f"joint F1     {_f1(joint_p, joint_r):6.1%}   P {joint_p:.1%}  R {joint_r:.1%}"
        for trust in ("sure", "likely", "check"):
            right, wrong = self.by_confidence[trust, True], self.by_confidence[trust, False]
            share = (right + wrong) / max(1, self.found)
            accuracy = right / max(1, right + wrong)
            yield f"{trust:12} {accuracy:6.1%}   right; {share:.1%} of those found"


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / max(1e-9, precision + recall)


def _around(text: str, span: Span) -> str:
    start, end = max(0, span[0] - 160), span[1] + 120
    inside = text[slice(*span)]
    inside = inside if len(inside) < 120 else inside[:55] + " [...] " + inside[-55:]
    return " ".join(f"{text[start : span[0]]}<<{inside}>>{text[span[1] : end]}".split())


def main() -> None:
    """Prints the figures, and what is wrong if asked."""
    score, gazetteer = Score(), Gazetteer.load(GAZETTEER)

    def add(file: Path) -> None:
        marked = file.parent.with_name("attributions").glob(f"{file.stem}_????.ann")
        if annotated := sorted(marked):
            text = file.read_text("utf-8")
            score.add(file.stem, text, annotated[0].read_text("utf-8"), gazetteer)

    report(__doc__, add, score, "text/*.txt")


if __name__ == "__main__":
    main()
