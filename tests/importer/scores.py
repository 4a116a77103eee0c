"""What the importer scores on the project's own annotated texts.

    python -m tests.importer.scores [--keep]

It prints each figure, how it moved since it was kept last, and fails if one has fallen; `--keep`
writes the present ones down. A figure is a count of things right, or of mistakes.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.domain.gazetteer import Gazetteer
from bot.importer.draft import Draft, DraftQuote
from bot.importer.importer import import_document, import_text
from bot.importer.people import folded
from tests.importer import gold
from tests.importer.gold import plain

ANNOTATED = Path(__file__).parent / "annotated"
KEPT = ANNOTATED / "kept.json"
GAZETTEER = Path(__file__).parents[2] / "data" / "gazetteer"
MISTAKES = ("invented", "taken")
"""Words in the names of figures that are the better the lower they are."""
SAME = 0.6  # of 1; words that two names of a body share

Figures = Counter[str]


def scored(gazetteer: Gazetteer) -> Figures:
    """All figures."""
    figures: Figures = Counter()
    for case in json.loads((ANNOTATED / "cases.json").read_text("utf-8")):
        draft = import_text(case["text"], gazetteer)
        figures[f"cases: {case['group']}"] += _is_right(draft, case)
    for file in sorted(ANNOTATED.glob("*.txt")):
        wanted = json.loads(file.with_suffix(".gold.json").read_text("utf-8"))
        figures.update(_document(import_document(file.read_bytes(), file.name, gazetteer), wanted))
    return figures


def _is_right(draft: Draft, case: dict[str, Any]) -> bool:
    """True if a case comes out whole: its quotations, their speakers, and nobody else's words."""
    found = [(plain(q.text), plain(q.speaker)) for q in draft.quotes if q.kind != "scare"]
    return found == [(plain(q["text"]), _bare(plain(q["speaker"]))) for q in case["quotes"]]


def _bare(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if first in ("a", "an", "the") else name


def _document(draft: Draft, wanted: dict[str, Any]) -> Figures:
    figures: Figures = Counter()
    figures["mastheads"] += gold.masthead(draft)[:2] == (wanted["number"], wanted["date"])
    sections = [(plain(s["heading"]), sorted(s["countries"])) for s in wanted["sections"]]
    figures["sections"] += sum(section in sections for section in gold.sections(draft))
    figures["sections invented"] += sum(s not in sections for s in gold.sections(draft))
    figures.update(_quotes(draft.quotes, wanted["quotes"]))
    required = [e for e in wanted["events"] if not e.get("optional")]
    figures["events"] += len(required) - len(gold.missed_events(draft, wanted))
    known = [plain(e["sentence"]) for e in wanted["events"]]
    figures["events invented"] += sum(
        not any(plain(e.sentence) in k or k in plain(e.sentence) for k in known)
        for e in draft.events
    )
    return figures


def _quotes(found: tuple[DraftQuote, ...], wanted: list[dict[str, Any]]) -> Iterator[str]:
    """The name of a figure for each thing that counts for it."""
    by_text = {plain(q["text"]): q for q in wanted}
    for quote in found:
        annotated = by_text.get(plain(quote.text))
        if quote.kind == "scare":
            continue
        if annotated is None:
            yield "quotes invented"
        elif annotated["kind"] == "scare":
            yield "terms and titles taken for speech"
        elif not annotated.get("optional"):
            yield "quotes"
            right = _is_speaker(quote.speaker, annotated)
            yield f"speakers {'right' if right else 'wrong, taken'}"
            if quote.confidence == "sure":
                yield f"speakers sure, {'right' if right else 'taken for another'}"


def _is_speaker(name: str | None, annotated: dict[str, Any]) -> bool:
    said = folded(name or "")
    if annotated.get("surname") and any(
        folded(part) in said for part in annotated["surname"].split("|")
    ):
        return True
    names = [annotated["speaker"], *annotated.get("speaker_alt", [])]
    person = annotated.get("surname") is not None
    return not person and any(
        _alike(set(said.split()), set(folded(each).split())) for each in names
    )


def _alike(a: set[str], b: set[str]) -> bool:
    return bool(a and b) and len(a & b) / min(len(a), len(b)) >= SAME


def fallen(figures: Figures, kept: dict[str, int]) -> list[str]:
    """The figures that are worse than those kept."""
    return [
        name
        for name in sorted({*figures, *kept})
        if _sign(name) * figures[name] < _sign(name) * kept.get(name, 0)
    ]


def _sign(name: str) -> int:
    return -1 if any(word in name for word in MISTAKES) else 1


def kept() -> dict[str, int]:
    """The figures as they were kept last."""
    return json.loads(KEPT.read_text("utf-8")) if KEPT.exists() else {}


def main() -> None:
    """Prints the figures."""
    figures, before = scored(Gazetteer.load(GAZETTEER)), kept()
    worse = fallen(figures, before)
    for name in sorted(figures):
        moved = figures[name] - before.get(name, 0)
        note = "  FALLEN" if name in worse else ""
        print(f"{name:40} {figures[name]:5} {f'({moved:+})' if moved else '':>6}{note}")  # noqa: T201
    if "--keep" in sys.argv:
        KEPT.write_text(json.dumps(dict(sorted(figures.items())), indent=1) + "\n", "utf-8")
    elif worse:
        sys.exit("Worse than before; if that is meant, run it again with --keep.")


if __name__ == "__main__":
    main()
