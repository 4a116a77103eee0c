"""The reading side: quotes, events and sections in order and by their words, and list states."""

from alembic import op
from sqlalchemy import Column, Integer, String, Text, UniqueConstraint

from bot.store.reading import make_reading_side

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Makes the tables, and fills those that follow others from what is there."""
    op.create_table(
        "list_states",
        Column("id", Integer, primary_key=True),
        Column("text", Text, nullable=False),
        Column("kept_at", String(32), nullable=False),
        UniqueConstraint("text"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_list_states_kept_at", "list_states", ["kept_at"])
    make_reading_side(op.get_bind().exec_driver_sql)
