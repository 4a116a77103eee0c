"""The way out: releases at a set time, approval by a second editor, servers that are kept out."""

from alembic import op
from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Integer, String, Text

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Adds columns and tables; nothing that is there changes."""
    op.add_column(
        "server_settings", Column("two_people", Boolean, nullable=False, server_default="0")
    )
    op.add_column("server_settings", Column("usual_time", String(5)))
    op.add_column("briefings", Column("colour", Integer))
    op.add_column("releases", Column("scheduled", Boolean, nullable=False, server_default="0"))
    op.add_column("releases", Column("warned_at", String(32)))
    op.add_column("releases", Column("missed", Text))
    op.add_column("releases", Column("approver", String(100)))
    op.add_column("releases", Column("approver_id", BigInteger))
    op.add_column("releases", Column("version", Integer))
    op.create_table(
        "blocks",
        Column(
            "briefing_id",
            Integer,
            ForeignKey("briefings.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        Column("server_id", BigInteger, primary_key=True),
        Column("blocked_by", BigInteger),
        Column("blocked_at", String(32), nullable=False),
    )
    op.create_table(
        "approvals",
        Column("id", Integer, primary_key=True),
        Column("issue_id", Integer, ForeignKey("issues.id", ondelete="CASCADE"), nullable=False),
        Column("asked_by", BigInteger, nullable=False),
        Column("asked_name", String(100), nullable=False),
        Column("asked_at", String(32), nullable=False),
        Column("what", Text, nullable=False),
        Column("channel_id", BigInteger),
        Column("message_id", BigInteger),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_approvals_issue_id", "approvals", ["issue_id"])
    op.create_table(
        "desk_places",
        Column("editor_id", BigInteger, primary_key=True, autoincrement=False),
        Column("server_id", BigInteger, primary_key=True, autoincrement=False),
        Column("issue_id", Integer, ForeignKey("issues.id", ondelete="CASCADE"), nullable=False),
        Column("screen", String(100), nullable=False),
    )
