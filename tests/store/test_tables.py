"""What the tables themselves refuse, whatever the code above them does."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.store.migration import migrate
from tests.moments import NOW

_PARENTS = """
    INSERT INTO servers (id, name) VALUES (1, 'Harbour Watch');
    INSERT INTO briefings (id, server_id, name, public) VALUES (1, 1, 'Tides', 1), (2, 1, 'Sky', 0);
    INSERT INTO subscriptions (channel_id, briefing_id, server_id) VALUES (9, 1, 1);
    INSERT INTO issues (id, briefing_id, state, source, digest, number, date, revision)
        VALUES (1, 1, 'published', 'x', 'y', 7, '2022-01-28', 1);
    INSERT INTO revisions (issue_id, number, author, made_at, reason, contents)
        VALUES (1, 1, 'Ada', '2022', 'First', '{}');
    INSERT INTO entries (id, issue_id, position, text) VALUES (1, 1, 0, 'Calm.');
    INSERT INTO entry_countries VALUES (1, 0, 'FI');
    INSERT INTO quotes (entry_id, position, text, kind, start, "end", confidence, notes)
        VALUES (1, 0, 'Calm', 'phrase', 0, 4, 'sure', '[]');
    INSERT INTO events (id, entry_id, position, "when", sentence, expected, confidence, notes)
        VALUES (1, 1, 0, '2022', 'Calm.', 0, 'sure', '[]');
    INSERT INTO event_countries VALUES (1, 0, 'FI');
    INSERT INTO releases (id, issue_id, kind, state, author, made_at, due_at)
        VALUES (1, 1, 'update', 'pending', 'Ada', '2022', '2022');
    INSERT INTO release_entries VALUES (1, 1);
    INSERT INTO copies (id, issue_id, release_id, channel_id, message_id, kind, revision, posted_at)
        VALUES (1, 1, 1, 9, 99, 'alert', 1, '2022');
    INSERT INTO deliveries (release_id, act, subscription_id, copy_id, channel_id, state, due_at)
        VALUES (1, 'send', 1, NULL, 9, 'sent', '2022'), (1, 'edit', 1, 1, 9, 'sent', '2022'),
            (1, 'crosspost', 1, 1, 9, 'sent', '2022');
"""
_OWNED = ("subscriptions", "issues", "revisions", "entries", "entry_countries", "quotes")
_OWNED += ("events", "event_countries", "releases", "release_entries", "copies", "deliveries")
_SENT = ("releases", "copies", "deliveries")


@pytest.fixture
def connection(database: Path) -> Iterator[sqlite3.Connection]:
    migrate(database, NOW)
    with closing(sqlite3.connect(database, isolation_level=None)) as opened:
        opened.execute("PRAGMA foreign_keys = ON")
        opened.executescript(_PARENTS)
        yield opened


def issue(values: str) -> str:
    columns = "(briefing_id, source, digest, state, number, date)"
    return f"INSERT INTO issues {columns} VALUES ({values})"  # noqa: S608


def release(state: str) -> str:
    columns = "(issue_id, kind, state, author, made_at, due_at)"
    return f"INSERT INTO releases {columns} VALUES (1, 'update', {state}, 'A', '2022', '2022')"  # noqa: S608


def delivery(values: str) -> str:
    columns = "(release_id, channel_id, state, due_at, act, subscription_id, copy_id)"
    return f"INSERT INTO deliveries {columns} VALUES (1, 9, 'sent', '2022', {values})"  # noqa: S608


def quote(values: str) -> str:
    columns = "(entry_id, text, confidence, notes, position, kind, start, source)"
    return f"INSERT INTO quotes {columns} VALUES (1, 'Calm', 'sure', '[]', {values})"  # noqa: S608


@pytest.mark.parametrize(
    ("statement", "constraint"),
    [
        (issue("1, 'x', 'y', 'draft', 7, NULL"), "UNIQUE"),
        (issue("1, 'x', 'y', 'published', NULL, '2022-01-28'"), "ck_issues_complete"),
        (issue("1, 'x', 'y', 'published', 8, NULL"), "ck_issues_complete"),
        (issue("1, 'x', 'y', 'scheduled', NULL, NULL"), "ck_issues_complete"),
        (issue("1, 'x', 'y', 'withdrawn', NULL, NULL"), "ck_issues_complete"),
        (issue("1, 'x', 'y', 'lost', 8, '2022-01-28'"), "ck_issues_state"),
        (issue("3, 'x', 'y', 'draft', 7, NULL"), "FOREIGN KEY"),
        (quote("1, 'phrase', NULL, NULL"), "ck_quotes_origin"),
        (quote("1, 'phrase', 0, 'A letter'"), "ck_quotes_origin"),
        (quote("1, 'scare', 0, NULL"), "ck_quotes_kind"),
        (quote("0, 'phrase', 0, NULL"), "UNIQUE"),
        ("INSERT INTO briefings (server_id, name, public) VALUES (1, 'TIDES', 0)", "UNIQUE"),
        ("INSERT INTO briefings (server_id, name, public) VALUES (2, 'Tides', 0)", "FOREIGN KEY"),
        (
            "INSERT INTO subscriptions (channel_id, briefing_id, server_id) VALUES (9, 1, 1)",
            "UNIQUE",
        ),
        ("INSERT INTO installation VALUES (2, 'salt')", "ck_installation_one"),
        (release("'pending'"), "UNIQUE"),
        (release("'lost'"), "ck_releases_state"),
        (delivery("'send', 1, NULL"), "UNIQUE"),
        (delivery("'edit', 1, 1"), "UNIQUE"),
        (delivery("'reply', 1, 1"), "UNIQUE"),
        (delivery("'crosspost', 1, 1"), "UNIQUE"),
        ("INSERT INTO entries (issue_id, position, text) VALUES (1, 0, '')", "UNIQUE"),
        ("INSERT INTO entry_countries VALUES (1, 1, 'FI')", "UNIQUE"),
        ("INSERT INTO event_countries VALUES (1, 1, 'FI')", "UNIQUE"),
        (
            "INSERT INTO revisions (issue_id, number, author, made_at, reason, contents)"
            " VALUES (1, 1, 'Bo', '2022', 'Again', '{}')",
            "UNIQUE",
        ),
        ("UPDATE issues SET number = NULL", "ck_issues_complete"),
    ],
)
def test_the_database_refuses(
    connection: sqlite3.Connection, statement: str, constraint: str
) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=constraint):
        connection.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        issue("1, 'x', 'y', 'draft', NULL, NULL), (1, 'x', 'y', 'draft', NULL, NULL"),
        issue("2, 'x', 'y', 'published', 7, '2022-01-28'"),
        issue("1, 'x', 'y', 'draft', 8, NULL"),
        quote("1, 'speech', NULL, 'A letter'"),
        quote("1, 'speech', 0, NULL"),
        release("'open'"),
        delivery("'edit', 1, NULL"),
    ],
    ids=[
        "drafts without number",
        "same number elsewhere",
        "no date",
        "detached",
        "placed",
        "another release",
        "an edit beside a message",
    ],
)
def test_the_database_takes(connection: sqlite3.Connection, statement: str) -> None:
    assert connection.execute(statement).rowcount > 0


@pytest.mark.parametrize(
    ("table", "left"),
    [
        ("servers", ()),
        ("briefings", ()),
        ("issues", ("subscriptions",)),
        ("entries", ("subscriptions", "issues", "revisions", *_SENT)),
        (
            "events",
            (
                "subscriptions",
                "issues",
                "revisions",
                "entries",
                "entry_countries",
                "quotes",
                "release_entries",
                *_SENT,
            ),
        ),
        ("releases", tuple(name for name in _OWNED if name not in (*_SENT, "release_entries"))),
    ],
)
def test_what_is_deleted_takes_along_what_it_owns(
    connection: sqlite3.Connection, table: str, left: tuple[str, ...]
) -> None:
    connection.execute(f"DELETE FROM {table}")  # noqa: S608
    full = {
        name
        for name in _OWNED
        if name != table and connection.execute(f"SELECT 1 FROM {name}").fetchone()  # noqa: S608
    }
    assert full == set(left)


def test_no_id_is_given_twice(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM issues")
    connection.execute(issue("1, 'x', 'y', 'draft', 7, NULL"))
    assert connection.execute("SELECT id FROM issues").fetchall() == [(2,)]


def test_every_numbered_table_gives_its_ids_once(connection: sqlite3.Connection) -> None:
    once = connection.execute(
        "SELECT name FROM sqlite_master WHERE sql LIKE '%PRIMARY KEY AUTOINCREMENT%'"
    )
    numbered = "briefings issues revisions entries quotes events list_states"
    numbered += " subscriptions releases copies deliveries versions approvals"
    assert {name for (name,) in once} == set(numbered.split())
