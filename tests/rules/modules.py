"""The list of modules in CONTRIBUTING: every file of the product with its one sentence.

`python -m tests.rules.modules` writes it anew.
"""

import ast
from pathlib import Path

from tests.rules.source import ROOT, product

HEADING = "## Modules\n"


def listed(root: Path) -> str:
    """The section as it should stand; packages that only hold files are left out."""
    rows = [
        f"| `{source.path}` | {(ast.get_docstring(source.tree) or '').partition(chr(10))[0]} |"
        for source in product(root)
        if not source.path.endswith("__init__.py")
    ]
    return "\n".join([HEADING, "| file | what it is |", "|---|---|", *rows]) + "\n"


def written(root: Path) -> str:
    """The section as it stands; it is the last one."""
    _, heading, rest = (root / "CONTRIBUTING.md").read_text("utf-8").partition(HEADING)
    return heading + rest


def main() -> None:
    """Replaces the section."""
    file = ROOT / "CONTRIBUTING.md"
    text = file.read_text("utf-8").partition(HEADING)[0]
    file.write_text(text + listed(ROOT), "utf-8")


if __name__ == "__main__":
    main()
