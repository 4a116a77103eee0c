"""The project's own Python files, as the rules read them."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Source:
    """One file: its path from the root, with forward slashes, and its text."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, self.path)

    @property
    def lines(self) -> int:
        return len(self.text.splitlines())

    @property
    def says_something(self) -> bool:
        """Whether there is more in it than a docstring, so that it counts in a median."""
        return any(not is_docstring(node) for node in self.tree.body)


def sources(root: Path, *folders: str) -> list[Source]:
    """Every Python file below the folders of a root, sorted by path; ours are read once."""
    return list(_ours(folders)) if root == ROOT else _read(root, folders)


@cache
def _ours(folders: tuple[str, ...]) -> list[Source]:
    return _read(ROOT, folders)


def _read(root: Path, folders: tuple[str, ...]) -> list[Source]:
    files = sorted(file for folder in folders for file in (root / folder).rglob("*.py"))
    return [Source(f.relative_to(root).as_posix(), f.read_text("utf-8")) for f in files]


def product(root: Path) -> list[Source]:
    """The files that run on Discord: bot and cogs."""
    return sources(root, "bot", "cogs")


def functions(source: Source) -> Iterator[Function]:
    """Every function of a file, nested ones and methods too."""
    for node in ast.walk(source.tree):
        if isinstance(node, Function):
            yield node


def length(node: Function) -> int:
    """Lines of a function from `def` to its end, decorators left out."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def is_docstring(node: ast.stmt) -> bool:
    value = node.value if isinstance(node, ast.Expr) else None
    return isinstance(value, ast.Constant) and isinstance(value.value, str)


def dotted(node: ast.expr) -> str:
    """`a.b.c` of a name or a chain of attributes, called or not; empty for anything else."""
    if isinstance(node, ast.Call):
        return dotted(node.func)
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}".lstrip(".")
    return node.id if isinstance(node, ast.Name) else ""


def write(root: Path, path: str, text: str) -> Path:
    """Put a bad example into a folder of a test; answers that folder."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return root
