"""Memory of a process, as Linux counts it."""

from dataclasses import dataclass
from pathlib import Path

_MEGABYTE = 1024  # kB in /proc


@dataclass(frozen=True)
class Memory:
    """Megabytes: `resident` with pages shared with other processes, `own` without."""

    resident: float
    own: float


def memory_of(process: int | str = "self") -> Memory:
    """Of a process of this user that is running now."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()[1:]
    sizes = {line.partition(":")[0]: int(line.split()[1]) for line in lines}
    own = sizes["Private_Clean"] + sizes["Private_Dirty"]
    return Memory(sizes["Rss"] / _MEGABYTE, own / _MEGABYTE)
