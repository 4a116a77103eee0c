"""A library: a database file with as many entries as wanted, filled in bulk.

Without its triggers, because the index of all of it is made in a fifth of the time at the end.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.domain.entry import Entry
from bot.domain.gazetteer import Gazetteer
from bot.store.issues import digest
from bot.store.migration import migrate
from bot.store.reading import made_things
from bot.store.reading_index import rebuild_index
from tests.benchmarks.entries import Writing

NEWSROOM, PER_ISSUE = 1 << 22, 10
LAST_DAY = date(2026, 6, 30)
"""The date of the newest issue; there is one every day."""

_NOW = datetime(2026, 7, 1, tzinfo=UTC)
_BATCH = 100  # issues in one transaction
_WHOLE = 0x51E9  # user_version of a file that was filled to its end


@dataclass
class _Ids:
    """The last id that was given to each kind of row."""

    issue: int = 0
    entry: int = 0
    quote: int = 0
    event: int = 0


def library(folder: Path, entries: int, gazetteer: Gazetteer) -> Path:
    """The file with that many entries; made if the folder has no whole one."""
    file = folder / f"library-{entries}.db"
    if not _whole(file):
        file.unlink(missing_ok=True)
        folder.mkdir(parents=True, exist_ok=True)
        migrate(file, _NOW)
        _fill(file, entries // PER_ISSUE, Writing(gazetteer))
        rebuild_index(file)
        _mark_whole(file)
    return file


def _whole(file: Path) -> bool:
    if not file.exists():
        return False
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute("PRAGMA user_version").fetchone()[0] == _WHOLE


def _fill(file: Path, issues: int, writing: Writing) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA cache_size = -200000")
        for kind, name in made_things():
            connection.execute(f"DROP {kind} {name}")
        connection.execute("INSERT INTO servers (id, name) VALUES (?, 'Harbour Desk')", [NEWSROOM])
        connection.execute(
            "INSERT INTO briefings (id, server_id, name, public) VALUES (1, ?, 'Tide Letter', 1)",
            [NEWSROOM],
        )
        ids = _Ids()
        for first in range(0, issues, _BATCH):
            for place in range(first, min(first + _BATCH, issues)):
                _add(connection, ids, place + 1, LAST_DAY - timedelta(issues - place - 1), writing)
            connection.commit()


def _mark_whole(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(f"PRAGMA user_version = {_WHOLE}")
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _add(
    connection: sqlite3.Connection, ids: _Ids, number: int, day: date, writing: Writing
) -> None:
    ids.issue += 1
    source = f"Tide Letter #{number} of {day}"
    connection.execute(
        "INSERT INTO issues (id, briefing_id, number, date, title, state, revision, published_at,"
        " source, digest) VALUES (?, 1, ?, ?, ?, 'published', 1, ?, ?, ?)",
        (ids.issue, number, f"{day}", writing.words(2, 5), f"{day}T12:00:00.000000+00:00",
         source, digest(source)),
    )  # fmt: skip
    for position, entry in enumerate(writing.issue(day, PER_ISSUE)):
        _add_entry(connection, ids, position, entry)


def _add_entry(connection: sqlite3.Connection, ids: _Ids, position: int, entry: Entry) -> None:
    ids.entry += 1
    connection.execute(
        "INSERT INTO entries (id, issue_id, position, heading, text) VALUES (?, ?, ?, ?, ?)",
        (ids.entry, ids.issue, position, entry.heading, entry.text),
    )
    connection.executemany(
        "INSERT INTO entry_countries VALUES (?, ?, ?)",
        [(ids.entry, place, code) for place, code in enumerate(entry.countries)],
    )
    connection.executemany(
        "INSERT INTO quotes (id, entry_id, position, text, kind, speaker, role, country, said_on,"
        ' start, "end", confidence, notes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        _quotes(ids, entry),
    )
    for place, event in enumerate(entry.events):
        ids.event += 1
        connection.execute(
            'INSERT INTO events (id, entry_id, position, "when", sentence, expected, start, "end",'
            " confidence, notes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'sure', '[]')",
            (ids.event, ids.entry, place, f"{event.when}", event.sentence, event.expected,
             event.start, event.end),
        )  # fmt: skip
        connection.executemany(
            "INSERT INTO event_countries VALUES (?, ?, ?)",
            [(ids.event, at, code) for at, code in enumerate(event.countries)],
        )


def _quotes(ids: _Ids, entry: Entry) -> Iterator[tuple[Any, ...]]:
    for place, quote in enumerate(entry.quotes):
        ids.quote += 1
        yield (
            *(ids.quote, ids.entry, place, quote.text, quote.kind, quote.speaker, quote.role),
            *(quote.country, f"{quote.said_on}" if quote.said_on else None),
            *(quote.start, quote.end, quote.confidence, json.dumps(quote.notes)),
        )
