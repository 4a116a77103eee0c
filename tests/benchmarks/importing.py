"""What drafting costs: the first document of a process, a warm one, and growth with length.

    python -m tests.benchmarks.importing

The first is measured in processes of their own. Growth is given as the time of a text over that
of one half as long: 2 is linear. Hostile texts are a piece of a few characters, repeated.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bot.domain.gazetteer import Gazetteer
from bot.importer.importer import import_text
from tests.benchmarks.table import table

ROOT = Path(__file__).parents[2]
ISSUE = (ROOT / "data" / "samples" / "policy-alert-244.txt").read_text("utf-8")
SIZES = (125_000, 250_000, 500_000, 1_000_000)
PIECES = {
    "issues": ISSUE + "\n",
    "one paragraph": " ".join(ISSUE.split()) + " ",
    "letters on lines": "a\n",
    "opening marks": "“",
    "straight marks": '"a ',
    "single marks": "‘a ",
    "he said": "He said. ",
    "names": "Ann Pike ",
    "commas": "a, ",
    "digits": "1 ",
    "dates": "on May 3 ",
    "headings": "JAPAN\n\n",
}
FIRST = """
import sys, time
from pathlib import Path
def peak():
    # The highest of this process alone: what getrusage tells is handed down by the parent.
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) / 1024
before, bare = time.perf_counter(), peak()
from bot.domain.gazetteer import Gazetteer
from bot.importer.importer import import_text
imported = time.perf_counter()
gazetteer = Gazetteer.load(Path("data/gazetteer"))
loaded = time.perf_counter()
import_text(Path(sys.argv[1]).read_text("utf-8"), gazetteer)
drafted = time.perf_counter()
print(*(round(1000 * s, 1) for s in (imported - before, loaded - imported, drafted - loaded)),
      round(peak() - bare, 1))
"""


def best(work: Callable[[], object], times: int) -> float:
    """Milliseconds of the quickest of some rounds: others were disturbed."""
    taken: list[float] = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        taken.append(1000 * (time.perf_counter() - began))
    return min(taken)


def first() -> list[str]:
    """Import, gazetteer, first document in milliseconds, and megabytes more than bare Python."""
    file = ROOT / "data" / "samples" / "policy-alert-244.txt"
    command = [sys.executable, "-c", FIRST, str(file)]
    runs = [
        subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout.split()
        for _ in range(5)
    ]
    return min(runs, key=lambda run: sum(map(float, run[:3])))


def main() -> None:
    """Prints the figures."""
    imported, loaded, drafted, megabytes = first()
    print(f"first: import {imported} ms, gazetteer {loaded} ms, document {drafted} ms;")  # noqa: T201
    print(f"memory added: {megabytes} MB")  # noqa: T201
    gazetteer = Gazetteer.load(ROOT / "data" / "gazetteer")
    text = (ISSUE + "\n" + ISSUE)[:5_000]
    import_text(text, gazetteer)
    print(f"warm, 5 KB: {best(lambda: import_text(text, gazetteer), 20):.1f} ms\n")  # noqa: T201
    rows: list[list[str]] = []
    for name, piece in PIECES.items():
        row, before = [name], 0.0
        for size in SIZES:
            long = (piece * (size // len(piece) + 1))[:size]
            taken = best(lambda: import_text(long, gazetteer), 1)  # noqa: B023 (called at once)
            row.append(f"{taken / 1000:.2f} s" + (f" ({taken / before:.1f})" if before else ""))
            before = taken
        rows.append(row)
    print(table(["text", *(f"{size // 1000} KB" for size in SIZES)], rows))  # noqa: T201


if __name__ == "__main__":
    main()
