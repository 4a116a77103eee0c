"""The command line, used as a person does, on a database of the test's own."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.cli.inside import ROOT, run_inside

__all__ = ["NEWSROOM", "ROOT", "Sitrep", "found_nothing", "misused", "refusal", "said"]

NEWSROOM = "4242"


@dataclass(frozen=True)
class Sitrep:
    """`python -m bot` with settings that no file of a developer can change."""

    database: Path

    def variables(self, **more: str) -> dict[str, str]:
        """Everything is said outright; what says nothing is blank, as empty ones are ignored."""
        return {
            "PATH": os.environ["PATH"],
            "DISCORD_TOKEN": " ",
            "DATABASE_URL": f"sqlite:///{self.database}",
            "PUBLIC_BRIEFINGS": ",",
            "LOG_LEVEL": "INFO",
            "COLUMNS": "200",
            **more,
        }

    def __call__(
        self, *arguments: str | Path, stdin: bytes = b"", settings: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        """Runs one command to its end, within this process, whose log `run` would take over."""
        assert arguments[:1] not in {("run",), ("demo",)}
        return run_inside([*map(str, arguments)], self.variables(**(settings or {})), stdin)

    def process(
        self, *arguments: str | Path, stdin: bytes = b"", settings: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        """Runs one command to its end, in a process of its own."""
        return subprocess.run(
            [sys.executable, "-m", "bot", *map(str, arguments)],
            cwd=ROOT,
            env=self.variables(**(settings or {})),
            input=stdin,
            capture_output=True,
            timeout=60,
            check=False,
        )


def said(done: subprocess.CompletedProcess[bytes]) -> str:
    """What a command that succeeded printed."""
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def found_nothing(done: subprocess.CompletedProcess[bytes]) -> str:
    """What a command printed that found nothing, which is no error but has a status."""
    assert (done.returncode, done.stderr) == (1, b"")
    return done.stdout.decode()


def misused(done: subprocess.CompletedProcess[bytes]) -> str:
    """The last line of a command that was given what it does not take."""
    assert (done.returncode, done.stdout) == (2, b"")
    assert "Traceback" not in done.stderr.decode()
    return done.stderr.decode().splitlines()[-1]


def refusal(done: subprocess.CompletedProcess[bytes], status: int = 2) -> str:
    """The one sentence of a command that was refused, or whose one bad file was."""
    assert done.returncode == status, done.stdout.decode()
    sentence = done.stderr.decode().strip()
    assert sentence
    assert "\n" not in sentence
    assert "Traceback" not in sentence
    return sentence
