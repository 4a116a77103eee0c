"""The tables of delivery: who subscribed, what was released, and what became of each message."""

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
    text,
)

from bot.store.columns import UtcMoment
from bot.store.metadata import metadata, parent

subscriptions = Table(
    "subscriptions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("channel_id", BigInteger, nullable=False),
    parent("briefing_id", "briefings.id"),
    parent("server_id", "servers.id"),
    Column("kind", String(12), nullable=False, server_default="text"),
    Column("ping", BigInteger),
    Column("ping_updates", Boolean, nullable=False, server_default="0"),
    Column("subscriber", BigInteger),
    Column("standing", String(8), nullable=False, server_default="working"),
    Column("detail", Text, nullable=False, server_default=text("''")),
    Column("since", UtcMoment),
    Column("told_at", UtcMoment),
    UniqueConstraint("channel_id", "briefing_id"),
    Index(None, "server_id"),
    Index(None, "briefing_id"),
    sqlite_autoincrement=True,
)

subscription_countries = Table(
    "subscription_countries",
    metadata,
    Column(
        "subscription_id",
        Integer,
        ForeignKey("subscriptions.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    Column("country", String(2), primary_key=True),
)

blocks = Table(
    "blocks",
    metadata,
    Column(
        "briefing_id", Integer, ForeignKey("briefings.id", ondelete="CASCADE"), primary_key=True
    ),
    Column("server_id", BigInteger, primary_key=True),
    Column("blocked_by", BigInteger),
    Column("blocked_at", UtcMoment, nullable=False),
)

releases = Table(
    "releases",
    metadata,
    Column("id", Integer, primary_key=True),
    parent("issue_id", "issues.id"),
    Column("kind", String(11), nullable=False),
    Column("state", String(7), nullable=False),
    Column("author", String(100), nullable=False),
    Column("author_id", BigInteger),
    Column("made_at", UtcMoment, nullable=False),
    Column("due_at", UtcMoment, nullable=False),
    Column("opened_at", UtcMoment),
    Column("expires_at", UtcMoment),
    Column("revision", Integer),
    Column("reason", Text, nullable=False, server_default=text("''")),
    Column("quiet", Boolean, nullable=False, server_default="0"),
    # What it will make of the issue, as JSON, while it is pending.
    Column("change", Text),
    Column("batch", Integer, ForeignKey("releases.id", ondelete="CASCADE")),
    # Where its receipt was posted.
    Column("receipt_channel", BigInteger),
    Column("receipt_message", BigInteger),
    # It goes out at a moment that somebody chose, and not when a window closes.
    Column("scheduled", Boolean, nullable=False, server_default="0"),
    Column("warned_at", UtcMoment),
    # Why it did not go out at its moment.
    Column("missed", Text),
    # Who else let it out, and what was at the desk then.
    Column("approver", String(100)),
    Column("approver_id", BigInteger),
    Column("version", Integer),
    CheckConstraint("state IN ('pending', 'open', 'done', 'undone', 'stopped')", name="state"),
    Index(None, "state", "due_at"),
    Index(None, "issue_id", "kind"),
    # One change of an issue waits at a time, so that none is made of a state that is no more.
    Index("uq_releases_pending", "issue_id", unique=True, sqlite_where=text("state = 'pending'")),
    sqlite_autoincrement=True,
)

release_entries = Table(
    "release_entries",
    metadata,
    Column("release_id", Integer, ForeignKey("releases.id", ondelete="CASCADE"), primary_key=True),
    Column("entry_id", Integer, ForeignKey("entries.id", ondelete="CASCADE"), primary_key=True),
    Index(None, "entry_id"),
)

copies = Table(
    "copies",
    metadata,
    Column("id", Integer, primary_key=True),
    parent("issue_id", "issues.id"),
    Column("release_id", Integer, ForeignKey("releases.id", ondelete="CASCADE")),
    Column("subscription_id", Integer, ForeignKey("subscriptions.id", ondelete="SET NULL")),
    Column("server_id", BigInteger),
    Column("channel_id", BigInteger, nullable=False),
    Column("message_id", BigInteger, nullable=False),
    Column("kind", String(6), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("showing", Text),
    Column("posted_at", UtcMoment, nullable=False),
    Column("gone", Boolean, nullable=False, server_default="0"),
    UniqueConstraint("message_id", "issue_id"),
    Index(None, "issue_id"),
    Index(None, "release_id"),
    Index(None, "subscription_id"),
    sqlite_autoincrement=True,
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("id", Integer, primary_key=True),
    parent("release_id", "releases.id"),
    Column("act", String(9), nullable=False),
    Column("subscription_id", Integer, ForeignKey("subscriptions.id", ondelete="CASCADE")),
    Column("copy_id", Integer, ForeignKey("copies.id", ondelete="CASCADE")),
    Column("channel_id", BigInteger, nullable=False),
    Column("state", String(9), nullable=False),
    Column("due_at", UtcMoment, nullable=False),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("sending_at", UtcMoment),
    Column("unsure_since", UtcMoment),
    # A person asked for it, so it goes out however late.
    Column("asked", Boolean, nullable=False, server_default="0"),
    Column("reason", Text, nullable=False, server_default=text("''")),
    Column("ended_at", UtcMoment),
    Index("ix_deliveries_due", "due_at", "id", sqlite_where=text("state = 'waiting'")),
    Index(
        "ix_deliveries_turn",
        "channel_id",
        "act",
        "id",
        sqlite_where=text("state IN ('waiting', 'sending')"),
    ),
    Index("ix_deliveries_claimed", "id", sqlite_where=text("state = 'sending'")),
    Index(None, "release_id", "state"),
    Index(None, "subscription_id", "state"),
    Index(
        "uq_deliveries_sends",
        "release_id",
        "subscription_id",
        unique=True,
        sqlite_where=text("act = 'send'"),
    ),
    Index(
        "uq_deliveries_edits",
        "release_id",
        "copy_id",
        unique=True,
        sqlite_where=text("act IN ('edit', 'reply')"),
    ),
    Index(
        "uq_deliveries_crossposts",
        "copy_id",
        unique=True,
        sqlite_where=text("act = 'crosspost'"),
    ),
    sqlite_autoincrement=True,
)

leases = Table(
    "leases",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("holder", String(32), nullable=False),
    Column("expires_at", UtcMoment, nullable=False),
)

acts = Table(
    "acts",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("done_at", UtcMoment, nullable=False),
    Index(None, "done_at"),
)

installation = Table(
    "installation",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("salt", String(8), nullable=False),
    CheckConstraint("id = 1", name="one"),
)
