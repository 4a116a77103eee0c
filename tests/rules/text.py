"""The project's text files, as the rules read them."""

from collections.abc import Iterator
from pathlib import Path

# Made by tools, or kept by one operator: never part of the project.
OUTSIDE = {"__pycache__", "build", "node_modules", "state", "venv"}
# The hidden things that do belong to it.
HIDDEN = {".ci", ".editorconfig", ".env.example", ".github", ".gitignore"}


def text_files(root: Path) -> Iterator[tuple[str, str]]:
    """Path from the root and text of every file of the project that is text."""
    for file in files(root):
        try:
            text = file.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        yield file.relative_to(root).as_posix(), text


def files(folder: Path) -> Iterator[Path]:
    for entry in sorted(folder.iterdir()):
        if not belongs(entry.name):
            continue
        if entry.is_dir():
            yield from files(entry)
        else:
            yield entry


def belongs(name: str) -> bool:
    hidden = name.startswith(".") and name not in HIDDEN
    return not hidden and name not in OUTSIDE and not name.endswith(".egg-info")
