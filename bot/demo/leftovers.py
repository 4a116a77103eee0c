"""Leftovers of demos that were killed: folders that name a process that is gone."""

import os
import re
import shutil
from pathlib import Path


def remove_leftovers(state: Path) -> None:
    """Removes them, and nothing else."""
    for folder in state.glob("demo-*"):
        owner = re.fullmatch(r"demo-(\d{1,9})-.*", folder.name)
        if owner and not _is_running(int(owner[1])):
            shutil.rmtree(folder, ignore_errors=True)


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)  # signal 0 only asks
    except ProcessLookupError:
        return False
    except PermissionError:
        return True  # somebody else's
    return True
