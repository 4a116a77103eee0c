"""People and servers are forgotten wherever they stand, and nobody else is."""

import json
from pathlib import Path

import pytest
from sqlalchemy import BigInteger, Column, ForeignKey, String

from bot.app.forgetting import Forgetting, rest_of
from bot.errors import Refused
from bot.store.discord_ids import IDS, NAMES, Whose, columns, name_beside
from bot.store.people import SOMEBODY
from bot.store.schema import metadata
from bot.store.store import open_migrated_store
from tests.moments import NOW
from tests.store.archives import written
from tests.store.everything import (
    ABROAD,
    ADA,
    ADA_NAME,
    BO,
    BO_NAME,
    BOT,
    CHANNEL,
    HARBOUR,
    OUTSIDE,
    fill_everything,
)
from tests.store.sqlite import change, rows

_EVERYWHERE = {
    "approvals": 1,
    "blocks": 1,
    "copies": 1,
    "desk_places": 1,
    "list_states": 1,
    "releases": 1,
    "revisions": 1,
    "subscriptions": 1,
    "versions": 1,
}


@pytest.fixture
def filled(database: Path) -> Path:
    fill_everything(database)
    return database


async def forget_person(file: Path, user: int, *names: str) -> dict[str, int]:
    """Counts first and then forgets, which must come to the same."""
    async with open_migrated_store(file) as store:
        found = await Forgetting(store).person(user, names)
        assert await Forgetting(store).forget_person(user, names) == found
        assert await Forgetting(store).person(user, names) == {}
        return found


async def forget_server(file: Path, server: int, *, with_briefings: bool) -> dict[str, int]:
    async with open_migrated_store(file) as store:
        found = await Forgetting(store).server(server, with_briefings=with_briefings)
        done = await Forgetting(store).forget_server(server, with_briefings=with_briefings)
        assert done == found
        assert await Forgetting(store).server(server) == {}
        return found


def counted(file: Path) -> dict[str, int]:
    """How many rows every table has."""
    query = "SELECT count(*) FROM "
    return {name: rows(file, query + name)[0][0] for name in metadata.tables}


def leftovers(file: Path, *words: object) -> list[str]:
    """Which of these can be found in any row, by whatever reads the whole database."""
    tables = [rows(file, f"SELECT * FROM {name}") for name in metadata.tables]  # noqa: S608
    whole = repr(tables) + written(file).decode()
    return [str(word) for word in words if str(word) in whole]


def all_columns() -> list[Column]:
    return [column for table in metadata.tables.values() for column in table.columns]


def test_every_id_of_discords_is_known_by_whose_it_is() -> None:
    big = {str(column) for column in all_columns() if isinstance(column.type, BigInteger)}
    assert big == {*IDS}


def test_no_column_is_called_like_a_person_and_is_none() -> None:
    telling = (
        "_by",
        "author_id",
        "approver_id",
        "editor_id",
        "user",
        "user_id",
        "person",
        "subscriber",
        "editor",
        "asker",
    )
    people = {str(column) for _, column in columns(Whose.PERSON)}
    called = {str(column) for column in all_columns() if column.name.endswith(telling)}
    assert called == people


def test_every_name_of_a_person_is_known() -> None:
    telling = ("author", "approver", "asked_name", "by_name", "user_name", "editor_name")
    called = {
        str(column)
        for column in all_columns()
        if column.name.endswith(telling) and isinstance(column.type, String)
    }
    assert called == {*NAMES}
    beside = {str(name_beside(column)) for _, column in columns(Whose.PERSON)} - {"None"}
    assert beside == {name for name, key in NAMES.items() if key}


def test_every_id_of_a_server_is_found() -> None:
    named = {str(column) for column in all_columns() if column.name == "server_id"}
    known = {str(column) for _, column in columns(Whose.SERVER)}
    references = {
        str(column)
        for column in all_columns()
        for key in column.foreign_keys
        if isinstance(key, ForeignKey) and key.target_fullname == "servers.id"
    }
    assert named <= known | references
    assert not known & references


async def test_a_person_is_forgotten_wherever_they_stand(filled: Path) -> None:
    before = counted(filled)
    assert await forget_person(filled, ADA) == _EVERYWHERE
    assert leftovers(filled, ADA, ADA_NAME) == []
    after = counted(filled)
    gone = {name: before[name] - after[name] for name in before if before[name] != after[name]}
    assert gone == {"approvals": 1, "desk_places": 1, "list_states": 1}
    for table in ("versions", "releases", "revisions"):
        assert rows(filled, f"SELECT author FROM {table} WHERE id = 1") == [(SOMEBODY,)]  # noqa: S608
    ((showing,),) = rows(filled, "SELECT showing FROM copies WHERE id = 1")
    assert json.loads(showing) == {"server": HARBOUR, "issue": 1}


async def test_who_approved_is_forgotten_and_who_asked_stays(filled: Path) -> None:
    asked = f"UPDATE releases SET author = '{BO_NAME}', author_id = {BO} WHERE id = 1"  # noqa: S608
    change(filled, asked)
    await forget_person(filled, ADA)
    query = "SELECT author, author_id, approver, approver_id FROM releases WHERE id = 1"
    assert rows(filled, query) == [(BO_NAME, BO, SOMEBODY, None)]


async def test_everybody_else_stays(filled: Path) -> None:
    query = (
        "SELECT author, author_id FROM versions WHERE id = 2"
        " UNION ALL SELECT author, author_id FROM releases WHERE id = 2"
        " UNION ALL SELECT author, 2 FROM revisions WHERE id = 2"
        " UNION ALL SELECT asked_name, asked_by FROM approvals WHERE issue_id = 2"
        " UNION ALL SELECT 3, subscriber FROM subscriptions WHERE id = 2"
        " UNION ALL SELECT 4, blocked_by FROM blocks WHERE briefing_id = 2"
        " UNION ALL SELECT showing, 5 FROM copies WHERE id = 2"
        " UNION ALL SELECT text, id FROM list_states WHERE id <> 1"
    )
    before = rows(filled, query)
    assert len(before) == 9
    await forget_person(filled, ADA)
    assert rows(filled, query) == before
    assert leftovers(filled, BO, BO_NAME) == [str(BO), BO_NAME]


async def test_a_number_within_another_one_is_nobody(filled: Path) -> None:
    before = written(filled)
    assert await forget_person(filled, ADA // 10) == {}
    assert await forget_person(filled, 7) == {}
    assert written(filled) == before


async def test_a_name_on_what_was_shared_has_no_id_beside_it(filled: Path) -> None:
    nameless = f'{{"server":{HARBOUR},"shared_by":"Nobody\'\'s Reader"}}'
    change(filled, f"UPDATE copies SET showing = '{nameless}' WHERE id = 2")  # noqa: S608
    assert await forget_person(filled, 99) == {}
    assert leftovers(filled, "Nobody's Reader")
    assert await forget_person(filled, 99, "Nobody's Reader") == {"copies": 1}
    assert not leftovers(filled, "Nobody's Reader")


async def test_a_name_that_two_people_have_had_at_the_desk_stays_with_the_other(
    filled: Path,
) -> None:
    change(filled, f"UPDATE versions SET author = '{ADA_NAME}'")  # noqa: S608
    await forget_person(filled, ADA)
    assert rows(filled, "SELECT author FROM versions ORDER BY id") == [(SOMEBODY,), (ADA_NAME,)]


@pytest.mark.parametrize("word", [ADA_NAME, "They sailed."])
async def test_what_is_deleted_is_not_left_in_the_file(filled: Path, word: str) -> None:
    change(filled, "PRAGMA journal_mode = WAL")
    beside = filled.with_name(filled.name + "-wal")
    async with open_migrated_store(filled) as store:
        async with store.write() as transaction:
            await transaction.process.beat(NOW)
        await Forgetting(store).forget_person(ADA)
        await Forgetting(store).forget_server(HARBOUR, with_briefings=True)
        assert not rest_of(filled).log
        assert beside.stat().st_size == 0
        assert word.encode() not in filled.read_bytes()


async def test_a_log_that_is_being_read_is_told(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.store.erasure._PATIENCE", 0)
    async with open_migrated_store(filled) as store, store.read() as reading:
        await reading.servers.public_answers(1)
        await Forgetting(store).forget_person(ADA)
        assert rest_of(filled).log
    assert not rest_of(filled).log


def test_older_copies_are_named(filled: Path) -> None:
    older = [filled.with_name(f"{filled.name}.{kind}-2022") for kind in ("before-0005", "replaced")]
    others = [filled.with_name(name) for name in (f"{older[1].name}-wal", "other.db.before-1")]
    for file in (*older, *others):
        file.touch()
    assert rest_of(filled).copies == older


async def test_a_server_that_only_reads_goes_with_all_that_is_its_own(filled: Path) -> None:
    change(filled, f"UPDATE blocks SET server_id = {ABROAD} WHERE briefing_id = 1")  # noqa: S608
    change(filled, f"INSERT INTO list_states VALUES (20, 'channels: {OUTSIDE + 1}', '2022')")  # noqa: S608
    before = counted(filled)
    assert await forget_server(filled, ABROAD, with_briefings=False) == {
        "blocks": 1,
        "command_syncs": 1,
        "copies": 1,
        "list_states": 1,
        "server_settings": 1,
        "servers": 1,
        "subscriptions": 2,
    }
    after = counted(filled)
    assert leftovers(filled, ABROAD, OUTSIDE + 1, OUTSIDE + 2, "Far Quay") == []
    assert after["issues"] == before["issues"]
    assert after["deliveries"] == 0
    assert rows(filled, "PRAGMA foreign_key_check") == []


async def test_a_newsroom_goes_only_with_its_briefings(filled: Path) -> None:
    before = written(filled)
    async with open_migrated_store(filled) as store:
        with pytest.raises(Refused) as told:
            await Forgetting(store).forget_server(HARBOUR)
    assert str(told.value) == (
        f"Server {HARBOUR} owns 2 briefings (Storms, Tides) with 2 issues, which 2 channels of"
        " other servers subscribed to; all of that would be lost: give --with-briefings if you"
        " want it so."
    )
    assert written(filled) == before


async def test_with_its_briefings_everything_in_them_goes(filled: Path) -> None:
    assert await forget_server(filled, HARBOUR, with_briefings=True) == {
        "blocks": 2,
        "briefings": 2,
        "command_syncs": 1,
        "copies": 3,
        "desk_places": 2,
        "issues": 2,
        "list_states": 2,
        "server_settings": 1,
        "servers": 1,
        "subscriptions": 2,
    }
    words = (HARBOUR, CHANNEL, "Harbour Notes", "Tides", "They sailed.", ADA, BO, ADA_NAME)
    assert leftovers(filled, *words) == []
    left = {name for name, count in counted(filled).items() if count}
    assert left == {
        *("servers", "server_settings", "command_syncs", "list_states"),
        *("acts", "heartbeats", "installation", "leases"),
    }
    assert rows(filled, "SELECT count(*) FROM passages_fts_data WHERE id > 10") == [(0,)]
    assert rows(filled, "SELECT application_id FROM command_syncs ORDER BY 1") == [
        (ABROAD,),
        (BOT,),
    ]
    assert rows(filled, "PRAGMA foreign_key_check") == []


async def test_a_server_that_nobody_knows_is_nothing(filled: Path) -> None:
    before = written(filled)
    assert await forget_server(filled, 404, with_briefings=True) == {}
    assert written(filled) == before
