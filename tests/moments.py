"""The moments at which tests take place; nobody reads the real clock."""

from datetime import UTC, datetime, timedelta

NOW = datetime(2022, 2, 1, 12, 0, tzinfo=UTC)


def later(**distance: float) -> datetime:
    """A moment so many minutes, hours … after `NOW`."""
    return NOW + timedelta(**distance)
