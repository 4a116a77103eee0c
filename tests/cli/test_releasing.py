"""`sitrep publish` and its kin: what goes out, what is taken back, what became of it."""

import json
from pathlib import Path
from shutil import copyfile

import pytest

from tests.cli.command import NEWSROOM, Sitrep, found_nothing, misused, said
from tests.cli.documents import GOOD


@pytest.fixture(scope="module")
def one_draft(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with one draft, to be copied."""
    file = tmp_path_factory.mktemp("drafted") / "sitrep.db"
    said(Sitrep(file)("import", "-", "--newsroom", NEWSROOM, stdin=GOOD.encode()))
    return file


@pytest.fixture
def drafted(sitrep: Sitrep, one_draft: Path) -> Sitrep:
    """With one draft."""
    sitrep.database.parent.mkdir()
    copyfile(one_draft, sitrep.database)
    return sitrep


def error_of(sitrep: Sitrep, *arguments: str) -> str:
    done = sitrep(*arguments)
    assert done.returncode == 2
    assert done.stdout == b""
    return done.stderr.decode().strip()


def test_within_its_window_nobody_reads_it_and_it_can_be_undone(drafted: Sitrep) -> None:
    told = said(drafted("publish", "12"))
    assert told.startswith("Quay Report #12 is published in ")
    assert told.endswith(
        " s, when the bot runs; 0 channels are told. Until then `sitrep undo 12` takes it back.\n"
    )
    assert found_nothing(drafted("latest"))
    assert "scheduled" in said(drafted("issues"))
    assert said(drafted("undo", "12")) == (
        "Quay Report #12 is a draft again, and nobody was told.\n"
    )
    assert "draft" in said(drafted("issues"))
    assert error_of(drafted, "undo", "12") == (
        "Nothing about Quay Report #12 waits to go out; `sitrep withdraw` takes back what is out,"
        " and `sitrep import --replace` corrects it."
    )


def test_at_once_it_is_read_at_once_and_the_rest_follows(drafted: Sitrep) -> None:
    assert said(drafted("publish", "12", "--now")) == (
        "Quay Report #12 is published now; 0 channels are told.\n"
    )
    more = ("--text", "-", "--country", "norge, Japan", "--now")
    assert said(drafted("update", "12", *more, stdin=b"A crew left Bergen.")) == (
        "Quay Report #12 has an update now; 0 channels are told.\n"
    )
    assert "A crew left Bergen." in said(drafted("latest", "norway"))
    gone = ("--reason", "The wrong day.", "--now")
    assert said(drafted("withdraw", "12", *gone)) == (
        "Quay Report #12 is withdrawn now; 0 messages are edited.\n"
    )
    assert found_nothing(drafted("latest"))
    lines = said(drafted("deliveries", "12")).splitlines()
    kinds = [line.split(": ")[1].partition(" of ")[0] for line in lines if line[0].isdigit()]
    assert kinds == ["withdrawal", "update", "publication"]
    first = json.loads(said(drafted("deliveries", "--json")).splitlines()[0])
    assert (first["release"]["kind"], first["release"]["reason"]) == ("withdrawal", gone[1])


def test_a_correction_keeps_the_updates_of_an_issue(drafted: Sitrep) -> None:
    said(drafted("publish", "12", "--now"))
    said(drafted("update", "12", "--text", "A crew left.", "--country", "NO", "--now"))
    changed = GOOD.replace("for a day", "for two days").encode()
    order = ("--newsroom", NEWSROOM, "--replace", "--reason", "It was two days.")
    said(drafted("import", "-", *order, stdin=changed))
    assert "A crew left." in said(drafted("latest", "norway"))


REFUSALS = {
    ("publish", "99"): "There is no issue #99; `sitrep issues` lists what there is.",
    ("update", "12", "--text", "Calm."): "Quay Report #12 is still a draft; publish it first.",
    ("withdraw", "12", "--reason", "No."): "Quay Report #12 is still a draft; publish it first.",
    ("update", "12", "--text", " "): "An update needs some text; say what happened.",
    ("update", "12", "--text", "a\x01\x02"): "This update cannot be read as text;",
    ("update", "12", "--text", "x", "--country", "qqqq"): "“qqqq” is no country that",
    ("update", "12", "--text", "x", "--country", "Japan, Germny"): "“Germny” is no country that"
    " Sitrep knows; do you mean Germany?",
    ("publish", "12", "--briefing", "Other"): "There is no briefing “Other”; `sitrep issues`",
    ("undo", "12", "--briefing", "1", "--newsroom", "7"): "There is no briefing “1” in this",
    ("deliveries", "13", "--briefing", "1"): "There is no issue #13; `sitrep issues` lists",
}


def test_what_cannot_be_done_is_one_sentence(drafted: Sitrep) -> None:
    for arguments, sentence in REFUSALS.items():
        assert error_of(drafted, *arguments).startswith(sentence)


def test_without_a_release_there_is_nothing_to_say(drafted: Sitrep) -> None:
    assert said(drafted("deliveries")).startswith("Nothing was released yet;")
    assert json.loads(said(drafted("deliveries", "--json"))) == []
    shown = said(drafted("publish", "--help"))
    assert "The newsroom's server" in shown
    assert "not “twelve”" in misused(drafted("publish", "twelve"))
    said(drafted("publish", "12", "--now"))
    assert error_of(drafted, "publish", "12").startswith("Quay Report #12 is published already.")
    assert error_of(drafted, "withdraw", "12", "--reason", " ") == (
        "Quay Report #12 is published; say why it is withdrawn (--reason)."
    )


def test_several_briefings_with_one_number_are_told_apart(drafted: Sitrep) -> None:
    other = GOOD.replace("Quay Report", "Lock Report").encode()
    said(drafted("import", "-", "--newsroom", NEWSROOM, stdin=other))
    assert error_of(drafted, "publish", "12") == (
        "Several briefings have a #12 (1 is Quay Report · server 4242, 2 is Lock Report · server"
        " 4242); say which by its id, with --briefing."
    )
    told = said(drafted("publish", "12", "--briefing", "lock report"))
    assert told.startswith("Lock Report #12")
    assert told.endswith(" Until then `sitrep undo 12 --briefing 2` takes it back.\n")
    assert "is a draft again" in said(drafted("undo", "12", "--briefing", "2"))
