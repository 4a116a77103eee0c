"""CONTRIBUTING lists every module with its one sentence."""

from pathlib import Path

from tests.rules.modules import listed, written
from tests.rules.source import ROOT, write


def test_every_module_is_listed_with_its_sentence() -> None:
    assert written(ROOT) == listed(ROOT), "python -m tests.rules.modules writes the list anew"


def test_a_new_module_is_missed(tmp_path: Path) -> None:
    write(tmp_path, "bot/a.py", '"""A noun.\n\nMore."""\n')
    (tmp_path / "CONTRIBUTING.md").write_text("# Contributing\n\n" + listed(tmp_path), "utf-8")
    assert "| `bot/a.py` | A noun. |" in written(tmp_path)
    assert written(tmp_path) == listed(tmp_path)
    write(tmp_path, "bot/b.py", '"""Another noun."""\n')
    assert written(tmp_path) != listed(tmp_path)
