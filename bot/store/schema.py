"""The schema: every table that the newest migration leaves."""

from bot.store import delivery_tables, tables
from bot.store.metadata import metadata

__all__ = ["delivery_tables", "metadata", "tables"]
