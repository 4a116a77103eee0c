"""Receipts: where the receipt of a release was posted, so that it can be kept true."""

from alembic import op
from sqlalchemy import BigInteger, Column

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Adds two columns; receipts that were posted before stay as they are."""
    op.add_column("releases", Column("receipt_channel", BigInteger))
    op.add_column("releases", Column("receipt_message", BigInteger))
