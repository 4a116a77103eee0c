"""Errors at the command line: one sentence, an exit status that is not 0, no traceback."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.command import Sitrep, refusal
from tests.store.sqlite import change

SOME_TOKEN = {"DISCORD_TOKEN": "x.y.z"}


def test_run_without_a_token_says_what_to_do(sitrep: Sitrep) -> None:
    assert refusal(sitrep.process("run")) == (
        "DISCORD_TOKEN is missing; put the token of your application into .env,"
        " or try `sitrep demo` without one."
    )
    assert not sitrep.database.exists()


@pytest.mark.parametrize(
    ("settings", "reason"),
    [
        ({"DATABASE_URL": "postgresql://me:secret@db/sitrep"}, "works with a SQLite file only"),
        ({"DATABASE_URL": "nonsense"}, "DATABASE_URL is not a database URL"),
        ({"PUBLIC_BRIEFINGS": "one,two"}, "PUBLIC_BRIEFINGS is not understood"),
        ({"LOG_LEVEL": "LOUD"}, "LOG_LEVEL is not understood"),
    ],
)
def test_a_wrong_setting_is_named(sitrep: Sitrep, settings: dict[str, str], reason: str) -> None:
    sentence = refusal(sitrep("issues", settings=settings))
    assert reason in sentence
    assert "secret" not in sentence


def test_a_database_of_a_newer_version_is_refused_by_whatever_opens_it(
    sitrep: Sitrep,
) -> None:
    assert sitrep("migrate").returncode == 0
    change(sitrep.database, "UPDATE alembic_version SET version_num = '9999'")
    for done in (
        sitrep.process("run", settings=SOME_TOKEN),
        sitrep("issues", settings=SOME_TOKEN),
        sitrep("migrate", settings=SOME_TOKEN),
    ):
        assert "newer Sitrep" in refusal(done)


def test_a_database_that_is_none_is_one_sentence(sitrep: Sitrep) -> None:
    sitrep.database.parent.mkdir()
    sitrep.database.write_bytes(b"this is no database, and never was one" * 100)
    assert str(sitrep.database) in refusal(sitrep("issues"))


_ASKING = (
    ["deliveries"],
    ["publish", "12"],
    ["update", "12", "--text", "Calm."],
    ["withdraw", "12", "--reason", "No."],
    ["undo", "12"],
    ["issues"],
    ["latest"],
    ["quotes"],
    ["timeline"],
    ["search", "calm"],
)


@pytest.mark.parametrize("command", _ASKING, ids=lambda command: command[0])
def test_a_command_that_only_asks_or_changes_makes_no_database(
    sitrep: Sitrep, command: list[str]
) -> None:
    assert refusal(sitrep(*command)) == (
        f"There is no database at {sitrep.database}; check DATABASE_URL, or make one with"
        " `sitrep migrate` or `sitrep import`."
    )
    assert not sitrep.database.parent.exists()


def test_debug_shows_where_an_error_comes_from(sitrep: Sitrep, tmp_path: Path) -> None:
    done = sitrep.process("--debug", "backup", tmp_path / "copy.db")
    assert done.returncode == 2
    shown = done.stderr.decode()
    assert shown.startswith("Traceback (most recent call last):")
    assert re.search(r'File ".*bot/cli\.py", line \d+, in backup', shown)
    assert shown.splitlines()[-1] == refusal(sitrep("backup", tmp_path / "copy.db"))


def test_debug_is_an_option_and_no_word_anywhere(sitrep: Sitrep) -> None:
    assert "There is no file" in refusal(sitrep("backup", "--", "--debug"))


def test_why_the_database_fails_is_told_to_the_operator(sitrep: Sitrep) -> None:
    assert sitrep("migrate").returncode == 0
    change(sitrep.database, "ALTER TABLE issues RENAME COLUMN title TO headline")
    assert "no such column: issues.title" in refusal(sitrep("issues"))


@pytest.mark.parametrize("command", ["issues", "latest"])
def test_a_database_that_fails_is_no_database_that_holds_nothing(
    sitrep: Sitrep, command: str
) -> None:
    assert sitrep("migrate").returncode == 0
    change(sitrep.database, "ALTER TABLE issues RENAME COLUMN title TO headline")
    failed = sitrep(command, "--json")
    assert json.loads(failed.stdout) == {"Unavailable": {"sentence": refusal(failed)}}


@pytest.mark.parametrize("command", [["issues"], ["latest", "Japan"]])
def test_the_id_of_a_server_has_bounds(sitrep: Sitrep, command: list[str]) -> None:
    done = sitrep(*command, "--newsroom", "99999999999999999999")
    assert done.returncode == 2
    assert "Invalid value for '--newsroom'" in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_a_wrong_option_is_explained_without_a_traceback(sitrep: Sitrep) -> None:
    done = sitrep("import", "a.txt")
    assert done.returncode == 2
    assert "--newsroom" in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()
