"""The index of what is published: whether it says what the base tables say, and its mending."""

import sqlite3
from contextlib import closing
from pathlib import Path

from bot.errors import Unavailable
from bot.store.copy import reading
from bot.store.fault import is_passing, require, unreadable
from bot.store.reading import made_things, make_reading_side, making

_INDEXES = ("passages_fts", "speakers_fts")
_PATIENCE = 10  # seconds that others may write
_PARTS = ("data", "idx", "content", "docsize", "config")

# Each counts rows that are not what they should be.
_FAULTS = (
    """
    SELECT count(*) FROM placed LEFT JOIN passages USING (id) WHERE (
        passages.briefing_id, passages.issue_id, passages.entry_id, passages.kind,
        passages.item_id, passages.day, passages.last, passages.speaker, passages.country
    ) IS NOT (
        placed.briefing_id, placed.issue_id, placed.entry_id, placed.kind,
        placed.item_id, placed.day, placed.last, placed.name, placed.country
    )
    """,
    "SELECT count(*) FROM passages WHERE id NOT IN (SELECT id FROM placed)",
    """
    SELECT count(*) FROM (
        SELECT passages.id, published_countries.country, passages.briefing_id, passages.kind
        FROM passages JOIN published_countries USING (kind, item_id)
        EXCEPT SELECT passage_id, country, briefing_id, kind FROM passage_countries
    )
    """,
    """
    SELECT count(*) FROM (
        SELECT passage_id, country, briefing_id, kind FROM passage_countries
        EXCEPT
        SELECT passages.id, published_countries.country, passages.briefing_id, passages.kind
        FROM passages JOIN published_countries USING (kind, item_id)
    )
    """,
    """
    SELECT count(*) FROM (
        SELECT briefing_id, kind, country, count(*) FROM passage_countries GROUP BY 1, 2, 3
        EXCEPT SELECT briefing_id, kind, country, passages FROM coverage
    )
    """,
    """
    SELECT count(*) FROM coverage WHERE (briefing_id, kind, country) NOT IN (
        SELECT briefing_id, kind, country FROM passage_countries
    )
    """,
    """
    SELECT count(*) FROM (
        SELECT briefing_id, speaker, count(*) FROM passages WHERE speaker IS NOT NULL GROUP BY 1, 2
        EXCEPT SELECT briefing_id, name, quotes FROM speakers
    )
    """,
    """
    SELECT count(*) FROM speakers WHERE (briefing_id, name) NOT IN (
        SELECT briefing_id, speaker FROM passages WHERE speaker IS NOT NULL
    )
    """,
    """
    SELECT count(*) FROM placed LEFT JOIN passages_fts_content AS held ON held.id = placed.id
    WHERE (held.c0, held.c1, held.c2, held.c3, held.c4)
        IS NOT (placed.title, placed.speaker, placed.role, placed.body, placed.marks)
    """,
    "SELECT count(*) FROM passages_fts_content WHERE id NOT IN (SELECT id FROM placed)",
    """
    SELECT count(*) FROM speakers LEFT JOIN speakers_fts_content AS held USING (id)
    WHERE held.c0 IS NOT replace(replace(speakers.name, 'ё', 'е'), 'Ё', 'Е')
    """,
    "SELECT count(*) FROM speakers_fts_content WHERE id NOT IN (SELECT id FROM speakers)",
    # These count nothing: they only need an index that opens.
    """SELECT min(0, count(*)) FROM passages_fts WHERE passages_fts MATCH '"a"'""",
    """SELECT min(0, count(*)) FROM speakers_fts WHERE speakers_fts MATCH '"a"'""",
)


def index_faults(file: Path) -> int:
    """How many rows of the index are not what the base tables say, 0 if all is well.

    A damaged index of words counts as one. The file stays as it is. Raises Refused if it is not
    there, Unavailable if it cannot be looked at now.
    """
    require(file)
    try:
        with closing(reading(file, patience=10)) as database:
            database.execute("BEGIN")
            rows = sum(_count(database, query) for query in _FAULTS)
        return rows + sum(_is_damaged(file, name) for name in _INDEXES)
    except sqlite3.OperationalError as error:
        raise unreadable(file, error) from error


def _count(database: sqlite3.Connection, query: str) -> int:
    """What the query counts; one if it cannot even be asked, because a table is missing."""
    try:
        (count,) = database.execute(query).fetchone()
    except sqlite3.DatabaseError as error:
        if is_passing(error):
            raise
        return 1
    return count


def _is_damaged(file: Path, name: str) -> bool:
    """Whether the words of an index are not those of its own texts.

    FTS5 checks this for a writer only, so a copy of the index is checked.
    """
    with closing(sqlite3.connect("", uri=True, isolation_level=None)) as copy:
        copy.execute("ATTACH ? AS given", (f"{file.absolute().as_uri()}?mode=ro",))
        copy.execute("PRAGMA given.busy_timeout = 10000")
        try:
            copy.execute("BEGIN")
            copy.execute(making(name))
            for part in _PARTS:
                copy.execute(f"DELETE FROM main.{name}_{part}")  # noqa: S608
                copy.execute(
                    f"INSERT INTO main.{name}_{part} SELECT * FROM given.{name}_{part}"  # noqa: S608
                )
            copy.execute(f"INSERT INTO {name} ({name}) VALUES ('integrity-check')")  # noqa: S608
        except sqlite3.DatabaseError as error:
            if is_passing(error):
                raise
            return True
    return False


def rebuild_index(file: Path) -> None:
    """Makes the index anew from the base tables, all or nothing.

    Raises Refused if the file is not there, Unavailable if it cannot be written now.
    """
    require(file)
    try:
        with closing(sqlite3.connect(file, timeout=_PATIENCE, isolation_level=None)) as database:
            database.execute("BEGIN IMMEDIATE")
            for kind, name in made_things():
                _drop(database, kind, name)
            make_reading_side(database.execute)
            database.execute("COMMIT")
    except sqlite3.DatabaseError as error:
        raise Unavailable(
            f"The index of {file} cannot be made anew ({error}); stop the bot, then try again."
        ) from error


def _drop(database: sqlite3.Connection, kind: str, name: str) -> None:
    try:
        database.execute(f"DROP {kind} IF EXISTS {name}")
    except sqlite3.DatabaseError:
        if name not in _INDEXES:
            raise
        _forget(database, name)


def _forget(database: sqlite3.Connection, name: str) -> None:
    """Drops an index of words so damaged that SQLite cannot open it even to drop it."""
    database.execute("PRAGMA writable_schema = ON")
    database.execute("DELETE FROM sqlite_master WHERE name = ?", (name,))
    database.execute("PRAGMA writable_schema = RESET")
    for part in _PARTS:
        database.execute(f"DROP TABLE IF EXISTS {name}_{part}")
