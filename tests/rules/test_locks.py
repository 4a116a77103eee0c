"""Whether the lock files lock what the project asks for."""

import re
import tomllib

import pytest

from tests.rules.source import ROOT

PIN = re.compile(r"^([\w.-]+)==(\S+)(.*)$")
NAME = re.compile(r"^[\w.-]+")
HASH = "--hash=sha256:"


def pins(text: str) -> dict[str, str]:
    """Name -> version of everything that a lock holds."""
    found = (PIN.match(line) for line in text.splitlines())
    return {normal(match[1]): match[2] for match in found if match}


def unhashed(text: str) -> list[str]:
    """Names of what a lock takes without a hash."""
    lines = [line.strip() for line in text.splitlines() if not line.strip().startswith("#")]
    return [
        match[1]
        for line, after in zip(lines, [*lines[1:], ""], strict=True)
        if (match := PIN.match(line)) and not after.startswith(HASH)
    ]


def normal(name: str) -> str:
    """A package's name as an index compares it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def asked(requirements: list[str]) -> set[str]:
    return {normal(match[0]) for text in requirements if (match := NAME.match(text))}


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def test_every_dependency_is_locked() -> None:
    asks = tomllib.loads(read("pyproject.toml"))
    project = asks["project"]
    assert asked(project["dependencies"]) <= set(pins(read("requirements.lock")))
    dev = asked(project["optional-dependencies"]["dev"])
    assert dev <= set(pins(read("requirements-dev.lock")))
    assert asked(asks["build-system"]["requires"]) == set(pins(read("requirements-build.lock")))


def test_developers_run_what_operators_run() -> None:
    run, dev = pins(read("requirements.lock")), pins(read("requirements-dev.lock"))
    assert run.items() <= dev.items()
    assert len(dev) > len(run)


def test_operators_get_no_test_tools() -> None:
    assert {"simcord", "pytest", "ruff", "pyright"} & set(pins(read("requirements.lock"))) == set()


@pytest.mark.parametrize("name", sorted(file.name for file in ROOT.glob("*.lock")))
def test_everything_is_hashed(name: str) -> None:
    assert unhashed(read(name)) == []


def test_a_missing_hash_is_seen() -> None:
    text = f"a==1 ; python_version > '3' \\\n    {HASH}0\nb==2\n    # via a\nc==3 \\\n    {HASH}0\n"
    assert unhashed(text) == ["b"]
    assert pins(text) == {"a": "1", "b": "2", "c": "3"}


def test_names_are_compared_as_an_index_does() -> None:
    assert asked(["discord.py>=2.7", "Mako", "typing_extensions"]) == {
        "discord-py",
        "mako",
        "typing-extensions",
    }
