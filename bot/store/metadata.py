"""The metadata that all tables belong to, and how their parts are named."""

from sqlalchemy import Column, ForeignKey, Integer, MetaData

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def parent(name: str, column: str) -> Column[int]:
    """A required reference to a row that takes this one along when it is deleted."""
    return Column(name, Integer, ForeignKey(column, ondelete="CASCADE"), nullable=False)
