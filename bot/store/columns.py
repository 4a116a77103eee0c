"""Column types for what SQLite cannot hold by itself."""

import json
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Dialect, String, TypeDecorator

from bot.domain.when import When


class UtcMoment(TypeDecorator[datetime]):
    """An aware datetime, kept as ISO text in UTC so that it sorts; a naive one is refused."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a naive datetime has no place in the database")
        return value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


class IsoDate(TypeDecorator[date]):
    """A calendar day as ISO text, years 0001 to 9999."""

    impl = String(10)
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        return None if value is None else date.fromisoformat(value)


class WhenText(TypeDecorator[When]):
    """A date with its precision, in the ISO form of `When`."""

    impl = String(21)
    cache_ok = True

    def process_bind_param(self, value: When | None, dialect: Dialect) -> str | None:
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> When | None:
        return None if value is None else When.parse(value)


class Notes(TypeDecorator[tuple[str, ...]]):
    """A few sentences as a JSON list."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str:
        return json.dumps(list(value or ()), ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...]:
        return tuple(json.loads(value)) if value else ()
