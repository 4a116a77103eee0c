"""Lists of words that the importer's rules look into, most of them kept as data."""

from pathlib import Path

FOLDER = Path(__file__).parents[2] / "data" / "words"


def words(name: str) -> frozenset[str]:
    """The words of `data/words/NAME.txt`: one in a line, in lower case; lines with # are notes."""
    lines = (FOLDER / f"{name}.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def word_set(text: str) -> frozenset[str]:
    """The words of a running text, for the short lists that belong to one rule."""
    return frozenset(text.split())
