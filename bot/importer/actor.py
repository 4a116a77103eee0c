"""An actor: somebody or something named in a sentence that may be speaking."""

from dataclasses import dataclass
from typing import Literal

ActorKind = Literal["person", "body", "role", "pronoun"]


@dataclass(frozen=True, slots=True)
class Actor:
    """tokens[first:last] name somebody: `name` for persons and bodies, `role` if printed beside."""

    first: int
    last: int
    start: int
    end: int
    kind: ActorKind
    name: str | None = None
    role: str | None = None
    owns: bool = False
    """True for a genitive: "the minister’s"."""
    country: str | None = None
    article: str = ""
