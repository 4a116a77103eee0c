"""The base of every record: frozen, validated, closed to unknown fields."""

from typing import Annotated

from pydantic import AwareDatetime, BaseModel, ConfigDict, StringConstraints

Moment = AwareDatetime
"""A point in time; a naive one is refused."""

CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
"""ISO 3166-1 alpha-2, and EU and UN."""


class Record(BaseModel):
    """A value that never changes; `model_copy(update=…)` makes another."""

    model_config = ConfigDict(frozen=True, extra="forbid")
