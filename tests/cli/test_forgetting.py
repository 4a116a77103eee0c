"""`sitrep forget`: says what is stored about somebody, asks, and takes it out."""

from pathlib import Path

import pytest

from tests.cli.command import Sitrep, misused, refusal, said
from tests.store.everything import ABROAD, ADA, ADA_NAME, HARBOUR, fill_everything
from tests.store.sqlite import change, rows


@pytest.fixture
def filled(sitrep: Sitrep) -> Sitrep:
    fill_everything(sitrep.database)
    # What is old is forgotten by itself whenever a command begins.
    change(sitrep.database, "UPDATE list_states SET kept_at = '2999-01-01T00:00:00+00:00'")
    return sitrep


def test_a_person_is_forgotten_after_a_yes(filled: Sitrep) -> None:
    told = said(filled("forget", "--user", str(ADA), stdin=b"y\n"))
    assert told.startswith(f"Of user {ADA} there is: ")
    assert "their name becomes “somebody”" in told
    assert "This cannot be undone. Forget it? [y/N]: " in told
    assert "Forgotten: 1 " in told
    assert "Copies made with `sitrep backup` or `sitrep export` still hold it" in told
    archive = filled("export", "-").stdout.decode()
    assert ADA_NAME not in archive
    assert str(ADA) not in archive
    again = said(filled("forget", "--user", str(ADA), "--yes"))
    assert again == f"Nothing about user {ADA} is stored.\n"


@pytest.mark.parametrize("answer", [b"n\n", b"\n", b""])
@pytest.mark.parametrize("whom", [("--user", str(ADA)), ("--server", str(ABROAD))])
def test_without_a_yes_nothing_changes(
    filled: Sitrep, whom: tuple[str, str], answer: bytes
) -> None:
    before = filled("export", "-").stdout
    done = filled("forget", *whom, stdin=answer)
    assert done.returncode == 2
    assert done.stderr.decode() == "Nothing was changed; --yes forgets without asking.\n"
    assert filled("export", "-").stdout == before


def test_a_server_is_forgotten_and_older_copies_are_named(filled: Sitrep) -> None:
    older = Path(f"{filled.database}.before-0005-20220201T120000Z")
    older.touch()
    told = said(filled("forget", "--server", str(ABROAD), "--yes"))
    assert "Forget it?" not in told
    assert "Forgotten: 1 note on its commands, 1 noted message, 2 subscriptions, " in told
    assert f"These older copies still have it: {older}." in told
    assert rows(filled.database, "SELECT id FROM servers") == [(HARBOUR,)]


def test_a_newsroom_needs_one_word_more(filled: Sitrep) -> None:
    sentence = refusal(filled("forget", "--server", str(HARBOUR), "--yes"))
    assert "owns 2 briefings (Storms, Tides) with 2 issues" in sentence
    assert "give --with-briefings" in sentence
    told = said(filled("forget", "--server", str(HARBOUR), "--with-briefings", "--yes"))
    assert "2 issues, 2 briefings, 1 name" in told
    assert said(filled("issues")).startswith("There is no issue yet")
    assert "ok    Lists and searches find exactly" in filled("check").stdout.decode()


def test_a_name_on_shared_answers(filled: Sitrep) -> None:
    told = said(filled("forget", "--user", "404", "--name", ADA_NAME, "--yes"))
    assert "Forgotten: 1 noted message." in told


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ((), "give either --user or --server"),
        (("--user", "1", "--server", "2"), "give either --user or --server"),
        (("--user", "1", "--with-briefings"), "--with-briefings is about a server"),
        (("--server", "1", "--name", "Ada"), "--name is about a person"),
        (("--user", "0"), "it takes a number from 1"),
        (("--user", "Ada"), "it takes a number from 1"),
    ],
)
def test_whom_is_said_once(filled: Sitrep, options: tuple[str, ...], told: str) -> None:
    assert told in misused(filled("forget", *options))


def test_without_a_database_there_is_nothing_to_forget(sitrep: Sitrep) -> None:
    assert "There is no database" in refusal(sitrep("forget", "--user", "7", "--yes"))
    assert not sitrep.database.exists()
