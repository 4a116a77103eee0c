"""The first tables: briefings and what their issues say.

Constraints and indexes are named by the naming convention of `bot.store.tables`.
"""

from alembic import op
from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    String,
    Text,
    UniqueConstraint,
)

revision = "0001"
down_revision = None

_MOMENT = String(32)
_DAY = String(10)


def upgrade() -> None:
    """Makes every table; parents before children."""
    _owners()
    _issues()
    _entries()
    _quotes()
    _events()
    _process()


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _discord_id(name: str) -> Column[int]:
    return Column(name, BigInteger, primary_key=True, autoincrement=False)


def _parent(name: str, column: str) -> Column[int]:
    return Column(name, Integer, ForeignKey(column, ondelete="CASCADE"), nullable=False)


def _child_of(name: str, column: str) -> Column[int]:
    return Column(name, Integer, ForeignKey(column, ondelete="CASCADE"), primary_key=True)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _position() -> Column[int]:
    return Column("position", Integer, nullable=False)


def _owners() -> None:
    op.create_table(
        "servers",
        _discord_id("id"),
        Column("name", String(100), nullable=False),
        Column("public_answers", Boolean, nullable=False, server_default="0"),
    )
    op.create_table(
        "briefings",
        _id(),
        _parent("server_id", "servers.id"),
        Column("name", String(100, collation="NOCASE"), nullable=False),
        Column("public", Boolean, nullable=False),
        UniqueConstraint("server_id", "name"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "subscriptions",
        _discord_id("channel_id"),
        _child_of("briefing_id", "briefings.id"),
        _parent("server_id", "servers.id"),
    )
    op.create_index(op.f("ix_subscriptions_server_id"), "subscriptions", ["server_id"])


def _issues() -> None:
    op.create_table(
        "issues",
        _id(),
        _parent("briefing_id", "briefings.id"),
        Column("number", Integer),
        Column("date", _DAY),
        Column("title", Text),
        Column("state", String(9), nullable=False),
        Column("revision", Integer, nullable=False, server_default="0"),
        Column("published_at", _MOMENT),
        Column("corrected_at", _MOMENT),
        Column("notes", String, nullable=False, server_default="[]"),
        _text("source"),
        Column("digest", String(64), nullable=False),
        UniqueConstraint("briefing_id", "number"),
        CheckConstraint("state IN ('draft', 'scheduled', 'published', 'withdrawn')", name="state"),
        CheckConstraint(
            "state = 'draft' OR (number IS NOT NULL AND date IS NOT NULL)", name="complete"
        ),
        sqlite_autoincrement=True,
    )
    for columns in (["briefing_id", "state", "date", "number"], ["briefing_id", "digest"]):
        op.create_index(op.f("ix_issues_" + "_".join(columns)), "issues", columns)
    op.create_table(
        "revisions",
        _id(),
        _parent("issue_id", "issues.id"),
        Column("number", Integer, nullable=False),
        Column("author", String(100), nullable=False),
        Column("made_at", _MOMENT, nullable=False),
        _text("reason"),
        _text("contents"),
        UniqueConstraint("issue_id", "number"),
        sqlite_autoincrement=True,
    )


def _entries() -> None:
    op.create_table(
        "entries",
        _id(),
        _parent("issue_id", "issues.id"),
        _position(),
        Column("heading", Text),
        _text("text"),
        Column("live_at", _MOMENT),
        UniqueConstraint("issue_id", "position"),
        sqlite_autoincrement=True,
    )
    _countries("entry", "entries")


def _countries(owner: str, owners: str) -> None:
    op.create_table(
        f"{owner}_countries",
        _child_of(f"{owner}_id", f"{owners}.id"),
        Column("position", Integer, primary_key=True),
        Column("country", String(2), nullable=False),
        UniqueConstraint("country", f"{owner}_id"),
    )


def _quotes() -> None:
    op.create_table(
        "quotes",
        _id(),
        _parent("entry_id", "entries.id"),
        _position(),
        _text("text"),
        Column("kind", String(6), nullable=False),
        Column("speaker", Text),
        Column("role", Text),
        Column("country", String(2)),
        Column("said_on", _DAY),
        Column("start", Integer),
        Column("end", Integer),
        Column("source", Text),
        Column("confidence", String(6), nullable=False),
        Column("notes", String, nullable=False),
        UniqueConstraint("entry_id", "position"),
        CheckConstraint("(start IS NULL) = (source IS NOT NULL)", name="origin"),
        CheckConstraint("kind IN ('speech', 'phrase')", name="kind"),
        sqlite_autoincrement=True,
    )


def _events() -> None:
    op.create_table(
        "events",
        _id(),
        _parent("entry_id", "entries.id"),
        _position(),
        Column("when", String(21), nullable=False),
        _text("sentence"),
        Column("expected", Boolean, nullable=False),
        Column("start", Integer),
        Column("end", Integer),
        Column("confidence", String(6), nullable=False),
        Column("notes", String, nullable=False),
        UniqueConstraint("entry_id", "position"),
        sqlite_autoincrement=True,
    )
    _countries("event", "events")


def _process() -> None:
    op.create_table(
        "command_syncs",
        _discord_id("application_id"),
        Column("digest", String(64), nullable=False),
    )
    op.create_table(
        "heartbeats",
        Column("process", String(20), primary_key=True),
        Column("beat_at", _MOMENT, nullable=False),
    )
