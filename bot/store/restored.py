"""What is restored: a copy that knows nothing of the messages sent since it was made."""

import secrets
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

FURTHER = 1_000_000
"""Deliveries since the copy had ids too, which stand in messages; none of them may come again."""

_DOUBTS = (
    # Discord would take the first message with a mark for the second one.
    "UPDATE installation SET salt = :salt",
    # What waits may have been sent since: it is looked for in its channel first.
    """UPDATE deliveries SET unsure_since = coalesce(unsure_since, (
        SELECT opened_at FROM releases WHERE releases.id = deliveries.release_id
    )) WHERE state IN ('waiting', 'held', 'sending') AND act IN ('send', 'reply')""",
    # What was about to go out may have gone out, under ids that this copy does not know.
    """UPDATE issues SET state = 'draft' WHERE state = 'scheduled' AND id IN (
        SELECT issue_id FROM releases WHERE state = 'pending' AND due_at <= :now
    )""",
    """UPDATE releases SET state = 'undone', change = NULL
    WHERE state = 'pending' AND due_at <= :now""",
)
_STATEMENTS = (
    *_DOUBTS,
    "UPDATE sqlite_sequence SET seq = seq + :further WHERE name = 'deliveries'",
    "DELETE FROM leases",
)


def mark_restored(file: Path, now: datetime) -> None:
    """Sees to it that nothing is sent twice, or taken for sent, after a restoration.

    A copy of a version before deliveries has nothing to see to.
    """
    with closing(sqlite3.connect(file)) as database, database:
        there = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'deliveries'"
        if database.execute(there).fetchone() is None:
            return
        for statement in _STATEMENTS:
            database.execute(statement, _values(now))


async def mark_brought_in(connection: AsyncConnection, now: datetime) -> None:
    """Sees to the same when the bot first starts on what an archive brought in.

    Until then the database says what the archive says; its ids go on further already.
    """
    for statement in _DOUBTS:
        await connection.exec_driver_sql(statement, _values(now))


def _values(now: datetime) -> dict[str, Any]:
    moment = now.astimezone(UTC).isoformat(timespec="microseconds")
    return {"salt": secrets.token_hex(4), "further": FURTHER, "now": moment}
