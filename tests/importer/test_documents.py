"""Constructed issues in ten layouts, against their annotations."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.domain.gazetteer import Gazetteer
from bot.importer.importer import import_document, import_text
from tests.importer import gold
from tests.importer.promises import broken, outside

CASES: list[dict[str, Any]] = json.loads((gold.DOCUMENTS / "cases.json").read_text("utf-8"))


@pytest.mark.parametrize("document", gold.documents(), ids=lambda path: path.stem)
def test_an_issue(document: Path, gazetteer: Gazetteer) -> None:
    draft = import_document(document.read_bytes(), document.name, gazetteer)
    wanted = gold.gold_of(document)
    title = gold.plain(wanted["title"])
    assert gold.masthead(draft) == (wanted["number"], wanted["date"], title)
    assert gold.sections(draft) == [
        (gold.plain(section["heading"]), sorted(section["countries"]))
        for section in wanted["sections"]
    ]
    assert gold.missed_quotes(draft, wanted) == []
    assert gold.taken_scares(draft, wanted) == []
    assert gold.wrong_speakers(draft, wanted) == []
    assert gold.missed_events(draft, wanted) == []


@pytest.mark.parametrize("document", gold.documents(), ids=lambda path: path.stem)
def test_its_promises(document: Path, gazetteer: Gazetteer) -> None:
    draft = import_document(document.read_bytes(), document.name, gazetteer)
    assert broken(draft) == []
    assert outside(draft) == [e.heading for e in draft.entries if e.heading]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_hard_case(case: dict[str, Any], gazetteer: Gazetteer) -> None:
    draft = import_text(case["text"], gazetteer)
    found = [(gold.plain(q.text), q.speaker) for q in draft.quotes if q.kind != "scare"]
    wanted = [(gold.plain(q["text"]), _bare(q["speaker"])) for q in case["quotes"]]
    assert found == wanted


def _bare(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if first in ("a", "the") else name
