"""`sitrep export` and `import-archive`: everything out, and back into an empty database."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.command import NEWSROOM, ROOT, Sitrep, refusal, said
from tests.cli.documents import GOOD, NEXT
from tests.store.sqlite import rows


@pytest.fixture
def other(tmp_path: Path) -> Sitrep:
    """The command line on a database that is not there yet."""
    return Sitrep(tmp_path / "other" / "sitrep.db")


def test_what_is_exported_comes_back_and_is_found(
    published: Sitrep, other: Sitrep, tmp_path: Path
) -> None:
    archive = tmp_path / "all.jsonl"
    done = published("export", archive)
    assert said(done) == ""
    counted = done.stderr.decode().removeprefix(f"{archive} holds ").partition(" of ")
    assert counted[0].endswith(" rows")
    assert f"{published.database}: servers 1, briefings 1, issues 2, entries " in counted[2]
    brought = other("import-archive", archive)
    assert said(brought) == ""
    assert brought.stderr.decode().startswith(
        f"Brought {counted[0]} of {archive} into {other.database}"
    )
    assert said(other("issues")) == said(published("issues"))
    assert said(other("quotes")) == said(published("quotes"))
    assert said(other("search", "crews")) == said(published("search", "crews"))
    assert "ok    Lists and searches find exactly" in other("check").stdout.decode()
    again = other("export", "-")
    assert again.returncode == 0
    assert again.stdout == archive.read_bytes()
    assert again.stderr.decode().startswith("standard output holds ")
    assert "has been used before (servers)" in refusal(other("import-archive", archive))


def test_it_goes_through_a_pipe(published: Sitrep, other: Sitrep) -> None:
    archive = published("export", "-").stdout
    said(other("import-archive", "-", stdin=archive))
    assert said(other("issues")) == said(published("issues"))


def test_without_a_name_the_time_is_its_name(
    published: Sitrep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot", "export"],
        cwd=tmp_path,
        env=published.variables(PYTHONPATH=str(ROOT)),
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (made,) = tmp_path.glob("sitrep-2*Z.jsonl")
    assert made.read_bytes() == published("export", "-").stdout


def test_an_archive_is_replaced_only_when_asked(published: Sitrep, tmp_path: Path) -> None:
    archive = tmp_path / "all.jsonl"
    published("export", archive)
    assert refusal(published("export", archive)) == (
        f"{archive} exists already; name another file, or give --replace."
    )
    assert published("export", archive, "--replace").returncode == 0
    own = published.database
    assert "is no archive of Sitrep" in refusal(published("export", own, "--replace"))
    assert said(published("issues")).count("Quay Report") == 2


def test_what_cannot_be_read_is_told(sitrep: Sitrep, other: Sitrep, tmp_path: Path) -> None:
    assert "There is no file" in refusal(sitrep("export", tmp_path / "all.jsonl"))
    assert "cannot be read (No such file" in refusal(other("import-archive", tmp_path / "none"))
    assert "cannot be read (Is a directory)" in refusal(other("import-archive", tmp_path))
    (tmp_path / "letter").write_text("Dear Sir")
    assert "is damaged (it is cut off)" in refusal(other("import-archive", tmp_path / "letter"))
    assert not other.database.exists()


def test_a_process_that_is_killed_in_the_middle_brings_nothing_in(
    published: Sitrep, other: Sitrep
) -> None:
    said(other("migrate"))
    lines = published("export", "-").stdout.splitlines(keepends=True)
    filler = b'{"table":"acts","row":{"id":%d,"done_at":"2022-02-01T12:00:00.000000+00:00"}}\n'
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "import-archive", "-"],
        cwd=ROOT,
        env=other.variables(),
        stdin=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        assert process.stdin is not None
        process.stdin.write(lines[0])
        # A pipe holds less than this, so most of it has been read when all is written.
        for number in range(1, 6_000):
            process.stdin.write(filler % number)
        process.stdin.flush()
        process.kill()
    assert process.returncode != 0
    assert rows(other.database, "SELECT count(*) FROM acts") == [(0,)]
    said(other("import-archive", "-", stdin=b"".join(lines)))
    assert said(other("issues")) == said(published("issues"))


def test_whoever_has_read_enough_of_it_is_told_that_it_is_not_all(published: Sitrep) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "export", "-"],
        cwd=ROOT,
        env=published.variables(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        told = process.stderr.read().decode()
    assert process.returncode == 2
    assert told == "The archive cannot be printed ([Errno 32] Broken pipe).\n"


def test_an_older_export_is_of_its_moment(sitrep: Sitrep, other: Sitrep, tmp_path: Path) -> None:
    for text in (GOOD, NEXT):
        more = ("import", "--newsroom", NEWSROOM, "--publish", "-")
        said(sitrep(*more, stdin=text.encode()))
        sitrep("export", tmp_path / f"{len(text)}.jsonl")
    said(other("import-archive", tmp_path / f"{len(GOOD)}.jsonl"))
    assert said(other("issues")).count("Quay Report") == 1
