"""The folder of annotated documents that is kept beside the project, where there is one."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bot.domain.gazetteer import Gazetteer
from bot.importer.importer import import_document
from tests.importer.promises import broken

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
FLOORS = {"quotes F1": 0.95, "country sections F1": 0.85, "events F1": 0.70}
ATTRIBUTION = 0.75


@pytest.fixture(scope="module")
def scored(tmp_path_factory: pytest.TempPathFactory, gazetteer: Gazetteer) -> dict[str, str]:
    """The summary rows of the corpus's own scorer, by part."""
    if not (CORPUS / "score.py").exists():
        pytest.skip("no corpus beside the project")
    lines: list[str] = []
    for file in sorted(CORPUS.glob("*.txt")):
        draft = import_document(file.read_bytes(), file.name, gazetteer)
        assert broken(draft) == []
        lines.append(json.dumps(draft.to_json(str(file))))
    predictions = tmp_path_factory.mktemp("corpus") / "drafts.jsonl"
    predictions.write_text("\n".join(lines), encoding="utf-8")
    command = [sys.executable, "-B", str(CORPUS / "score.py"), str(predictions)]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return {
        row.split()[0]: row
        for row in output.splitlines()
        if row.startswith(("real", "constructed"))
    }


@pytest.mark.parametrize("part", ["real", "constructed"])
def test_the_figures_that_count(scored: dict[str, str], part: str) -> None:
    row = scored[part]
    for name, least in FLOORS.items():
        assert float(row.split(name)[1].split()[0]) >= least, row
    right, of = row.split("attribution")[1].split()[0].split("/")
    assert int(right) >= ATTRIBUTION * int(of), row
