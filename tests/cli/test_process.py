"""`python -m bot` as a process: each command does there what it does within the tests.

The other tests of the command line run it within their own process, which is many times faster.
"""

import re
import subprocess
from pathlib import Path

import pytest

from bot import cli
from tests.cli.command import NEWSROOM, Sitrep
from tests.cli.documents import GOOD, NEXT
from tests.rules.commands import line_names

READING = [
    (0, ["latest", "日本"]),
    (0, ["quotes", "--json"]),
    (0, ["timeline", "--country", "norway"]),
    (1, ["search", "feries"]),
    (2, ["search", "--json", "--", "-ferry"]),
    (2, ["issues", "--newsroom", "0"]),
    (0, ["deliveries"]),
    (1, ["check"]),
    (1, ["draft", "-", "/nowhere/日本.txt"]),
    (0, ["export", "-"]),
    (2, ["import-archive", "-"]),
]
"""Commands that change nothing, each with its exit status."""

CHANGING = [
    (0, ["migrate"], ""),
    (0, ["import", "--newsroom", NEWSROOM, "-"], GOOD.replace("Rin", "Ļin")),
    (0, ["publish", "12", "--now"], ""),
    (0, ["update", "12", "--text", "-", "--now"], "Команда вышла."),
    (0, ["backup", "copy.db"], ""),
    (0, ["withdraw", "12", "--reason", "Übereilt.", "--now"], ""),
    (2, ["undo", "12"], ""),
    (2, ["forget", "--server", NEWSROOM], ""),
    (0, ["restore", "copy.db"], ""),
]
"""The life of one issue, each step with its exit status and standard input."""

ELSEWHERE = {"run": "test_running.py", "demo": "test_demo.py"}
"""Commands that last, and are processes in tests of their own."""


def told(done: subprocess.CompletedProcess[bytes], folder: Path) -> tuple[int, str, str]:
    """Status and both outputs, without the folder and the time of the day."""
    shown = [data.decode().replace(str(folder), "") for data in (done.stdout, done.stderr)]
    out, err = (re.sub(r"\d{8}[-T]?\d{6}\w*", "TIME", text) for text in shown)
    return done.returncode, out, err


@pytest.mark.parametrize(("status", "arguments"), READING, ids=str)
def test_what_changes_nothing_says_the_same(
    published: Sitrep, status: int, arguments: list[str]
) -> None:
    within = told(published(*arguments, stdin=NEXT.encode()), Path())
    assert within[0] == status
    assert any(within[1:])
    assert told(published.process(*arguments, stdin=NEXT.encode()), Path()) == within


def test_what_changes_something_says_and_leaves_the_same(tmp_path: Path) -> None:
    inside, outside = (Sitrep(tmp_path / name / "sitrep.db") for name in ("inside", "outside"))
    for status, (command, *words), text in CHANGING:
        here, there = (
            [sitrep.database.with_name(word) if word == "copy.db" else word for word in words]
            for sitrep in (inside, outside)
        )
        within = told(inside(command, *here, stdin=text.encode()), tmp_path / "inside")
        assert within[0] == status, within
        process = outside.process(command, *there, stdin=text.encode())
        assert told(process, tmp_path / "outside") == within
    shown = inside("latest")
    assert "Ļin Okada" in shown.stdout.decode()
    assert "Команда вышла." in shown.stdout.decode()
    assert told(outside("latest"), tmp_path) == told(shown, tmp_path)


def test_every_command_is_tried_as_a_process() -> None:
    tried = {words[0] for _, words in READING} | {words[0] for _, words, _ in CHANGING}
    assert {f"sitrep {name}" for name in tried | {*ELSEWHERE}} == line_names(cli)
    tests = Path(__file__).parents[1]
    assert all((tests / name).exists() for name in ELSEWHERE.values())


def test_nothing_of_this_process_is_changed(
    published: Sitrep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A command here knows neither the variables nor the folder of the tests, and leaves none."""
    monkeypatch.setenv("LOG_LEVEL", "LOUD")
    monkeypatch.setenv("UNDO_SECONDS", "never")
    monkeypatch.chdir(tmp_path)
    assert published("issues").returncode == 0
    refused = published("issues", settings={"UNDO_SECONDS": "never"})
    assert b"UNDO_SECONDS is not understood" in refused.stderr
    assert published("issues").returncode == 0
    assert Path.cwd() == tmp_path
