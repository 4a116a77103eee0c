"""The lists of words that the rules look into."""

import re
from pathlib import Path

import pytest

from bot.importer.words import FOLDER, words

LISTS = sorted(FOLDER.glob("*.txt"))


@pytest.mark.parametrize("file", LISTS, ids=lambda file: file.stem)
def test_a_list_says_what_it_holds_and_is_sorted(file: Path) -> None:
    note, *lines = file.read_text("utf-8").splitlines()
    assert note.startswith("# ")
    assert note.endswith(".")
    held = [line for line in lines if not line.startswith("#")]
    assert held == sorted(set(held))
    assert all(line == line.lower().strip() and line for line in held)
    assert words(file.stem) == set(held)


def test_every_list_is_looked_into() -> None:
    rules = (Path(__file__).parents[2] / "bot" / "importer").glob("*.py")
    named = {name for rule in rules for name in re.findall(r'words\("(\w+)"\)', rule.read_text())}
    assert named == {file.stem for file in LISTS}
