"""A draft compared with the annotations of a constructed document."""

import json
import re
from pathlib import Path
from typing import Any

from bot.importer.draft import Draft

DOCUMENTS = Path(__file__).parent / "documents"
Gold = dict[str, Any]


def documents() -> list[Path]:
    """The texts that have annotations beside them."""
    return sorted(p.with_name(p.name.replace(".gold.json", ".txt"))
                  for p in DOCUMENTS.glob("*.gold.json"))  # fmt: skip


def gold_of(document: Path) -> Gold:
    return json.loads(document.with_suffix(".gold.json").read_text("utf-8"))


def plain(text: str | None) -> str:
    """Words without case, marks, entities or line breaks."""
    text = re.sub(r"<[^>]+>|&\w+;|&#\d+;", " ", text or "")
    return " ".join(re.findall(r"\w+", text.casefold()))


def masthead(draft: Draft) -> tuple[int | None, str | None, str]:
    return draft.number, draft.date, plain(draft.title)


def sections(draft: Draft) -> list[tuple[str, list[str]]]:
    return [(plain(e.heading), sorted(e.countries)) for e in draft.entries if e.heading]


def missed_quotes(draft: Draft, gold: Gold) -> list[str]:
    """Annotated quotations that the draft lacks, or takes for scare quotes."""
    said = {plain(quote.text) for quote in draft.quotes if quote.kind != "scare"}
    wanted = [q for q in gold["quotes"] if q["kind"] != "scare" and not q.get("optional")]
    return [quote["text"] for quote in wanted if plain(quote["text"]) not in said]


def taken_scares(draft: Draft, gold: Gold) -> list[str]:
    """Scare quotes that the draft takes for somebody's words."""
    scare = {plain(q["text"]) for q in gold["quotes"] if q["kind"] == "scare"}
    return [q.text for q in draft.quotes if q.kind != "scare" and plain(q.text) in scare]


def wrong_speakers(draft: Draft, gold: Gold) -> list[str]:
    """Quotations of persons whose surname is not in the draft's speaker."""
    wanted = {plain(q["text"]): q["surname"].split("|")
              for q in gold["quotes"] if q.get("speaker_type") == "person"}  # fmt: skip
    return [
        f"{quote.speaker}: {quote.text}"
        for quote in draft.quotes
        if (names := wanted.get(plain(quote.text)))
        and not any(name in plain(quote.speaker).replace(" ", "") for name in names)
    ]


def missed_events(draft: Draft, gold: Gold) -> list[str]:
    """Annotated events that the draft lacks or dates otherwise."""
    found = {(event.date, plain(event.sentence)) for event in draft.events}
    return [
        event["date"]
        for event in gold["events"]
        if not event.get("optional")
        and not any(
            date == event["date"]
            and (plain(event["sentence"]) in s or s in plain(event["sentence"]))
            for date, s in found
        )
    ]
