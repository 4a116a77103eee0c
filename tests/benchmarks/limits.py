"""The benchmark of limits: how long it takes to refuse or read what was made to take long.

`python -m tests.benchmarks.limits` prints a table, each document read in a process of its own;
nothing else runs it. `--one NAME FILE` is such a process.
"""

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.errors import Unreadable
from bot.importer.document import read_bytes
from tests.benchmarks.aims import Aim
from tests.benchmarks.table import table
from tests.cli.command import ROOT
from tests.importer.hostile import HOSTILE, MEGABYTE

MOST_SECONDS, MOST_MEGABYTES = 1.0, 100.0
_KILOBYTES = 1024  # in a megabyte, as Linux counts


def read(name: str, file: Path) -> dict[str, float | str]:
    """Seconds of the processor, megabytes beside the document itself, and what came of it."""
    data = file.read_bytes()
    before, began = _most_memory(), time.process_time()
    try:
        outcome = f"read: {len(read_bytes(data, HOSTILE[name].file).text):,} characters"
    except Unreadable as error:
        outcome = str(error).partition(";")[0]
    seconds = time.process_time() - began
    more = _most_memory() - before
    sent = len(data) / MEGABYTE
    return {"sent": sent, "seconds": seconds, "megabytes": more, "outcome": outcome}


def _most_memory() -> float:
    """In megabytes; what `getrusage` says is that of the parent too."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    (most,) = (line.split()[1] for line in lines if line.startswith("VmHWM:"))
    return int(most) / _KILOBYTES


def read_apart(name: str, file: Path) -> dict[str, float | str]:
    """The same in a process that has neither made the document nor read another before."""
    file.write_bytes(HOSTILE[name].make())
    command = (sys.executable, "-m", "tests.benchmarks.limits", "--one", name, str(file))
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def main() -> None:
    """Reads all of them, and says whether the aims are met."""
    parser = argparse.ArgumentParser(description="The benchmark of limits")
    parser.add_argument("--one", nargs=2, metavar=("NAME", "FILE"))
    one = parser.parse_args().one
    if one:
        _say(json.dumps(read(one[0], Path(one[1]))))
        return
    with TemporaryDirectory() as folder:
        found = {name: read_apart(name, Path(folder) / "document") for name in HOSTILE}
    rows = [[name, *each.values()] for name, each in found.items()]
    _say(table(["", "MB sent", "seconds", "MB more", "outcome"], rows))
    aims = [
        _worst("seconds", found, MOST_SECONDS),
        _worst("megabytes", found, MOST_MEGABYTES),
    ]
    _say("\nAims\n")
    rows = [[aim.what, aim.value, aim.most, aim.met, aim.worst] for aim in aims]
    _say(table(["", "measured", "at most", "", "worst"], rows))


def _worst(what: str, found: dict[str, dict[str, float | str]], most: float) -> Aim:
    values = {name: float(each[what]) for name, each in found.items()}
    worst = max(values, key=lambda name: values[name])
    return Aim(what, worst, values[worst], most)


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201  # a benchmark speaks to whoever runs it


if __name__ == "__main__":
    main()
