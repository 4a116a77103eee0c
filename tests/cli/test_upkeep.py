"""`sitrep migrate`, `check`, `backup` and `restore`: looking after the database."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.store.process import Process
from bot.store.store import open_store
from tests.cli.command import NEWSROOM, Sitrep, misused, refusal, said
from tests.cli.documents import GOOD, NEXT
from tests.store.sqlite import change


def bring(sitrep: Sitrep, text: str) -> None:
    said(sitrep("import", "--newsroom", NEWSROOM, "--publish", "-", stdin=text.encode()))


async def beat(database: Path, ago: timedelta) -> None:
    """Lets the bot have lived at that time."""
    now = datetime.now(UTC)
    async with open_store(database, now) as store, store.write() as transaction:
        assert isinstance(transaction.process, Process)
        await transaction.process.beat(now - ago)


def test_migrate_makes_a_database_and_leaves_a_current_one_alone(sitrep: Sitrep) -> None:
    made = said(sitrep("migrate"))
    assert made.startswith(f"{sitrep.database} is of version ")
    before = sitrep.database.read_bytes()
    assert said(sitrep("migrate")) == made
    assert sitrep.database.read_bytes() == before
    assert [file.name for file in sitrep.database.parent.iterdir()] == ["sitrep.db"]


async def test_check_says_what_is_missing_and_whether_the_bot_lives(sitrep: Sitrep) -> None:
    done = sitrep("check")
    assert done.returncode == 1
    lines = done.stdout.decode().splitlines()
    assert lines[0].startswith("ok    There is no database yet")
    assert lines[1] == (
        "WRONG DISCORD_TOKEN is missing; put the token of your application into .env."
    )
    assert not sitrep.database.exists()
    said(sitrep("migrate"))
    never = sitrep("check", "--live")
    assert never.returncode == 1
    assert "never been connected" in never.stdout.decode()
    await beat(sitrep.database, timedelta(minutes=5))
    late = sitrep("check", "--live", "--json")
    assert late.returncode == 1
    found = json.loads(late.stdout)
    assert found["well"] is False
    assert "more than 60 s" in found["sentence"]
    await beat(sitrep.database, timedelta())
    assert said(sitrep("check", "--live")).startswith("ok    The bot was alive")


def test_check_finds_and_mends_what_lists_and_searches_find(sitrep: Sitrep) -> None:
    bring(sitrep, GOOD)
    change(sitrep.database, "DELETE FROM passages")
    found = sitrep("check")
    assert found.returncode == 1
    assert "WRONG What lists and searches find is out of step" in found.stdout.decode()
    mended = sitrep("check", "--rebuild")
    assert [line[:5] for line in mended.stdout.decode().splitlines()[:4]] == [
        *("ok   ", "ok   ", "ok   ", "WRONG")
    ]
    assert "Rin Okada" in said(sitrep("quotes"))
    assert "one at a time" in misused(sitrep("check", "--live", "--rebuild"))


def test_a_backup_restored_brings_back_what_was_there(sitrep: Sitrep, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    bring(sitrep, GOOD)
    assert "holds a whole copy" in said(sitrep("backup", copy))
    assert refusal(sitrep("backup", copy)) == f"{copy} exists already; name another file."
    bring(sitrep, NEXT)
    told = said(sitrep("restore", copy))
    aside = Path(told.split("The database before is ")[1].strip().removesuffix("."))
    assert said(sitrep("issues")).count("Quay Report") == 1
    kept = Sitrep(aside)
    assert said(kept("issues")).count("Quay Report") == 2


async def test_restore_refuses_a_broken_copy_and_a_database_in_use(
    sitrep: Sitrep, tmp_path: Path
) -> None:
    copy, broken = tmp_path / "copy.db", tmp_path / "broken.db"
    bring(sitrep, GOOD)
    said(sitrep("backup", copy))
    broken.write_bytes(copy.read_bytes()[:6000] + b"\xff" * 9000)
    assert "is not a whole SQLite database" in refusal(sitrep("restore", broken))
    assert "There is no file" in refusal(sitrep("restore", tmp_path / "none.db"))
    async with open_store(sitrep.database, datetime.now(UTC)) as store, store.read():
        assert "Something is using the database" in refusal(sitrep("restore", copy))
    await beat(sitrep.database, timedelta(seconds=5))
    assert "is now the backup" in said(sitrep("restore", copy))
    assert said(sitrep("issues")).count("Quay Report") == 1


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_there_must_be_something_to_copy(sitrep: Sitrep, tmp_path: Path, command: str) -> None:
    assert "There is no file" in refusal(sitrep(command, tmp_path / "copy.db"))
