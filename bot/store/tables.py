"""The tables, as the newest migration leaves them.

Ids stand in buttons for ever, so `sqlite_autoincrement` gives none twice, not even after a delete.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from bot.store.columns import IsoDate, Notes, UtcMoment, WhenText
from bot.store.metadata import metadata, parent
from bot.store.reading import declare_reading_side

servers = Table(
    "servers",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("name", String(100), nullable=False),
    Column("public_answers", Boolean, nullable=False, server_default="0"),
)

server_settings = Table(
    "server_settings",
    metadata,
    Column("server_id", Integer, ForeignKey("servers.id", ondelete="CASCADE"), primary_key=True),
    Column("notice_channel", BigInteger),
    Column("log_channel", BigInteger),
    Column("time_zone", String(64)),
    Column("editor_role", BigInteger),
    Column("two_people", Boolean, nullable=False, server_default="0"),
    # When the newsroom published at a set time last, as "18:00".
    Column("usual_time", String(5)),
)

briefings = Table(
    "briefings",
    metadata,
    Column("id", Integer, primary_key=True),
    parent("server_id", "servers.id"),
    Column("name", String(100, collation="NOCASE"), nullable=False),
    Column("public", Boolean, nullable=False),
    Column("colour", Integer),
    UniqueConstraint("server_id", "name"),
    sqlite_autoincrement=True,
)

issues = Table(
    "issues",
    metadata,
    Column("id", Integer, primary_key=True),
    parent("briefing_id", "briefings.id"),
    Column("number", Integer),
    Column("date", IsoDate),
    Column("title", Text),
    Column("state", String(9), nullable=False),
    Column("revision", Integer, nullable=False, server_default="0"),
    Column("published_at", UtcMoment),
    Column("corrected_at", UtcMoment),
    Column("notes", Notes, nullable=False, server_default="[]"),
    Column("source", Text, nullable=False),
    Column("digest", String(64), nullable=False),
    UniqueConstraint("briefing_id", "number"),
    CheckConstraint("state IN ('draft', 'scheduled', 'published', 'withdrawn')", name="state"),
    CheckConstraint(
        "state = 'draft' OR (number IS NOT NULL AND date IS NOT NULL)", name="complete"
    ),
    Index(None, "briefing_id", "state", "date", "number"),
    Index(None, "briefing_id", "digest"),
    sqlite_autoincrement=True,
)

revisions = Table(
    "revisions",
    metadata,
    Column("id", Integer, primary_key=True),
    parent("issue_id", "issues.id"),
    Column("number", Integer, nullable=False),
    Column("author", String(100), nullable=False),
    Column("made_at", UtcMoment, nullable=False),
    Column("reason", Text, nullable=False),
    Column("contents", Text, nullable=False),
    UniqueConstraint("issue_id", "number"),
    sqlite_autoincrement=True,
)

versions = Table(
    "versions",
    metadata,
    Column("id", Integer, primary_key=True),
    parent("issue_id", "issues.id"),
    Column("number", Integer, nullable=False),
    Column("base", Integer, nullable=False),
    Column("author", String(100), nullable=False),
    Column("author_id", BigInteger),
    Column("made_at", UtcMoment, nullable=False),
    Column("deed", Text, nullable=False),
    # The first version with the same contents: undoing goes on before that one.
    Column("same_as", Integer, nullable=False),
    Column("contents", Text, nullable=False),
    UniqueConstraint("issue_id", "number"),
    Index(None, "author_id"),
    sqlite_autoincrement=True,
)

desk_places = Table(
    "desk_places",
    metadata,
    Column("editor_id", BigInteger, primary_key=True, autoincrement=False),
    Column("server_id", BigInteger, primary_key=True, autoincrement=False),
    parent("issue_id", "issues.id"),
    Column("screen", String(100), nullable=False),
)

approvals = Table(
    "approvals",
    metadata,
    Column("id", Integer, primary_key=True),
    parent("issue_id", "issues.id"),
    Column("asked_by", BigInteger, nullable=False),
    Column("asked_name", String(100), nullable=False),
    Column("asked_at", UtcMoment, nullable=False),
    # What would go out, as JSON.
    Column("what", Text, nullable=False),
    Column("channel_id", BigInteger),
    Column("message_id", BigInteger),
    Index(None, "issue_id"),
    sqlite_autoincrement=True,
)

spellings = Table(
    "spellings",
    metadata,
    Column(
        "briefing_id", Integer, ForeignKey("briefings.id", ondelete="CASCADE"), primary_key=True
    ),
    Column("found", Text, primary_key=True),
    Column("speaker", Text),
    Column("role", Text),
    Column("country", String(2)),
)

entries = Table(
    "entries",
    metadata,
    Column("id", Integer, primary_key=True),
    parent("issue_id", "issues.id"),
    Column("position", Integer, nullable=False),
    Column("heading", Text),
    Column("text", Text, nullable=False),
    Column("live_at", UtcMoment),
    Column("source", Text),
    UniqueConstraint("issue_id", "position"),
    sqlite_autoincrement=True,
)

entry_countries = Table(
    "entry_countries",
    metadata,
    Column("entry_id", Integer, ForeignKey("entries.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("country", String(2), nullable=False),
    UniqueConstraint("country", "entry_id"),
)

quotes = Table(
    "quotes",
    metadata,
    Column("id", Integer, primary_key=True),
    parent("entry_id", "entries.id"),
    Column("position", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("kind", String(6), nullable=False),
    Column("speaker", Text),
    Column("role", Text),
    Column("country", String(2)),
    Column("said_on", IsoDate),
    Column("start", Integer),
    Column("end", Integer),
    Column("source", Text),
    Column("confidence", String(6), nullable=False),
    Column("notes", Notes, nullable=False),
    Column("shown", Boolean),
    UniqueConstraint("entry_id", "position"),
    CheckConstraint("(start IS NULL) = (source IS NOT NULL)", name="origin"),
    CheckConstraint("kind IN ('speech', 'phrase')", name="kind"),
    sqlite_autoincrement=True,
)

events = Table(
    "events",
    metadata,
    Column("id", Integer, primary_key=True),
    parent("entry_id", "entries.id"),
    Column("position", Integer, nullable=False),
    Column("when", WhenText, nullable=False),
    Column("sentence", Text, nullable=False),
    Column("expected", Boolean, nullable=False),
    Column("start", Integer),
    Column("end", Integer),
    Column("confidence", String(6), nullable=False),
    Column("notes", Notes, nullable=False),
    UniqueConstraint("entry_id", "position"),
    sqlite_autoincrement=True,
)

event_countries = Table(
    "event_countries",
    metadata,
    Column("event_id", Integer, ForeignKey("events.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("country", String(2), nullable=False),
    UniqueConstraint("country", "event_id"),
)

command_syncs = Table(
    "command_syncs",
    metadata,
    Column("application_id", BigInteger, primary_key=True, autoincrement=False),
    Column("digest", String(64), nullable=False),
)

heartbeats = Table(
    "heartbeats",
    metadata,
    Column("process", String(20), primary_key=True),
    Column("beat_at", UtcMoment, nullable=False),
)

list_states = Table(
    "list_states",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("text", Text, nullable=False),
    Column("kept_at", UtcMoment, nullable=False),
    UniqueConstraint("text"),
    Index(None, "kept_at"),
    sqlite_autoincrement=True,
)

declare_reading_side(metadata)
