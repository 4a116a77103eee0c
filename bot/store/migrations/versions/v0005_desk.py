"""The desk: versions of what editors write, sources of sections, quotes chosen for the alert."""

from alembic import op
from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Integer,
    String,
    Text,
    UniqueConstraint,
)

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Adds columns and tables; nothing that is there changes."""
    op.add_column("entries", Column("source", Text))
    op.add_column("quotes", Column("shown", Boolean))
    op.add_column("server_settings", Column("editor_role", BigInteger))
    op.create_table(
        "versions",
        Column("id", Integer, primary_key=True),
        Column("issue_id", Integer, ForeignKey("issues.id", ondelete="CASCADE"), nullable=False),
        Column("number", Integer, nullable=False),
        Column("base", Integer, nullable=False),
        Column("author", String(100), nullable=False),
        Column("author_id", BigInteger),
        Column("made_at", String(32), nullable=False),
        Column("deed", Text, nullable=False),
        Column("same_as", Integer, nullable=False),
        Column("contents", Text, nullable=False),
        UniqueConstraint("issue_id", "number"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_versions_author_id", "versions", ["author_id"])
    op.create_table(
        "spellings",
        Column(
            "briefing_id",
            Integer,
            ForeignKey("briefings.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        Column("found", Text, primary_key=True),
        Column("speaker", Text),
        Column("role", Text),
        Column("country", String(2)),
    )
