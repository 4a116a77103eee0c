"""What an archive brings into a new database is what was in the old one, whatever that was."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Text

from bot.app.carrying import carry_along
from bot.delivery.ledger import Ledger
from bot.domain.issue import Contents, State
from bot.domain.tenure import Tenure
from bot.domain.terms import Terms
from bot.errors import Refused
from bot.store.archive_tables import LEFT_OUT, SEQUENCES, archived
from bot.store.migration import migrate
from bot.store.reading import made_things
from bot.store.reading_index import index_faults
from bot.store.schema import metadata
from bot.store.store import Store, open_migrated_store
from tests.contents import contents
from tests.moments import NOW, later
from tests.shelving import DAY, found_briefing, publish, put
from tests.store.archives import read, written
from tests.store.everything import fill_everything
from tests.store.library import stock
from tests.store.sqlite import change, rows
from tests.store.strategies import CONTENTS, TEXTS

_STATES = (State.DRAFT, State.PUBLISHED, State.WITHDRAWN)


def said(file: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables that go into an archive, seen past Sitrep's own code."""
    names = [table.name for table in archived()]
    return {name: sorted(rows(file, f"SELECT * FROM {name}"), key=repr) for name in names}  # noqa: S608


def require_same(old: Path, new: Path) -> None:
    archive = written(old)
    read(archive, new)
    assert said(new) == said(old)
    assert written(new) == archive
    assert index_faults(new) == 0


def test_every_table_is_in_an_archive_or_left_out_for_a_reason(migrated: Path) -> None:
    found = {
        name for (name,) in rows(migrated, "SELECT name FROM sqlite_master WHERE type = 'table'")
    }
    made = tuple(name for kind, name in made_things() if kind == "TABLE")
    own = {name for name in found if not name.startswith(("sqlite_", *made))}
    carried = {table.name for table in archived()}
    assert carried | {*LEFT_OUT} == own - {"alembic_version"} == {*metadata.tables}
    assert not carried & {*LEFT_OUT}
    assert all(LEFT_OUT.values())


def test_parents_come_before_their_children() -> None:
    order = [table.name for table in archived()]
    for table in archived():
        parents = {key.column.table.name for key in table.foreign_keys} - {table.name}
        assert all(order.index(parent) < order.index(table.name) for parent in parents)


def test_everything_comes_back(database: Path, tmp_path: Path) -> None:
    fill_everything(database)
    assert all(said(database).values())
    require_same(database, tmp_path / "new.db")


async def test_a_library_comes_back_with_what_lists_find(
    store: Store, database: Path, tmp_path: Path
) -> None:
    await stock(store, seed=5, issues=6)
    require_same(database, tmp_path / "new.db")
    sides = "SELECT * FROM passages ORDER BY id", "SELECT * FROM coverage ORDER BY 1, 2, 3"
    for side in sides:
        assert rows(tmp_path / "new.db", side) == rows(database, side) != []


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(made=st.lists(st.tuples(CONTENTS, st.sampled_from(_STATES)), min_size=1, max_size=2))
async def test_any_contents_come_back(
    tmp_path_factory: pytest.TempPathFactory, made: list[tuple[Contents, State]]
) -> None:
    folder = tmp_path_factory.mktemp("any")
    migrate(folder / "old.db", NOW)
    async with open_migrated_store(folder / "old.db") as store:
        for number, (what, state) in enumerate(made):
            briefing = await found_briefing(store, 1, f"Tides {number}")
            whole = what.model_copy(update={"number": number, "date": what.date or DAY})
            await put(store, briefing, whole, state)
    require_same(folder / "old.db", folder / "new.db")


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=TEXTS, number=st.integers(-(2**63), 2**63 - 1))
def test_any_text_and_any_number_come_back(
    tmp_path_factory: pytest.TempPathFactory, text: str, number: int
) -> None:
    folder = tmp_path_factory.mktemp("any")
    fill_everything(folder / "old.db")
    free = [
        (table.name, column.name)
        for table in archived()
        for column in table.columns
        if type(column.type) is Text and not column.primary_key
    ]
    with closing(sqlite3.connect(folder / "old.db")) as opened, opened:
        for table, column in free:
            if (table, column) not in {("quotes", "source"), ("list_states", "text")}:
                opened.execute(f'UPDATE {table} SET "{column}" = ?', (text,))  # noqa: S608
        opened.execute("UPDATE list_states SET text = text || ?", (text,))
        opened.execute("UPDATE copies SET channel_id = ?", (number,))
        opened.execute("INSERT OR REPLACE INTO acts VALUES (?, ?)", (number, NOW.isoformat()))
    require_same(folder / "old.db", folder / "new.db")


@pytest.mark.parametrize(
    "text", ["a\0b", "\u2028\r\n", '"\\', "\ufeff", "ё\U0001f600\uffff", "\u200b"]
)
def test_odd_characters_come_back(database: Path, tmp_path: Path, text: str) -> None:
    fill_everything(database)
    with closing(sqlite3.connect(database)) as opened, opened:
        opened.execute("UPDATE issues SET source = ?", (text,))
        opened.execute("UPDATE entries SET text = ?", (text,))
    require_same(database, tmp_path / "new.db")


def test_half_of_a_surrogate_pair_which_another_program_wrote_is_told(database: Path) -> None:
    fill_everything(database)
    change(database, "UPDATE issues SET source = CAST(x'eda080' AS TEXT)")
    with pytest.raises(Refused, match=r"is not a whole SQLite database .a text in it is not UTF-8"):
        written(database)


@pytest.mark.parametrize("value", ["1.5", "x'00'"])
def test_a_value_that_sitrep_never_writes_is_told(database: Path, value: str) -> None:
    fill_everything(database)
    change(database, f"UPDATE copies SET channel_id = {value}")  # noqa: S608
    with pytest.raises(Refused, match=r"A row of copies \(1\) holds what Sitrep never writes"):
        written(database)


def test_an_empty_database_is_an_archive_too(migrated: Path, tmp_path: Path) -> None:
    assert written(migrated).count(b"\n") == 2
    require_same(migrated, tmp_path / "new.db")


def test_no_secret_and_nothing_of_a_process_goes_along(database: Path) -> None:
    fill_everything(database)
    ((salt,),) = rows(database, "SELECT salt FROM installation")
    archive = written(database).decode()
    assert salt not in archive
    assert "a process" not in archive
    assert not [name for name in LEFT_OUT if f'"{name}"' in archive]


async def test_what_others_write_meanwhile_is_not_in_it(store: Store, database: Path) -> None:
    briefing = await found_briefing(store, 1, "Tides")
    await publish(store, briefing, 1)
    before = written(database)
    async with store.write() as transaction:
        await transaction.briefings.add(1, "Not yet", public=True)
        assert written(database) == before
    before, lines = written(database), list[bytes]()

    def write(line: bytes) -> None:
        lines.append(line)
        if b'"table":"servers"' in line:
            change(database, "UPDATE issues SET title = 'Meanwhile'")

    carry_along(database, write, lambda _table, _count: None)
    assert b"".join(lines) == before
    assert b"Meanwhile" in written(database)


def test_ids_that_were_given_are_not_given_again(database: Path, tmp_path: Path) -> None:
    fill_everything(database)
    new = tmp_path / "new.db"
    read(written(database), new)
    change(new, "INSERT INTO list_states (text, kept_at) VALUES ('new', '2022')")
    assert rows(new, "SELECT max(id) FROM list_states") == [(10,)]
    last = dict(rows(new, "SELECT name, seq FROM sqlite_sequence"))
    assert last["deliveries"] == 1_000_005
    assert SEQUENCES not in last


async def test_what_may_have_gone_out_since_is_looked_for_at_the_first_start(
    database: Path, tmp_path: Path
) -> None:
    fill_everything(database)
    change(
        database,
        """
        UPDATE issues SET state = 'scheduled' WHERE id = 2;
        UPDATE releases SET state = 'pending', change = '{}' WHERE id = 2;
        """,
    )
    new = tmp_path / "new.db"
    archive = written(database)
    read(archive, new)
    change(new, "INSERT INTO leases VALUES ('bot', 'this process', '2099')")
    async with open_migrated_store(new) as store:
        ledger = Ledger(store, Terms(), Tenure(), _never)
        salt, _ = await ledger.begin(later(minutes=1))
        assert (await ledger.begin(later(minutes=2)))[0] == salt
    assert len(salt) == 8
    assert rows(new, "SELECT id FROM deliveries WHERE unsure_since IS NOT NULL") == [(5,)]
    assert rows(new, "SELECT state FROM issues WHERE id = 2") == [("draft",)]
    assert rows(new, "SELECT state, change FROM releases WHERE id = 2") == [("undone", None)]
    assert rows(new, "SELECT holder FROM leases") == [("this process",)]


async def _never(error: BaseException) -> None:
    raise error


async def test_one_line_is_one_row(store: Store, database: Path) -> None:
    briefing = await found_briefing(store, 1, "Tides")
    await put(store, briefing, contents(7, DAY, title="A\nB\u2028C"))
    heading, *found, ending = map(json.loads, written(database).decode().split("\n")[:-1])
    assert heading == {"format": "sitrep archive", "edition": 1, "database": "0006"}
    assert [each["table"] for each in found[:3]] == ["servers", "briefings", "issues"]
    assert found[2]["row"]["title"] == "A\nB\u2028C"
    assert ending["rows"] == len(found)
