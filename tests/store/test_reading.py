"""The reading side says what the base tables say, whoever changed them and however."""

import asyncio
import random
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from bot.domain.entry import Entry
from bot.domain.issue import Contents, State
from bot.store.migration import migrate
from bot.store.reading import made_things, making
from bot.store.reading_index import index_faults
from bot.store.store import Store, open_migrated_store
from tests.contents import contents, dated, said
from tests.moments import NOW
from tests.shelving import DAY, found_briefing, put
from tests.store.scripts import first_version_only
from tests.store.sqlite import change, rows
from tests.store.strategies import CONTENTS

_SIDE = ("passages", "passage_countries", "coverage", "speakers", "passages_fts_content")
_TEXT = "The ferry “must sail”, she said. Nobody answered."


def what(number: int, chance: random.Random) -> Contents:
    """Contents of up to three entries that differ a little each time."""
    made = contents(number, DAY + timedelta(days=chance.randrange(9)), title=chance.choice("ab"))
    entries = [_entry(chance) for _ in range(chance.randrange(4))]
    return made.model_copy(update={"entries": tuple(entries), "source": f"{chance.random()}"})


def _entry(chance: random.Random) -> Entry:
    quote = said("must sail", _TEXT, chance.choice(("Ada", "Bert", "")))
    day = chance.choice((None, DAY, DAY - timedelta(days=3)))
    quote = quote.model_copy(update={"said_on": day, "country": chance.choice((None, "FI"))})
    event = dated(chance.choice(("2022", "2022-01", "2022-01-05")), "It sailed.", "FI", "EE")
    return Entry(
        heading=chance.choice((None, "Finland")),
        countries=chance.choice(((), ("FI",), ("EE", "FI"))),
        text=_TEXT,
        quotes=(quote,) * chance.randrange(3),
        events=(event,) * chance.randrange(3),
    )


async def correct(store: Store, chance: random.Random) -> None:
    async with store.write() as transaction:
        for issue in await transaction.issues.all_of():
            if chance.random() < 0.4:
                new = what(issue.number or 0, chance)
                await transaction.issues.rewrite(issue.id, new)
                await transaction.entries.replace(issue.id, new.entries)


async def turn(store: Store, chance: random.Random) -> None:
    """Publishes, withdraws or takes back."""
    async with store.write() as transaction:
        for issue in await transaction.issues.all_of():
            state = chance.choice(list(State))
            await transaction.issues._set(issue.id, {"state": state})


_BY_HAND = (
    "UPDATE quotes SET text = text || '!' WHERE id % 2",
    "UPDATE quotes SET speaker = 'Cleo', country = 'SE' WHERE id % 2",
    "UPDATE quotes SET said_on = '2021-12-31', role = NULL",
    "UPDATE quotes SET position = -1 - position",
    "UPDATE events SET \"when\" = '2022-01-03/2022-01-09' WHERE id % 2",
    "UPDATE events SET sentence = 'Ёлка'",
    "UPDATE entries SET heading = 'Ёж', text = 'Ещё' WHERE id % 2",
    "UPDATE issues SET date = '2023-01-01', title = 'Later' WHERE id % 2",
    "UPDATE issues SET briefing_id = 3 - briefing_id, number = 100 + id WHERE id % 3 = 0",
    "UPDATE entry_countries SET country = 'JP' WHERE country = 'EE'",
    "DELETE FROM entry_countries; DELETE FROM event_countries"
    " WHERE event_id = (SELECT max(id) FROM events);"
    " UPDATE event_countries SET event_id = (SELECT max(id) FROM events)"
    " WHERE event_id = (SELECT min(event_id) FROM event_countries)",
    "DELETE FROM entry_countries WHERE country = 'FI'",
    "DELETE FROM event_countries WHERE event_id % 2",
    "DELETE FROM quotes WHERE id % 3 = 0",
    "DELETE FROM events WHERE id % 3 = 0",
    "DELETE FROM entries WHERE id % 3 = 0",
    "DELETE FROM issues WHERE id % 4 = 0",
)


async def by_hand(file: Path, chance: random.Random) -> None:
    """What somebody at the shell of SQLite does, with and without foreign keys."""
    keys = chance.choice(("ON", "OFF"))
    change(file, f"PRAGMA foreign_keys = {keys}; {chance.choice(_BY_HAND)}")


@pytest.mark.parametrize("seed", range(6))
async def test_after_anything_it_is_in_step(store: Store, database: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    briefings = [await found_briefing(store, 1, name) for name in ("Tides", "Storms")]
    added = iter(range(1, 100))

    async def add() -> None:
        await put(store, chance.choice(briefings), what(next(added), chance))

    steps: tuple[Callable[[], Awaitable[None]], ...] = (
        add,
        lambda: correct(store, chance),
        lambda: turn(store, chance),
        lambda: by_hand(database, chance),
    )
    for _ in range(4):
        await add()
    for _ in range(14):
        await chance.choice(steps)()
        assert index_faults(database) == 0


@pytest.mark.parametrize("statement", _BY_HAND)
async def test_after_any_statement_it_is_in_step(
    store: Store, database: Path, statement: str
) -> None:
    chance = random.Random(5)  # noqa: S311
    for name in ("Tides", "Storms"):
        briefing = await found_briefing(store, 1, name)
        for number in range(1, 4):
            await put(store, briefing, what(number, chance))
    before = sides(database)
    change(database, statement)
    assert index_faults(database) == 0
    assert (sides(database) == before) == ("position = -1" in statement)


def sides(file: Path) -> list[list[tuple[object, ...]]]:
    """Everything on the reading side; the ids of speakers say nothing."""
    columns = {"speakers": "briefing_id, name, quotes"}
    return [
        sorted(rows(file, f"SELECT {columns.get(name, '*')} FROM {name}"), key=repr)  # noqa: S608
        for name in _SIDE
    ]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(what=CONTENTS)
def test_any_contents_are_in_step(tmp_path_factory, migrated: Path, what: Contents) -> None:
    file = tmp_path_factory.mktemp("any") / "sitrep.db"
    file.write_bytes(migrated.read_bytes())
    dates = {"number": what.number or 0, "date": what.date or DAY}

    async def publish() -> None:
        async with open_migrated_store(file) as store:
            briefing = await found_briefing(store, 1, "Tides")
            await put(store, briefing, what.model_copy(update=dates))

    asyncio.run(publish())
    assert index_faults(file) == 0
    ((passages,),) = rows(file, "SELECT count(*) FROM passages")
    assert passages == sum(1 + len(e.quotes) + len(e.events) for e in what.entries)


async def test_a_correction_that_changes_nothing_writes_nothing(
    store: Store, database: Path
) -> None:
    new = what(1, random.Random(3))  # noqa: S311
    issue = await put(store, await found_briefing(store, 1, "Tides"), new)
    spy = "CREATE TRIGGER spy BEFORE DELETE ON passages BEGIN SELECT raise(ABORT, 'written'); END"
    change(database, spy)
    async with store.write() as transaction:
        await transaction.issues.rewrite(issue.id, new)
        await transaction.entries.replace(issue.id, new.entries)
    with pytest.raises(sqlite3.IntegrityError, match="written"):
        change(database, "UPDATE entries SET text = 'other'")


async def test_a_database_of_the_first_version_is_filled(
    database: Path, tmp_path: Path, store: Store
) -> None:
    chance = random.Random(11)  # noqa: S311
    for name in ("Tides", "Storms"):
        briefing = await found_briefing(store, 1, name)
        for number in range(1, 9):
            await put(store, briefing, what(number, chance), chance.choice(list(State)))
    old = tmp_path / "old.db"
    with pytest.MonkeyPatch.context() as patch:
        first_version_only(tmp_path, patch)
        migrate(old, NOW)
    assert not rows(old, "SELECT 1 FROM sqlite_master WHERE name = 'passages'")
    _copy_rows(database, old)
    migrate(old, NOW)
    assert sides(old) == sides(database)
    assert sides(old)[0]
    assert index_faults(old) == 0
    change(old, "UPDATE quotes SET text = 'Ahoy'")
    assert index_faults(old) == 0


def _copy_rows(source: Path, target: Path) -> None:
    tables = "servers briefings issues entries entry_countries quotes events event_countries"
    with closing(sqlite3.connect(target)) as database:
        database.execute("ATTACH ? AS source", (str(source),))
        for name in tables.split():
            found = database.execute("SELECT name FROM pragma_table_info(?)", (name,))
            columns = ", ".join(f'"{column}"' for (column,) in found)
            database.execute(
                f"INSERT INTO {name} ({columns}) SELECT {columns} FROM source.{name}"  # noqa: S608
            )
        database.commit()


def test_everything_made_has_a_name_of_its_own() -> None:
    made = made_things()
    assert len(set(made)) == len(made)
    assert made[-1] == ("VIEW", "published")
    assert making("passages_fts").count("CREATE VIRTUAL TABLE") == 1
