"""A day that somebody typed."""

from datetime import date

from bot.domain.period import parse_period
from bot.errors import Refused


def day_typed(typed: str, today: date) -> date | None:
    """The day that is meant, None for nothing; raises Refused for what is none."""
    if not typed.strip():
        return None
    period = parse_period(typed, today)
    if period is None or period.first != period.last:
        raise Refused(f"“{typed.strip()}” is no day; type it like 2022-01-28.")
    return period.first
