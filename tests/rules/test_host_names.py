"""What would tie the project to one machine or one package registry."""

import re
from pathlib import Path

import pytest

from tests.rules.source import ROOT, write
from tests.rules.text import text_files

# Written in parts, so that this file does not name what it looks for.
REGISTRIES = [
    ("pypi", "org"),
    ("pypi", "python", "org"),
    ("pythonhosted", "org"),
    ("npmjs", "org"),
    ("npmjs", "com"),
    ("yarnpkg", "com"),
    ("deb", "debian", "org"),
    ("security", "debian", "org"),
    ("snapshot", "debian", "org"),
    ("archive", "ubuntu", "com"),
    ("conda", "anaconda", "org"),
    ("proxy", "golang", "org"),
]
HOSTS = re.compile("|".join(r"\.".join(parts) for parts in REGISTRIES), re.IGNORECASE)
# A path of one person's machine; an operator's guide may use /home/sitrep.
HOME = re.compile(r"(?<![\w.~<-])/(?:root|work|Users/\w+|home/(?!sitrep\b)\w+)/")
# An address, or an option that would bring one in.
ADDRESS = re.compile(r"://|--(?:extra-)?index-url|--find-links|--trusted-host", re.IGNORECASE)


def ties(root: Path) -> list[str]:
    """Every line that names a registry's host or a path of one machine."""
    return [
        f"{path}:{number}: {line.strip()[:100]}"
        for path, text in text_files(root)
        for number, line in enumerate(text.splitlines(), 1)
        if HOSTS.search(line) or HOME.search(line)
    ]


def addresses(root: Path) -> list[str]:
    """Every line of a lock file with an address or an option that brings one in."""
    return [
        f"{file.name}:{number}: {line.strip()[:100]}"
        for file in sorted(root.glob("*.lock"))
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        if ADDRESS.search(line)
    ]


def test_nothing_names_a_registry_or_a_machine() -> None:
    assert ties(ROOT) == []


def test_lock_files_hold_no_address() -> None:
    assert addresses(ROOT) == []


def test_all_kinds_of_files_are_read() -> None:
    paths = {path for path, _ in text_files(ROOT)}
    assert {"Makefile", ".ci/run", ".env.example", "requirements.lock", "bot/errors.py"} <= paths
    assert not any(path.startswith((".git/", ".venv/", "data/state/")) for path in paths)


@pytest.mark.parametrize(
    "line",
    [
        "https://files." + "pythonhosted" + ".org/packages/x",
        "see " + "PyPI" + ".org",
        "path = '/" + "root/.venv'",
        "/" + "work/main",
        "WorkingDirectory=/" + "home/anna/sitrep",
    ],
)
@pytest.mark.parametrize("path", ["docs/a.md", ".ci/run", "bot/a.py", "requirements.lock"])
def test_a_tie_is_seen(tmp_path: Path, path: str, line: str) -> None:
    assert ties(write(tmp_path, path, f"fine\n{line}\n")) == [f"{path}:2: {line}"]


@pytest.mark.parametrize(
    "line", ["/opt/sitrep/.venv", "https://example.org/work/x", "the net/work/", "./work/x"]
)
def test_other_paths_are_fine(tmp_path: Path, line: str) -> None:
    assert ties(write(tmp_path, "docs/a.md", line)) == []


def test_a_file_outside_the_project_is_left_alone(tmp_path: Path) -> None:
    write(tmp_path, ".venv/a.cfg", "/" + "root/")
    write(tmp_path, "data/state/log.txt", "/" + "root/")
    assert ties(tmp_path) == []


@pytest.mark.parametrize(
    "line", ["--index-url x", "--extra-index-url=x", "--find-links x", "a @ https://x.example/a"]
)
def test_an_address_in_a_lock_is_seen(tmp_path: Path, line: str) -> None:
    assert addresses(write(tmp_path, "a.lock", line)) == [f"a.lock:1: {line}"]
