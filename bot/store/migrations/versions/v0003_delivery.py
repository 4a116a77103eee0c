"""Delivery: subscriptions with what they want, releases, their deliveries, and the messages."""

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
    text,
)

revision = "0003"
down_revision = "0002"

_MOMENT = String(32)


def upgrade() -> None:
    """Makes the tables; subscriptions are kept, and get ids."""
    _servers()
    _subscriptions()
    _releases()
    _copies()
    _deliveries()
    _process()


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _reference(name: str, column: str, *, required: bool = False) -> Column[int]:
    return Column(name, Integer, ForeignKey(column, ondelete="CASCADE"), nullable=not required)


def _key(name: str, column: str) -> Column[int]:
    return Column(name, Integer, ForeignKey(column, ondelete="CASCADE"), primary_key=True)


def _discord_id(name: str, *, required: bool = False) -> Column[int]:
    return Column(name, BigInteger, nullable=not required)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, server_default=text("''"))


def _flag(name: str) -> Column[bool]:
    return Column(name, Boolean, nullable=False, server_default="0")


def _moment(name: str, *, required: bool = False) -> Column[str]:
    return Column(name, _MOMENT, nullable=not required)


def _index(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns))


def _servers() -> None:
    op.create_table(
        "server_settings",
        _key("server_id", "servers.id"),
        _discord_id("notice_channel"),
        _discord_id("log_channel"),
        Column("time_zone", String(64)),
    )


def _subscriptions() -> None:
    op.drop_index(op.f("ix_subscriptions_server_id"), "subscriptions")
    op.rename_table("subscriptions", "subscriptions_before")
    op.create_table(
        "subscriptions",
        _id(),
        _discord_id("channel_id", required=True),
        _reference("briefing_id", "briefings.id", required=True),
        _reference("server_id", "servers.id", required=True),
        Column("kind", String(12), nullable=False, server_default="text"),
        _discord_id("ping"),
        _flag("ping_updates"),
        _discord_id("subscriber"),
        Column("standing", String(8), nullable=False, server_default="working"),
        _text("detail"),
        _moment("since"),
        _moment("told_at"),
        UniqueConstraint("channel_id", "briefing_id"),
        sqlite_autoincrement=True,
    )
    op.execute(
        "INSERT INTO subscriptions (channel_id, briefing_id, server_id)"
        " SELECT channel_id, briefing_id, server_id FROM subscriptions_before ORDER BY rowid"
    )
    op.drop_table("subscriptions_before")
    _index("subscriptions", "server_id")
    _index("subscriptions", "briefing_id")
    op.create_table(
        "subscription_countries",
        _key("subscription_id", "subscriptions.id"),
        Column("country", String(2), primary_key=True),
    )


def _releases() -> None:
    op.create_table(
        "releases",
        _id(),
        _reference("issue_id", "issues.id", required=True),
        Column("kind", String(11), nullable=False),
        Column("state", String(7), nullable=False),
        Column("author", String(100), nullable=False),
        _discord_id("author_id"),
        _moment("made_at", required=True),
        _moment("due_at", required=True),
        _moment("opened_at"),
        _moment("expires_at"),
        Column("revision", Integer),
        _text("reason"),
        _flag("quiet"),
        Column("change", Text),
        _reference("batch", "releases.id"),
        CheckConstraint("state IN ('pending', 'open', 'done', 'undone', 'stopped')", name="state"),
        sqlite_autoincrement=True,
    )
    _index("releases", "state", "due_at")
    _index("releases", "issue_id", "kind")
    op.create_index(
        "uq_releases_pending",
        "releases",
        ["issue_id"],
        unique=True,
        sqlite_where=text("state = 'pending'"),
    )
    op.create_table(
        "release_entries",
        _key("release_id", "releases.id"),
        _key("entry_id", "entries.id"),
    )
    _index("release_entries", "entry_id")


def _copies() -> None:
    op.create_table(
        "copies",
        _id(),
        _reference("issue_id", "issues.id", required=True),
        _reference("release_id", "releases.id"),
        Column("subscription_id", Integer, ForeignKey("subscriptions.id", ondelete="SET NULL")),
        _discord_id("server_id"),
        _discord_id("channel_id", required=True),
        _discord_id("message_id", required=True),
        Column("kind", String(6), nullable=False),
        Column("revision", Integer, nullable=False),
        Column("showing", Text),
        _moment("posted_at", required=True),
        _flag("gone"),
        UniqueConstraint("message_id", "issue_id"),
        sqlite_autoincrement=True,
    )
    for column in ("issue_id", "release_id", "subscription_id"):
        _index("copies", column)


def _deliveries() -> None:
    op.create_table(
        "deliveries",
        _id(),
        _reference("release_id", "releases.id", required=True),
        Column("act", String(9), nullable=False),
        _reference("subscription_id", "subscriptions.id"),
        _reference("copy_id", "copies.id"),
        _discord_id("channel_id", required=True),
        Column("state", String(9), nullable=False),
        _moment("due_at", required=True),
        Column("attempts", Integer, nullable=False, server_default="0"),
        _moment("sending_at"),
        _moment("unsure_since"),
        _flag("asked"),
        _text("reason"),
        _moment("ended_at"),
        sqlite_autoincrement=True,
    )
    _index("deliveries", "release_id", "state")
    _index("deliveries", "subscription_id", "state")
    _partial("ix_deliveries_due", ["due_at", "id"], "state = 'waiting'")
    _partial("ix_deliveries_turn", ["channel_id", "act", "id"], "state IN ('waiting', 'sending')")
    _partial("ix_deliveries_claimed", ["id"], "state = 'sending'")
    sends, edits = "act = 'send'", "act IN ('edit', 'reply')"
    _partial("uq_deliveries_sends", ["release_id", "subscription_id"], sends, unique=True)
    _partial("uq_deliveries_edits", ["release_id", "copy_id"], edits, unique=True)
    _partial("uq_deliveries_crossposts", ["copy_id"], "act = 'crosspost'", unique=True)


def _partial(name: str, columns: list[str], where: str, *, unique: bool = False) -> None:
    op.create_index(name, "deliveries", columns, unique=unique, sqlite_where=text(where))


def _process() -> None:
    op.create_table(
        "leases",
        Column("name", String(40), primary_key=True),
        Column("holder", String(32), nullable=False),
        _moment("expires_at", required=True),
    )
    op.create_table(
        "acts",
        Column("id", BigInteger, primary_key=True, autoincrement=False),
        _moment("done_at", required=True),
    )
    _index("acts", "done_at")
    op.create_table(
        "installation",
        Column("id", Integer, primary_key=True, autoincrement=False),
        Column("salt", String(8), nullable=False),
        CheckConstraint("id = 1", name="one"),
    )
    op.execute("INSERT INTO installation (id, salt) VALUES (1, lower(hex(randomblob(4))))")
