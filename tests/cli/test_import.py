"""`sitrep import`: documents become drafts, published issues, corrections; each once."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.command import NEWSROOM, ROOT, Sitrep, refusal, said
from tests.cli.documents import BETTER, GOOD, NEXT, NO_SUCH_DAY, UNNUMBERED


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {
        "good.txt": GOOD,
        "better.txt": BETTER,
        "next.txt": NEXT,
        "unnumbered.txt": UNNUMBERED,
        "no_such_day.txt": NO_SUCH_DAY,
        "bad.txt": "",
    }.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def bring(sitrep: Sitrep, *arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    return sitrep("import", "--newsroom", NEWSROOM, *arguments)


def states(sitrep: Sitrep) -> list[tuple[int | None, str, int]]:
    """Number, state and revision of every issue."""
    issues = [json.loads(line) for line in said(sitrep("issues", "--json")).splitlines()]
    return [(issue["number"], issue["state"], issue["revision"]) for issue in issues]


def test_importing_is_idempotent_and_replacing_a_draft_is_asked_for(
    sitrep: Sitrep, folder: Path
) -> None:
    first = said(bring(sitrep, folder / "good.txt"))
    assert "Quay Report #12 is a draft now." in first
    again = said(bring(sitrep, folder / "good.txt"))
    assert "Quay Report #12 has this text already; nothing was changed." in again
    other = refusal(bring(sitrep, folder / "better.txt"), 1)
    assert "Quay Report #12 is there already with another text" in other
    assert "--replace" in other
    replaced = said(bring(sitrep, folder / "better.txt", "--replace"))
    assert "The draft Quay Report #12 was replaced." in replaced
    assert states(sitrep) == [(12, "draft", 0)]


def test_a_published_text_changes_with_a_reason_only(sitrep: Sitrep, folder: Path) -> None:
    published = said(bring(sitrep, folder / "good.txt", "--publish"))
    assert "Quay Report #12 is published; nobody is told, because it is older" in published
    assert "  made quietly: nobody is told\n" in said(sitrep("deliveries", "12"))
    silent = refusal(bring(sitrep, folder / "better.txt", "--replace"), 1)
    assert "say why it changes (--reason)." in silent
    assert states(sitrep) == [(12, "published", 1)]
    corrected = bring(sitrep, folder / "better.txt", "--replace", "--reason", "Two days", "--json")
    told = json.loads(said(corrected))
    assert (told["outcome"], told["issue"]["revision"]) == ("corrected", 2)
    assert states(sitrep) == [(12, "published", 2)]


def test_a_bad_file_keeps_no_other_back(sitrep: Sitrep, folder: Path) -> None:
    files = [folder / name for name in ("good.txt", "bad.txt", "next.txt")]
    done = bring(sitrep, *files, "--publish")
    shown = done.stdout.decode().splitlines()
    assert [line.partition(": ")[0] for line in shown if line.startswith("/")] == [
        str(files[0]),
        str(files[2]),
    ]
    assert refusal(done, 1).startswith(f"{files[1]}: ")
    assert states(sitrep) == [(13, "published", 1), (12, "published", 1)]


def test_what_lacks_a_number_or_a_date_is_kept_as_a_draft_and_asks_for_it(
    sitrep: Sitrep, folder: Path
) -> None:
    names = ("unnumbered.txt", "no_such_day.txt")
    shown = said(bring(sitrep, *(folder / name for name in names), "--publish"))
    assert shown.count("Kept as a draft and not published") == 2
    assert "number" in shown
    assert "date" in shown
    given = ("--number", "11", "--date", "2024-05-01", "--publish")
    completed = said(bring(sitrep, folder / "unnumbered.txt", *given))
    assert "#11 is published; nobody is told" in completed
    assert sorted(states(sitrep), key=str) == [(11, "published", 1), (14, "draft", 0)]


def test_a_date_is_written_as_in_the_help(sitrep: Sitrep, folder: Path) -> None:
    asked = refusal(bring(sitrep, folder / "good.txt", "--date", "6 May"))
    assert asked == "6 May is no date; write it as 2022-01-28."
    assert not sitrep.database.exists()


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--announce", "--quietly", "--publish"), "--announce tells subscribers and --quietly"),
        (("--announce",), "--announce is about what readers are told, and a draft tells nobody;"),
        (("--quietly",), "--quietly is about what readers are told, and a draft tells nobody;"),
    ],
)
def test_who_is_told_is_asked_for_once_and_of_what_is_told_only(
    sitrep: Sitrep, folder: Path, options: tuple[str, ...], sentence: str
) -> None:
    assert refusal(bring(sitrep, folder / "good.txt", *options)).startswith(sentence)
    assert not sitrep.database.exists()


def test_who_is_told_is_said(sitrep: Sitrep, folder: Path) -> None:
    told = said(bring(sitrep, folder / "good.txt", "--publish", "--announce"))
    assert "Quay Report #12 is published; 0 channels are told." in told
    quiet = said(bring(sitrep, folder / "next.txt", "--publish", "--quietly"))
    assert quiet.endswith("Quay Report #13 is published; nobody is told.\n")


@pytest.mark.parametrize(
    "option",
    [
        ("--newsroom", "99999999999999999999"),
        ("--newsroom", "0"),
        ("--number", "-3"),
        ("--number", "1000000000"),
        ("--briefing", "x" * 101),
        ("--briefing", " "),
    ],
    ids=lambda option: f"{option[0]} {option[1][:4]}",
)
def test_an_option_out_of_bounds_is_one_sentence(
    sitrep: Sitrep, folder: Path, option: tuple[str, str]
) -> None:
    done = bring(sitrep, folder / "good.txt", *option)
    assert done.returncode == 2
    last = done.stderr.decode().splitlines()[-1]
    assert last.startswith(f"Error: Invalid value for '{option[0]}': ")
    assert not sitrep.database.exists()


def test_what_became_public_is_told(sitrep: Sitrep, folder: Path) -> None:
    said(bring(sitrep, folder / "good.txt"))
    told = said(bring(sitrep, folder / "good.txt", "--public"))
    assert told == (
        f"{folder}/good.txt: Quay Report #12 has this text already. Quay Report is public now.\n"
    )
    closed = said(bring(sitrep, folder / "good.txt", "--no-public"))
    assert closed.endswith("Quay Report is private now.\n")


def test_the_progress_bar_is_for_terminals(sitrep: Sitrep, folder: Path) -> None:
    files = [folder / "good.txt", folder / "next.txt"]
    piped = sitrep.process("import", "--newsroom", NEWSROOM, *files)
    assert piped.returncode == 0
    assert b"Importing" not in piped.stderr + piped.stdout
    seen = on_a_terminal(sitrep, "import", "--newsroom", NEWSROOM, *files)
    assert "Importing" in seen
    assert "100%" in seen
    given = ("import", "--newsroom", NEWSROOM, folder / "bad.txt", files[0])
    bad = on_a_terminal(sitrep, *given, status=1)
    assert f"\r\x1b[K{folder}/bad.txt: " in bad


def on_a_terminal(sitrep: Sitrep, *arguments: str | Path, status: int = 0) -> str:
    """What somebody sees whose standard error is a terminal."""
    terminal, other_end = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", *map(str, arguments)],
        cwd=ROOT,
        env=sitrep.variables(TERM="xterm"),
        stdout=subprocess.DEVNULL,
        stderr=other_end,
    )
    os.close(other_end)
    seen = b""
    try:
        while data := os.read(terminal, 4096):
            seen += data
    except OSError:
        pass  # Linux says so when the other end is closed
    finally:
        os.close(terminal)
    assert process.wait(timeout=30) == status
    return seen.decode()
