"""Positions are in the order of days, kinds and ids, in Python and in SQLite alike."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.cursor import Cursor, Way, last_of
from bot.domain.reference import Kind
from bot.store.migration import migrate
from bot.store.position import (
    LAST_ID,
    MONTH,
    a_year_before,
    end_of,
    item_at,
    month_at,
    position,
    reference_kind,
    start_of,
    start_of_month,
)
from tests.moments import NOW
from tests.store.strategies import whens

KINDS = (Kind.SECTION, Kind.QUOTE, Kind.EVENT)
DAYS = whens().map(lambda when: str(when).partition("/")[0])
PLACES = st.tuples(DAYS, st.sampled_from(KINDS), st.integers(1, LAST_ID))


@given(PLACES, PLACES)
def test_the_earlier_day_comes_first_then_the_kind_then_the_id(
    one: tuple[str, Kind, int], other: tuple[str, Kind, int]
) -> None:
    def order(place: tuple[str, Kind, int]) -> tuple[str, int, int]:
        day, kind, item = place
        return day, KINDS.index(kind), -item if kind is Kind.QUOTE else item

    assert (position(*one) < position(*other)) == (order(one) < order(other))


@given(PLACES)
def test_a_position_says_what_stands_there(place: tuple[str, Kind, int]) -> None:
    day, kind, item = place
    there = position(*place)
    assert (item_at(there), reference_kind(there), month_at(there)) == (item, kind, day[:7])
    assert 0 < there < 2**63
    assert start_of_month(there) <= there < start_of_month(there) + MONTH


@given(DAYS, st.sampled_from(KINDS))
def test_the_end_of_a_month_is_behind_all_of_it(day: str, kind: Kind) -> None:
    end = Cursor.from_end(day[:7])
    behind = position(end.day, kind, end.id)
    assert max(position(day, kind, item) for item in (1, LAST_ID)) < end_of(day, kind) <= behind
    assert behind < start_of(end.day, kind) + LAST_ID + 1
    assert start_of_month(behind) == start_of_month(position(day, kind)) + MONTH


@given(st.from_regex(r"[on][0-9]{4}(-[0-9]{2}){0,2}\.[0-9]{1,12}", fullmatch=True))
def test_a_cursor_that_cannot_be_has_a_position_too(text: str) -> None:
    cursor = Cursor.parse(text)
    assert cursor is not None
    place = position(cursor.day, Kind.EVENT, cursor.id)
    assert 0 <= place < 2**63
    assert cursor.way in Way


@pytest.mark.parametrize("day", ["2022-13", "2022-15-31", "2022-99-99"])
def test_a_month_that_cannot_be_stands_behind_those_that_can(day: str) -> None:
    assert position("2022-12-31", Kind.QUOTE, 7) < position(day, Kind.QUOTE)
    assert position(day, Kind.EVENT, LAST_ID) < position("2023", Kind.SECTION)


def test_a_year_before_stays_in_the_calendar() -> None:
    assert a_year_before(date(2022, 6, 1)) == "2021-05-31"
    assert a_year_before(date(1, 12, 31)) == "0000"
    assert last_of("2022") == "2022-00-99"


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    file: Path = tmp_path_factory.mktemp("placed") / "sitrep.db"
    migrate(file, NOW)
    with closing(sqlite3.connect(file, isolation_level=None)) as opened:
        opened.executescript("""
            PRAGMA synchronous = OFF;
            INSERT INTO servers (id, name) VALUES (1, 'Harbour Watch');
            INSERT INTO briefings (id, server_id, name, public) VALUES (1, 1, 'Tides', 1);
            INSERT INTO issues (id, briefing_id, state, source, digest, number, date)
                VALUES (1, 1, 'published', 'x', 'y', 7, '2022-01-28');
            INSERT INTO entries (id, issue_id, position, text) VALUES (1, 1, 0, 'Calm.');
        """)
        yield opened


@settings(deadline=None)
@given(whens(), st.integers(1, LAST_ID))
def test_sqlite_reckons_the_same(connection: sqlite3.Connection, when: object, item: int) -> None:
    connection.execute("DELETE FROM events")
    connection.execute(
        'INSERT INTO events (id, entry_id, position, "when", sentence, expected, confidence, notes)'
        " VALUES (?, 1, 0, ?, 'Calm.', 0, 'sure', '[]')",
        (item, str(when)),
    )
    day, _, last = str(when).partition("/")
    found = connection.execute("SELECT id, day, last FROM placed WHERE kind = 'e'").fetchall()
    padded = f"{last or day}-99-99"[:10]
    assert found == [(position(day, Kind.EVENT, item), day, padded)]
    assert connection.execute("SELECT id FROM passages WHERE kind = 'e'").fetchall() == [
        found[0][:1]
    ]
