"""What is restored sends nothing twice, and takes nothing for sent that is not."""

from pathlib import Path

import pytest

from bot.store.migration import migrate
from bot.store.restored import mark_restored
from tests.moments import NOW, later
from tests.store.sqlite import change, rows

_FILLED = """
    INSERT INTO servers (id, name) VALUES (1, 'Harbour Watch');
    INSERT INTO briefings (id, server_id, name, public) VALUES (1, 1, 'Tides', 1);
    INSERT INTO subscriptions (id, channel_id, briefing_id, server_id) VALUES (1, 9, 1, 1);
    INSERT INTO issues (id, briefing_id, state, source, digest, number, date)
        VALUES (1, 1, 'published', 'x', 'y', 1, '2022-01-28'),
            (2, 1, 'scheduled', 'x', 'z', 2, '2022-01-29'),
            (3, 1, 'scheduled', 'x', 'w', 3, '2022-01-30');
    INSERT INTO releases (id, issue_id, kind, state, author, made_at, due_at, opened_at, change)
        VALUES (1, 1, 'publication', 'open', 'Ada', '2022', '2022', '2022-01-31', NULL),
            (2, 2, 'publication', 'pending', 'Ada', '2022', '2022-01-31', NULL, '{}'),
            (3, 3, 'publication', 'pending', 'Ada', '2022', '2022-02-09', NULL, '{}');
    INSERT INTO deliveries (id, release_id, act, subscription_id, channel_id, state, due_at)
        VALUES (5, 1, 'send', 1, 9, 'waiting', '2022');
    INSERT INTO leases VALUES ('bot', 'somebody', '2099');
"""


@pytest.fixture
def copy(database: Path) -> Path:
    """A copy with something waiting, something about to go out, and something planned."""
    migrate(database, NOW)
    change(database, _FILLED)
    return database


def test_what_waits_is_looked_for_before_it_is_sent(copy: Path) -> None:
    mark_restored(copy, later(minutes=1))
    assert rows(copy, "SELECT state, unsure_since FROM deliveries") == [("waiting", "2022-01-31")]


def test_marks_and_ids_of_before_do_not_come_again(copy: Path) -> None:
    ((before,),) = rows(copy, "SELECT salt FROM installation")
    mark_restored(copy, NOW)
    ((after,),) = rows(copy, "SELECT salt FROM installation")
    assert before != after
    change(
        copy,
        "INSERT INTO deliveries (release_id, act, channel_id, state, due_at)"
        " VALUES (1, 'edit', 9, 'waiting', '2022')",
    )
    ((newest,),) = rows(copy, "SELECT max(id) FROM deliveries")
    assert newest > 1_000_000


def test_what_was_about_to_go_out_is_a_draft_again_and_what_is_planned_stays(copy: Path) -> None:
    mark_restored(copy, later(minutes=1))
    assert rows(copy, "SELECT state FROM issues ORDER BY id") == [
        ("published",),
        ("draft",),
        ("scheduled",),
    ]
    states = rows(copy, "SELECT state, change FROM releases ORDER BY id")
    assert states == [("open", None), ("undone", None), ("pending", "{}")]


def test_nobody_holds_a_lease_on_it(copy: Path) -> None:
    mark_restored(copy, NOW)
    assert rows(copy, "SELECT * FROM leases") == []


def test_a_copy_from_before_there_were_deliveries_is_left_as_it_is(tmp_path: Path) -> None:
    old = tmp_path / "old.db"
    change(old, "CREATE TABLE issues (id INTEGER)")
    before = old.read_bytes()
    mark_restored(old, NOW)
    assert old.read_bytes() == before
